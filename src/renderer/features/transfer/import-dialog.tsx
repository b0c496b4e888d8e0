import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Connection } from '../../../contract/connections.ts';
import type { TableDescription } from '../../../contract/tables.ts';
import { Dialog } from '../../ui/dialog.tsx';
import classes from './import-dialog.module.css';
import { FileFacts } from './import-preview.tsx';
import { ImportFile } from './import-file.tsx';
import { RunOfImport } from './import-run.tsx';
import { fileKey } from './use-checked-file.ts';
import { useImportRun } from './use-import-run.ts';

type ImportDialogProps = {
  readonly connection: Connection;
  readonly table: TableDescription;
  /** The file that was dropped; without one the dialog asks for it. */
  readonly file?: File | undefined;
  readonly opened: boolean;
  readonly onClose: () => void;
  /** The table's items changed: all rows went in, or some before a cancel or an error. */
  readonly onImported: () => void;
};

/** Import of a file into a table: preview, start, progress, result. */
export function ImportDialog(props: ImportDialogProps) {
  const { connection, table, file, opened, onClose, onImported } = props;
  const { run, start, cancel, reset } = useImportRun({
    connectionId: connection.id,
    tableName: table.tableName,
    onImported,
  });
  const [asking, setAsking] = useState(false);
  const running = run.step === 'running';

  const close = () => {
    if (running) return setAsking(true);
    reset();
    onClose();
  };

  return (
    <Dialog
      title={`Import into ${table.tableName}`}
      opened={opened}
      onClose={close}
      size={760}
      closeOnClickOutside={false}
    >
      {run.step === 'ready' ? (
        <ImportFile
          key={fileKey(file)}
          connection={connection}
          table={table}
          file={file}
          onStart={(checked) => {
            setAsking(false);
            void start(checked);
          }}
          onClose={close}
        />
      ) : (
        <div className={classes.step}>
          <div className={classes.content}>
            <FileFacts preview={run.preview} />
            <RunOfImport run={run} />
          </div>
          <div className={classes.footer}>
            {running && asking && (
              <span className={classes.footerNote}>
                Stop the import? The rows that are written stay.
              </span>
            )}
            {running && asking && <Button onClick={() => setAsking(false)}>Go on</Button>}
            {running && !asking && <Button onClick={cancel}>Cancel</Button>}
            {running && asking && (
              <Button variant="filled" color="red" onClick={cancel}>
                Stop import
              </Button>
            )}
            {!running && (
              <Button variant="filled" onClick={close}>
                Close
              </Button>
            )}
          </div>
        </div>
      )}
    </Dialog>
  );
}
