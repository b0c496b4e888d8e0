import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../client/client-context.tsx';

/** Version, host and folders of this app. */
export function useAppInfo() {
  const client = useClient();
  return useQuery({
    queryKey: ['app-info'],
    queryFn: ({ signal }) => client.app.info(undefined, { signal }),
    staleTime: Infinity,
  });
}
