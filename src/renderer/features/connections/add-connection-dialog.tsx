import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { Connection } from '../../../contract/connections.ts';
import { useMutation } from '@tanstack/react-query';
import { useClient } from '../../client/client-context.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import {
  checkConnectionForm,
  connectionOf,
  emptyConnectionForm,
  formOf,
} from './connection-form.ts';
import type { ConnectionForm } from './connection-form.ts';
import { ConnectionFields } from './connection-fields.tsx';
import { useAddConnection } from './use-connections.ts';
import classes from './connection-form.module.css';

type AddConnectionDialogProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onAdded: (connection: Connection) => void;
  /** A connection whose keys ended with an earlier session, to begin from. */
  readonly like?: Connection | undefined;
};

/** Adds a connection: where it leads, with which credentials, and how carefully. */
export function AddConnectionDialog({ opened, onClose, ...others }: AddConnectionDialogProps) {
  // The fields live as long as the dialog is open: a secret does not stay behind in memory.
  return opened && <OpenedDialog {...others} onClose={onClose} />;
}

function OpenedDialog(props: Omit<AddConnectionDialogProps, 'opened'>) {
  const { onClose, onAdded, like } = props;
  const client = useClient();
  const [form, setForm] = useState(like === undefined ? emptyConnectionForm : formOf(like));
  const [checked, setChecked] = useState(false);
  const test = useMutation({
    mutationFn: (tested: ConnectionForm) => client.connections.test(connectionOf(tested)),
  });
  const add = useAddConnection();
  const problems = checkConnectionForm(form);
  const complete = Object.keys(problems).length === 0;

  const change = (changed: Partial<ConnectionForm>) => {
    setForm({ ...form, ...changed });
    test.reset();
    add.reset();
  };
  const whenComplete = (run: () => void) => () => {
    setChecked(true);
    if (complete) run();
  };
  const save = whenComplete(() =>
    add.mutate(connectionOf(form), {
      onSuccess: (connection) => {
        onClose();
        onAdded(connection);
      },
    }),
  );

  return (
    <Dialog
      title="Add connection"
      opened
      onClose={onClose}
      size={520}
      closeOnClickOutside={false}
      onSubmit={save}
      footer={
        <>
          <Button loading={test.isPending} onClick={whenComplete(() => test.mutate(form))}>
            Test connection
          </Button>
          <span style={{ flex: 1 }} />
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="filled" type="submit" loading={add.isPending}>
            Add
          </Button>
        </>
      }
    >
      <div className={classes.form}>
        <ConnectionFields form={form} problems={checked ? problems : {}} onChange={change} />
        {test.error !== null && <ErrorNotice error={test.error} title="The test failed" />}
        {test.data !== undefined && (
          <output className={classes.good}>
            <IconCheck size={16} aria-hidden />
            {`The endpoint answered in ${Math.round(test.data.elapsedMs)} ms and let us list tables.`}
          </output>
        )}
        {add.error !== null && <ErrorNotice error={add.error} />}
      </div>
    </Dialog>
  );
}
