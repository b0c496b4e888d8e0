import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Connection } from '../../../contract/connections.ts';
import { buildCreateTableRequest } from '../../../domain/create-table.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { CodeFold } from '../code/code-fold.tsx';
import { CodePanel } from '../code/code-panel.tsx';
import { codePlace } from '../code/code-place.ts';
import { CreateTableFields } from './create-table-fields.tsx';
import {
  checkCreateTableForm,
  emptyCreateTableForm,
  specificationOf,
} from './create-table-form.ts';
import { useCreateTable } from './use-table-actions.ts';
import classes from './create-table.module.css';

type CreateTableDialogProps = {
  readonly connection: Connection;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onCreated: (tableName: string) => void;
};

/** Creates a table: its keys, how it is billed, and its indexes. */
export function CreateTableDialog({ opened, ...others }: CreateTableDialogProps) {
  return opened && <OpenedDialog {...others} />;
}

function OpenedDialog({ connection, onClose, onCreated }: Omit<CreateTableDialogProps, 'opened'>) {
  const [form, setForm] = useState(emptyCreateTableForm);
  const [checked, setChecked] = useState(false);
  const create = useCreateTable(connection.id);
  const problems = checkCreateTableForm(form);

  const submit = () => {
    setChecked(true);
    if (problems.size > 0 || create.isPending) return;
    create.mutate(specificationOf(form), {
      onSuccess: ({ tableName }) => {
        onClose();
        onCreated(tableName);
      },
    });
  };

  return (
    <Dialog
      title="Create table"
      opened
      onClose={onClose}
      size={560}
      closeOnClickOutside={false}
      onSubmit={submit}
      footer={
        <>
          <span className={classes.note}>
            in {connection.name}, {connection.region}
          </span>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="filled" type="submit" loading={create.isPending}>
            Create
          </Button>
        </>
      }
    >
      <div className={classes.form}>
        <CreateTableFields
          form={form}
          problemOf={(field) => (checked ? problems.get(field) : undefined)}
          onChange={(changed) => {
            setForm(changed);
            create.reset();
          }}
        />
        <CodeFold>
          {() => (
            <CodePanel
              operation="CreateTable"
              request={
                problems.size === 0 ? buildCreateTableRequest(specificationOf(form)) : undefined
              }
              {...codePlace(connection)}
            />
          )}
        </CodeFold>
        {create.error !== null && <ErrorNotice error={create.error} />}
      </div>
    </Dialog>
  );
}
