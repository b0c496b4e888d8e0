import { Button } from '@mantine/core';
import { Dialog } from '../../ui/dialog.tsx';

type ConfirmStatementProps = {
  connectionName: string;
  /** How many statements would write. */
  count: number;
  opened: boolean;
  onClose: () => void;
  onConfirm: () => void;
};

/** Asks before statements that write, over a connection that wants to be asked. */
export function ConfirmStatement(props: ConfirmStatementProps) {
  const { connectionName, count, opened, onClose, onConfirm } = props;
  return (
    <Dialog
      title={`Write to ${connectionName}?`}
      opened={opened}
      onClose={onClose}
      onSubmit={onConfirm}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled" data-autofocus>
            Write
          </Button>
        </>
      }
    >
      {connectionName} asks before anything is written to it.{' '}
      {count === 1 ? 'This statement writes.' : `${count} of these statements write.`}
    </Dialog>
  );
}
