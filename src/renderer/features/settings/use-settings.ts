import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Settings } from '../../../contract/app.ts';
import { useClient } from '../../client/client-context.tsx';

const settingsKey = ['settings'];

/** The settings as they are kept, read anew each time that they are shown. */
export function useSettings() {
  const client = useClient();
  return useQuery({
    queryKey: settingsKey,
    queryFn: ({ signal }) => client.app.readSettings(undefined, { signal }),
    staleTime: 0,
  });
}

/** Keeps some of the settings. */
export function useWriteSettings() {
  const client = useClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (settings: Partial<Settings>) => client.app.writeSettings(settings),
    onSuccess: (settings) => queryClient.setQueryData(settingsKey, settings),
  });
}
