import { useEffect } from 'react';
import { useConnections } from '../features/connections/use-connections.ts';
import { tableOfHash } from './route.ts';
import { startWith, useWorkspace } from './workspace.ts';

/** Shows the first connection once the list is there, and the table that the address names. */
export function useFirstConnection(): void {
  const { data } = useConnections();
  const initialConnectionId = data?.initialConnectionId;
  useEffect(() => {
    if (initialConnectionId === undefined) return;
    if (useWorkspace.getState().connectionId !== undefined) return;
    startWith(initialConnectionId, tableOfHash(location.hash));
  }, [initialConnectionId]);
}
