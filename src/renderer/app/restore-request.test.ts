import { afterEach, beforeEach, expect, it } from 'vitest';
import type { KeptRequest } from '../../contract/library.ts';
import { itemsSessions, useRestoredForm } from '../features/items/items-sessions.ts';
import { keepDraft, useWantedDrafts } from '../features/operations/kept-draft.ts';
import { newDraft } from '../features/operations/operation-draft.ts';
import { keepForm } from '../features/query/kept-form.ts';
import { initialForm } from '../features/query/query-form.ts';
import { scopeOf } from '../features/staging/staging-store.ts';
import { restoreRequest } from './restore-request.ts';
import { initialWorkspace, useWorkspace } from './workspace.ts';

const connections = [{ id: 'sandbox' }, { id: 'live' }];
const request: KeptRequest = {
  kind: 'Query',
  connectionId: 'live',
  connectionName: 'Live',
  tableName: 'Books',
  words: '',
};

beforeEach(() => useWorkspace.setState({ ...initialWorkspace, connectionId: 'sandbox' }));
afterEach(() => {
  itemsSessions.keepOnly(new Set());
  useWantedDrafts.setState({ wanted: new Map() });
  useWorkspace.setState(initialWorkspace, true);
});

it('opens the table on its connection, and fills the query bar in', () => {
  restoreRequest({ ...request, form: keepForm({ ...initialForm, limit: '5' }) }, connections);
  expect(useWorkspace.getState()).toMatchObject({
    connectionId: 'live',
    activeTable: 'Books',
    tabs: [{ connectionId: 'live', tableName: 'Books' }],
  });
  expect(useRestoredForm.getState().scope).toBe(scopeOf('live', 'Books'));
});

it('opens the operations, and fills them in', () => {
  useWorkspace.setState({ operationsOpened: false });
  const draft = newDraft({ partitionKey: { name: 'id', type: 'S' } });
  restoreRequest({ ...request, kind: 'PutItem', form: keepDraft(draft) }, connections);
  expect(useWorkspace.getState().operationsOpened).toBe(true);
  expect([...useWantedDrafts.getState().wanted.values()]).toMatchObject([
    { operation: 'PutItem', subject: draft.item },
  ]);
});

it('says why it cannot', () => {
  const form = keepForm(initialForm);
  expect(() => restoreRequest({ ...request, connectionId: 'old', form }, connections)).toThrow(
    'Live, where this was run, is none of the connections any more.',
  );
  for (const unknown of [{ form: '{}' }, { form: undefined }, { form, tableName: undefined }])
    expect(() => restoreRequest({ ...request, ...unknown }, connections)).toThrow(
      'This was kept by another version of Sortkey: it cannot be filled in.',
    );
  expect(useWorkspace.getState().activeTable).toBeUndefined();
});
