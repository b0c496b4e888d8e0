import { useQuery } from '@tanstack/react-query';
import type { TableDescription } from '../../../contract/tables.ts';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import { useClient } from '../../client/client-context.tsx';

const settlingPollMs = 700;

/** The key under which the description of a table is cached. */
export function tableKey(connectionId: string, tableName: string) {
  return ['table', connectionId, tableName] as const;
}

/** The description of a table, asked again until table and indexes are active. [API: DescribeTable] */
export function useTable(connectionId: string, tableName: string) {
  const client = useClient();
  return useQuery({
    queryKey: tableKey(connectionId, tableName),
    queryFn: ({ signal }) => client.tables.describe({ connectionId, tableName }, { signal }),
    refetchInterval: ({ state }) =>
      state.status !== 'error' && state.data !== undefined && isSettling(state.data)
        ? settlingPollMs
        : false,
    staleTime: 15_000,
  });
}

/** True while something of the table is being created, changed or deleted. */
export function isSettling(table: TableDescription): boolean {
  return [table, ...table.indexes].some(
    ({ status }) => status !== undefined && status !== 'ACTIVE',
  );
}

/** True where the error says that the table is not there. */
export function isTableGone(error: unknown): boolean {
  return error instanceof SortkeyError && error.code === 'TABLE_NOT_FOUND';
}
