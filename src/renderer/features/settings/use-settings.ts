import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Settings } from '../../../contract/app.ts';
import { useClient } from '../../client/client-context.tsx';

/** The key under which the settings are cached. */
export const settingsKey = ['settings'] as const;

/** The settings that main keeps. */
export function useSettings() {
  const client = useClient();
  return useQuery({
    queryKey: settingsKey,
    queryFn: ({ signal }) => client.app.readSettings(undefined, { signal }),
    staleTime: Infinity,
  });
}

/** Merges changed settings into the kept ones. */
export function useWriteSettings() {
  const client = useClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (settings: Partial<Settings>) => client.app.writeSettings(settings),
    onSuccess: (settings) => queryClient.setQueryData(settingsKey, settings),
  });
}

/** Version, host and folders of this app. */
export function useAppInfo() {
  const client = useClient();
  return useQuery({
    queryKey: ['app-info'],
    queryFn: ({ signal }) => client.app.info(undefined, { signal }),
    staleTime: Infinity,
  });
}
