import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Connection } from '../../../contract/connections.ts';
import type { TableDescription } from '../../../contract/tables.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import classes from './bulk-dialog.module.css';
import { BulkPlanning } from './bulk-planning.tsx';
import { BulkRunning } from './bulk-running.tsx';
import { whyNotWrite } from './bulk-words.ts';
import { useBulkRun } from './use-bulk-run.ts';

type TruncateDialogProps = {
  readonly connection: Connection;
  readonly table: TableDescription;
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Items were deleted: what is shown of them is old. */
  readonly onWritten: () => void;
};

/** Deletes every item of a table; the table itself stays. */
export function TruncateDialog({ opened, ...others }: TruncateDialogProps) {
  return opened && <OpenedDialog {...others} />;
}

function OpenedDialog(props: Omit<TruncateDialogProps, 'opened'>) {
  const { connection, table, onClose, onWritten } = props;
  const { tableName } = table;
  const run = useBulkRun({ connectionId: connection.id, tableName, onWritten });
  const { step } = run;
  const [asking, setAsking] = useState(false);
  const refused = whyNotWrite(connection);
  const close = () => {
    if (step.step === 'running') setAsking(true);
    else onClose();
  };
  return (
    <Dialog
      title={`Delete all items of ${tableName}`}
      opened
      onClose={close}
      size={520}
      closeOnClickOutside={false}
    >
      {step.step === 'asking' && (
        <div className={classes.step}>
          <div className={classes.content}>
            <p>
              This deletes every item of <strong>{tableName}</strong> and keeps the table with its
              indexes and settings. First a dry run reads the keys of all items, and says how many
              there are. Items that come after it are not deleted.
            </p>
            <p className={classes.quiet}>
              For a large table, deleting it and creating it anew is faster and costs nothing.
            </p>
            {step.error !== undefined && (
              <ErrorNotice error={step.error} title="Nothing was deleted" />
            )}
          </div>
          <div className={classes.footer}>
            <span className={classes.footerNote}>{refused}</span>
            <Button onClick={close}>Cancel</Button>
            <Button
              variant="filled"
              disabled={refused !== undefined}
              onClick={() => void run.plan({ target: { kind: 'table' }, act: { kind: 'delete' } })}
            >
              Dry run
            </Button>
          </div>
        </div>
      )}
      {(step.step === 'planning' || step.step === 'planned') && (
        <BulkPlanning
          connection={connection}
          tableName={tableName}
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
