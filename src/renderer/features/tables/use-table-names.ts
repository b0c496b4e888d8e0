import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Connection } from '../../../contract/connections.ts';
import { useClient } from '../../client/client-context.tsx';

// Tables come and go by other hands. A local engine is asked often; the service's ListTables is
// free but throttled, so that it is asked now and then, and when the window gets the focus.
const localPollMs = 3_000;
const servicePollMs = 20_000;

/** The key under which the names of a connection's tables are cached. */
export function tableNamesKey(connectionId: string | undefined) {
  return ['tables', connectionId] as const;
}

/** The names of all tables, page after page, in the order of the alphabet. [API: ListTables] */
export function useTableNames(connection: Connection | undefined) {
  const client = useClient();
  const connectionId = connection?.id ?? '';
  const query = useInfiniteQuery({
    queryKey: tableNamesKey(connection?.id),
    enabled: connection?.ready === true,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      client.tables.list(
        { connectionId, ...(pageParam === '' ? {} : { exclusiveStartTableName: pageParam }) },
        { signal },
      ),
    getNextPageParam: (page) => page.lastEvaluatedTableName,
    refetchInterval: ({ state }) => {
      if (state.status === 'error') return servicePollMs;
      return connection?.endpoint === undefined ? servicePollMs : localPollMs;
    },
  });
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = query;

  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);

  const names = useMemo(() => sortedNames(data?.pages ?? []), [data]);
  return {
    names,
    /** True once every page is there. */
    complete: data !== undefined && !hasNextPage,
    loading: isFetching,
    error: query.error,
    refresh: query.refetch,
  };
}

/** All names of the pages, each once: a table made between two pages can be in both. */
export function sortedNames(pages: readonly { readonly tableNames: readonly string[] }[]) {
  const names = new Set(pages.flatMap(({ tableNames }) => tableNames));
  return [...names].sort((a, b) => (a < b ? -1 : 1));
}
