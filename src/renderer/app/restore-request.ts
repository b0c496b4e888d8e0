import type { Connection } from '../../contract/connections.ts';
import type { KeptRequest } from '../../contract/library.ts';
import { restoreQueryForm } from '../features/items/items-sessions.ts';
import { readKeptDraft, wantDraft } from '../features/operations/kept-draft.ts';
import { restoreForm } from '../features/query/kept-form.ts';
import { scopeOf } from '../features/staging/staging-store.ts';
import { openTable, showConnection, showOperations } from './workspace.ts';

/**
 * Opens the table of a kept request on its connection and fills its form in; nothing is sent.
 * Throws with words for the user where that cannot be.
 */
export function restoreRequest(
  { connectionId, connectionName, tableName, form }: KeptRequest,
  connections: readonly Pick<Connection, 'id'>[],
): void {
  if (!connections.some(({ id }) => id === connectionId))
    throw new Error(`${connectionName}, where this was run, is none of the connections any more.`);
  const query = form === undefined ? undefined : restoreForm(form);
  const draft = form === undefined ? undefined : readKeptDraft(form);
  if (tableName === undefined || (query === undefined && draft === undefined))
    throw new Error('This was kept by another version of Sortkey: it cannot be filled in.');
  showConnection(connectionId);
  openTable(tableName);
  if (query !== undefined) restoreQueryForm(scopeOf(connectionId, tableName), query);
  if (draft === undefined) return;
  wantDraft(connectionId, tableName, draft);
  showOperations(true);
}
