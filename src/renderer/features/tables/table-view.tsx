import { Button, Loader } from '@mantine/core';
import { IconTableOff } from '@tabler/icons-react';
import type { Connection } from '../../../contract/connections.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { OpenTable } from './open-table.tsx';
import classes from './table-view.module.css';
import { isTableGone, useTable } from './use-table.ts';

type TableViewProps = {
  readonly connection: Connection;
  readonly tableName: string;
  /** Closes this view: the user wants it, or the table was deleted. */
  readonly onClose: () => void;
};

/** The view of one table, from the first word about it to its end. */
export function TableView({ connection, tableName, onClose }: TableViewProps) {
  const { data: table, error, refetch } = useTable(connection.id, tableName);
  if (isTableGone(error))
    return (
      <EmptyState
        icon={<IconTableOff size={32} stroke={1.3} />}
        action={<Button onClick={onClose}>Close this tab</Button>}
      >
        {`There is no table ${tableName} in ${connection.name}, ${connection.region}.`}
      </EmptyState>
    );
  if (table !== undefined)
    return <OpenTable connection={connection} table={table} onClose={onClose} />;
  return error === null ? (
    <EmptyState icon={<Loader />}>{`Reading what ${tableName} is…`}</EmptyState>
  ) : (
    <div className={classes.problem}>
      <ErrorNotice
        error={error}
        action={<Button onClick={() => void refetch()}>Try again</Button>}
      />
    </div>
  );
}
