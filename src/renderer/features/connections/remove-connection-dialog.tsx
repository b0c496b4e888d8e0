import { Button } from '@mantine/core';
import type { Connection } from '../../../contract/connections.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useRemoveConnection } from './use-connections.ts';
import classes from './connection-form.module.css';

type RemoveConnectionDialogProps = {
  readonly connection: Connection;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
};

/** Asks before a connection is forgotten. Its tables stay where they are. */
export function RemoveConnectionDialog(props: RemoveConnectionDialogProps) {
  const { connection, opened, onClose, onRemoved } = props;
  const remove = useRemoveConnection();
  const confirm = () =>
    remove.mutate(connection.id, {
      onSuccess: () => {
        onClose();
        onRemoved();
      },
    });
  return (
    <Dialog
      title={`Remove ${connection.name}`}
      opened={opened}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button variant="filled" color="red" loading={remove.isPending} onClick={confirm}>
            Remove connection
          </Button>
        </>
      }
    >
      <div className={classes.form}>
        <p className={classes.words}>
          Sortkey forgets this connection and the keys typed in for it. Nothing is deleted in
          DynamoDB.
        </p>
        {remove.error !== null && <ErrorNotice error={remove.error} />}
      </div>
    </Dialog>
  );
}
