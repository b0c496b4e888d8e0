import { Button } from '@mantine/core';
import { Dialog } from '../../ui/dialog.tsx';

type ConfirmWriteProps = {
  readonly connectionName: string;
  /** What would be done, such as `DeleteItem in Books`. */
  readonly what: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
};

/** Asks before a write over a connection that wants to be asked. */
export function ConfirmWrite(props: ConfirmWriteProps) {
  const { connectionName, what, opened, onClose, onConfirm } = props;
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
      {connectionName} asks before anything is written to it. This is {what}.
    </Dialog>
  );
}
