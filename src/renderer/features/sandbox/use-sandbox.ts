import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Sample } from '../../../contract/sandbox.ts';
import { useClient } from '../../client/client-context.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { createRestartNews } from './restart-news.ts';
import { watchSandbox } from './watch-sandbox.ts';

const sandboxKey = ['sandbox'] as const;

/** What the engine of the sandbox does, kept fresh by `useWatchSandbox`. */
export function useSandboxStatus() {
  const client = useClient();
  return useQuery({
    queryKey: sandboxKey,
    queryFn: ({ signal }) => client.sandbox.status(undefined, { signal }),
    staleTime: 60_000,
  });
}

/** Follows the engine as long as the shell is there, and says when it was started again. */
export function useWatchSandbox(): void {
  const client = useClient();
  const queryClient = useQueryClient();
  useEffect(() => {
    const hear = createRestartNews(notifyDone);
    return watchSandbox(client, (status) => {
      queryClient.setQueryData(sandboxKey, status);
      hear(status);
    });
  }, [client, queryClient]);
}

/** Creates a sample table in the sandbox, and fills it. */
export function useLoadSample() {
  const client = useClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (sample: Sample) => client.sandbox.loadSample({ sample }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['tables'] });
      void queryClient.invalidateQueries({ queryKey: ['table'] });
    },
  });
}
