import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import type { Connection } from '../../../contract/connections.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { notifyError } from '../../ui/notify.ts';
import { AddConnectionDialog } from './add-connection-dialog.tsx';
import { useRemoveConnection } from './use-connections.ts';

type ConnectionNotReadyProps = {
  readonly connection: Connection;
  readonly onShow: (connectionId: string) => void;
  readonly onRemoved: (connectionId: string, next: string) => void;
};

/** What stands where a connection lost the keys typed in for it, with the way to type them again. */
export function ConnectionNotReady({ connection, onShow, onRemoved }: ConnectionNotReadyProps) {
  const [typing, setTyping] = useState(false);
  const remove = useRemoveConnection();
  const replace = (added: Connection) => {
    // Under its own name it was taken over; under another one there would be two.
    if (added.id === connection.id) return;
    onShow(added.id);
    remove.mutate(connection.id, {
      onSuccess: () => onRemoved(connection.id, added.id),
      onError: (error) => notifyError(`The earlier ${connection.name} is still listed`, error),
    });
  };
  return (
    <>
      <EmptyState
        icon={<IconKey size={32} stroke={1.3} />}
        action={
          <Button variant="filled" onClick={() => setTyping(true)}>
            Type the keys again
          </Button>
        }
      >
        The keys of {connection.name} ended with the last session.
      </EmptyState>
      <AddConnectionDialog
        opened={typing}
        like={connection}
        onClose={() => setTyping(false)}
        onAdded={replace}
      />
    </>
  );
}
