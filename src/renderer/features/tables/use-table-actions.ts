import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TableSpecification } from '../../../contract/tables.ts';
import { useClient } from '../../client/client-context.tsx';
import { tableNamesKey } from './use-table-names.ts';
import { tableKey } from './use-table.ts';

/** Creates a table. The list is read again, and the description followed until it is active. */
export function useCreateTable(connectionId: string) {
  const client = useClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (specification: TableSpecification) =>
      client.tables.create({ connectionId, specification }),
    onSuccess: (table) => {
      queryClient.setQueryData(tableKey(connectionId, table.tableName), table);
      // Not awaited: the table can be shown before a long list is read again.
      void queryClient.invalidateQueries({ queryKey: tableNamesKey(connectionId) });
    },
  });
}

/** Deletes a table and everything in it. */
export function useDeleteTable(
  { connectionId, tableName }: { connectionId: string; tableName: string },
  onDeleted: () => void,
) {
  const client = useClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => client.tables.delete({ connectionId, tableName }),
    onSuccess: async () => {
      // First: the table's view would else find the table gone before it is closed.
      onDeleted();
      await queryClient.invalidateQueries({ queryKey: tableNamesKey(connectionId) });
      // Where the name is still listed, its row follows the deletion to its end.
      await queryClient.resetQueries({ queryKey: tableKey(connectionId, tableName) });
    },
  });
}
