import { useEffect } from 'react';
import { useConnections } from '../features/connections/use-connections.ts';
import { chooseFirstConnection } from './choose-first-connection.ts';
import { tableOfHash } from './route.ts';
import { startWith, useWorkspace } from './workspace.ts';

/** Shows the first connection once the list is there, and the table that the address names. */
export function useFirstConnection(): void {
  const { data } = useConnections();
  useEffect(() => {
    if (data === undefined) return;
    const { connectionId, lastConnectionId } = useWorkspace.getState();
    if (connectionId !== undefined) return;
    startWith(chooseFirstConnection(data, lastConnectionId), tableOfHash(location.hash));
  }, [data]);
}
