import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Connection } from '../../../contract/connections.ts';
import type { TableDescription } from '../../../contract/tables.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { fullCount } from '../../ui/numbers.ts';
import { StatusDot } from '../../ui/status-dot.tsx';
import { CodeFold } from '../code/code-fold.tsx';
import { CodePanel } from '../code/code-panel.tsx';
import { codePlace } from '../code/code-place.ts';
import { useDeleteTable } from './use-table-actions.ts';
import classes from './delete-table.module.css';

type DeleteTableDialogProps = {
  readonly connection: Connection;
  readonly table: TableDescription;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
};

/** Deletes a table once its name is typed. Says first what would go, and where. */
export function DeleteTableDialog({ opened, ...others }: DeleteTableDialogProps) {
  return opened && <OpenedDialog {...others} />;
}

function OpenedDialog(props: Omit<DeleteTableDialogProps, 'opened'>) {
  const { connection, table, onClose, onDeleted } = props;
  const { tableName, itemCount } = table;
  const [typed, setTyped] = useState('');
  const remove = useDeleteTable({ connectionId: connection.id, tableName }, () => {
    onClose();
    onDeleted();
  });
  const confirm = () => {
    if (typed === tableName && !remove.isPending) remove.mutate();
  };
  return (
    <Dialog
      title={`Delete ${tableName}`}
      opened
      onClose={onClose}
      size={460}
      onSubmit={confirm}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="filled"
            color="red"
            type="submit"
            disabled={typed !== tableName}
            loading={remove.isPending}
          >
            Delete
          </Button>
        </>
      }
    >
      <div className={classes.body}>
        <p className={classes.words}>
          This deletes the table <strong>{tableName}</strong> with every item and index in it
          {itemCount !== undefined &&
            itemCount > 0 &&
            `, ${fullCount(itemCount)} at the last count`}
          . It cannot be undone.
        </p>
        <p className={classes.place}>
          <StatusDot colour={connection.colour} />
          <span>
            {connection.name} · {connection.region}
          </span>
        </p>
        <TextInput
          label="Type the table's name to confirm"
          data-autofocus
          spellCheck={false}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <CodeFold>
          {() => (
            <CodePanel
              operation="DeleteTable"
              request={{ TableName: tableName }}
              {...codePlace(connection)}
            />
          )}
        </CodeFold>
        {table.deletionProtection && (
          <ErrorNotice
            error={new Error('Deletion protection is on for this table: DynamoDB will refuse.')}
          />
        )}
        {remove.error !== null && <ErrorNotice error={remove.error} />}
      </div>
    </Dialog>
  );
}
