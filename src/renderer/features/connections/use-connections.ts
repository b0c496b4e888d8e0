import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Connection, NewConnection } from '../../../contract/connections.ts';
import { useClient } from '../../client/client-context.tsx';

const connectionsKey = ['connections'] as const;

/** Every connection, and the one to show first. */
export function useConnections() {
  const client = useClient();
  return useQuery({
    queryKey: connectionsKey,
    queryFn: ({ signal }) => client.connections.list(undefined, { signal }),
    staleTime: 60_000,
  });
}

/** The connection of an id, or undefined until it is known. */
export function useConnection(connectionId: string | undefined): Connection | undefined {
  const { data } = useConnections();
  return data?.connections.find(({ id }) => id === connectionId);
}

/** The profiles of the shared AWS files, read when a form asks for them. */
export function useProfiles(enabled: boolean) {
  const client = useClient();
  return useQuery({
    queryKey: ['profiles'],
    queryFn: ({ signal }) => client.connections.profiles(undefined, { signal }),
    enabled,
  });
}

/** Adds a connection; the list is read again before it answers. */
export function useAddConnection() {
  const client = useClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (connection: NewConnection) => client.connections.add(connection),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: connectionsKey }),
  });
}

/** Removes a connection; the list is read again before it answers. */
export function useRemoveConnection() {
  const client = useClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (connectionId: string) => client.connections.remove({ connectionId }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: connectionsKey }),
  });
}
