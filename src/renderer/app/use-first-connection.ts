import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useClient } from '../client/client-context.tsx';
import { useConnections } from '../features/connections/use-connections.ts';
import { isTableGone, tableKey } from '../features/tables/use-table.ts';
import { chooseFirstConnection } from './choose-first-connection.ts';
import { tableOfHash } from './route.ts';
import { forgetTable, lastTableOf, startWith, useWorkspace } from './workspace.ts';

/**
 * Shows the first connection once the list is there, with the table that the address names, else
 * the one that was shown last. Where that one is gone by now, its tab is closed without a word.
 */
export function useFirstConnection(): void {
  const { data } = useConnections();
  const { tables } = useClient();
  const cache = useQueryClient();
  useEffect(() => {
    if (data === undefined) return;
    const state = useWorkspace.getState();
    if (state.connectionId !== undefined) return;
    const connectionId = chooseFirstConnection(data, state.lastConnectionId);
    const named = tableOfHash(location.hash);
    const last = named === undefined ? lastTableOf(state, connectionId) : undefined;
    startWith(connectionId, named ?? last);
    const ready = data.connections.some(({ id, ready }) => id === connectionId && ready);
    if (last === undefined || !ready) return;
    cache
      .fetchQuery({
        queryKey: tableKey(connectionId, last),
        queryFn: ({ signal }) => tables.describe({ connectionId, tableName: last }, { signal }),
      })
      .catch((error: unknown) => {
        // Any other error is told by the table's view, which asks the same.
        if (isTableGone(error)) forgetTable(connectionId, last);
      });
  }, [data, tables, cache]);
}
