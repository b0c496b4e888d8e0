import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { compactCount } from '../../ui/numbers.ts';
import { tableNamesKey } from './use-table-names.ts';
import { isTableGone, useTable } from './use-table.ts';
import classes from './table-list.module.css';

type TableCountProps = { readonly connectionId: string; readonly tableName: string };

/**
 * How many items a table holds by its own count, or what becomes of it. Not part of the link's
 * name, which is the table's alone.
 */
export function TableCount({ connectionId, tableName }: TableCountProps) {
  const { data, error } = useTable(connectionId, tableName);
  const queryClient = useQueryClient();
  const gone = isTableGone(error);
  useEffect(() => {
    if (gone) void queryClient.invalidateQueries({ queryKey: tableNamesKey(connectionId) });
  }, [gone, queryClient, connectionId]);

  if (data === undefined || gone) return null;
  if (data.status !== 'ACTIVE')
    return (
      <span className={classes.count} data-settling aria-hidden>
        {data.status.toLowerCase()}
      </span>
    );
  if (data.itemCount === undefined) return null;
  return (
    <span className={classes.count} aria-hidden>
      {compactCount(data.itemCount)}
    </span>
  );
}
