import { useState } from 'react';
import type { Connection } from '../../../contract/connections.ts';
import type { TableDescription } from '../../../contract/tables.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { BulkAsking } from './bulk-asking.tsx';
import { initialForm } from './bulk-form.ts';
import type { BulkRows, KnownNames } from './bulk-rows.ts';
import { BulkPlanning } from './bulk-planning.tsx';
import { BulkRunning } from './bulk-running.tsx';
import { useBulkRun } from './use-bulk-run.ts';

export type BulkDialogProps = {
  readonly connection: Connection;
  readonly table: TableDescription;
  readonly rows: BulkRows;
  /** What the name of an attribute is completed from. */
  readonly known: KnownNames;
  readonly onLoadAll: () => void;
  readonly onClose: () => void;
  /** Items were written: what is shown of them is old. */
  readonly onWritten: () => void;
};

/** Changes or deletes many rows: what to do, a dry run of it, and then the writes. */
export function BulkDialog(props: BulkDialogProps) {
  const { connection, table, rows, onClose } = props;
  const [form, setForm] = useState(() => initialForm(rows));
  const run = useBulkRun({
    connectionId: connection.id,
    tableName: table.tableName,
    onWritten: props.onWritten,
  });
  const { step } = run;
  const [asking, setAsking] = useState(false);
  const close = () => {
    if (step.step === 'running') setAsking(true);
    else onClose();
  };
  return (
    <Dialog
      title={`Bulk change in ${table.tableName}`}
      opened
      onClose={close}
      size={620}
      closeOnClickOutside={false}
    >
      {step.step === 'asking' && (
        <BulkAsking
          {...props}
          form={form}
          onChange={setForm}
          error={step.error}
          onDryRun={(job) => void run.plan(job)}
        />
      )}
      {(step.step === 'planning' || step.step === 'planned') && (
        <BulkPlanning
          connection={connection}
          tableName={table.tableName}
          step={step}
          onBack={run.back}
          onRun={() => void run.run(step.job)}
        />
      )}
      {(step.step === 'running' || step.step === 'done') && (
        <BulkRunning
          step={step}
          asking={asking && step.step === 'running'}
          onGoOn={() => setAsking(false)}
          onCancel={run.cancelRun}
          onClose={close}
        />
      )}
    </Dialog>
  );
}
