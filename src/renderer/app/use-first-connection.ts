import { useEffect } from 'react';
import { useConnections } from '../features/connections/use-connections.ts';
import { tableOfHash } from './route.ts';
import { openTable, showConnection, useWorkspace } from './workspace.ts';

/** Shows the first connection once the list is there, and the table that the address names. */
export function useFirstConnection(): void {
  const { data } = useConnections();
  const initialConnectionId = data?.initialConnectionId;
  useEffect(() => {
    if (initialConnectionId === undefined) return;
    if (useWorkspace.getState().connectionId !== undefined) return;
    const tableName = tableOfHash(location.hash);
    showConnection(initialConnectionId);
    if (tableName !== undefined) openTable(tableName);
  }, [initialConnectionId]);
}
