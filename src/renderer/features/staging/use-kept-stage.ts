import { useEffect } from 'react';
import type { TableDescription } from '../../../contract/tables.ts';
import { useWorkspace } from '../../app/workspace.ts';
import type { WorkspaceState } from '../../app/workspace.ts';
import { useClient } from '../../client/client-context.tsx';
import type { ItemAccess } from './item-access.ts';
import { stageKeepers } from './stage-keepers.ts';
import { scopeOf } from './staging-store.ts';
import { windowId } from './window-id.ts';

/**
 * Keeps what is staged for a table as long as its tab is open; what was kept is staged again.
 * Answers the scope of it, which is not that of the next table of the same name.
 */
export function useKeptStage(
  { connectionId, tableName }: Pick<ItemAccess, 'connectionId' | 'tableName'>,
  { createdAt }: Pick<TableDescription, 'createdAt'>,
): string {
  const client = useClient();
  const tab = scopeOf(connectionId, tableName);
  const scope = JSON.stringify([tab, createdAt]);
  useEffect(() => {
    const { workspace } = client;
    const incarnation = createdAt ?? '';
    const name = { connectionId, tableName, incarnation, windowId: windowId() };
    stageKeepers.keep({ workspace, scope, tab, name });
  }, [client, scope, tab, connectionId, tableName, createdAt]);
  useEffect(() => {
    const keepOpen = ({ tabs }: Pick<WorkspaceState, 'tabs'>) =>
      stageKeepers.keepOnly(new Set(tabs.map((one) => scopeOf(one.connectionId, one.tableName))));
    return useWorkspace.subscribe(keepOpen);
  }, []);
  return scope;
}
