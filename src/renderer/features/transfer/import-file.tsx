import { Button, FileButton, Loader } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import type { Connection } from '../../../contract/connections.ts';
import type { TableDescription } from '../../../contract/tables.ts';
import type { ImportPreview } from '../../../contract/transfer.ts';
import type { ImportAct } from '../../../domain/code/code-request.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { CodeFold } from '../code/code-fold.tsx';
import { CodePanel } from '../code/code-panel.tsx';
import { codePlace } from '../code/code-place.ts';
import { useFileDrop } from './file-drop.ts';
import classes from './import-dialog.module.css';
import { FileFacts, PreviewOfFile } from './import-preview.tsx';
import { count, whyNotImport } from './import-words.ts';
import { useCheckedFile } from './use-checked-file.ts';
import type { CheckedFile } from './use-import-run.ts';

type ImportFileProps = {
  readonly connection: Connection;
  readonly table: TableDescription;
  readonly file: File | undefined;
  readonly onStart: (checked: CheckedFile) => void;
  readonly onClose: () => void;
};

/** The import of a file as code reads it, beside which it stands. */
function importOf(
  { fileName, format }: ImportPreview,
  { tableName, partitionKey, sortKey }: TableDescription,
): ImportAct['request'] {
  const keyNames = [partitionKey, ...(sortKey ? [sortKey] : [])].map(({ name }) => name);
  return { tableName, fileName, format, keyNames };
}

/** The part of the dialog before the import starts: a file is chosen, read and checked. */
export function ImportFile({ connection, table, file, onStart, onClose }: ImportFileProps) {
  const [chosen, setChosen] = useState(file);
  const [confirming, setConfirming] = useState(false);
  const { over, handlers } = useFileDrop((files) => setChosen(files[0]));
  const checked = useCheckedFile(connection.id, table.tableName, chosen);
  const preview = checked.data?.preview;
  const reason = preview && whyNotImport(preview, connection, table);
  const rows = preview ? preview.rowCount - preview.rejectedCount : 0;

  const start = () => {
    if (checked.data === undefined) return;
    if (connection.guard === 'confirm-writes' && !confirming) setConfirming(true);
    else onStart(checked.data);
  };
  const chooseFile = (label: string, primary: boolean) => (
    <FileButton
      accept=".json,.ndjson,.jsonl,.txt,application/json"
      onChange={(picked) => picked && setChosen(picked)}
    >
      {(props) => (
        <Button {...props} variant={primary ? 'filled' : 'default'}>
          {label}
        </Button>
      )}
    </FileButton>
  );

  return (
    <div className={classes.step} data-over={over || undefined} {...handlers}>
      <div className={classes.content}>
        {chosen === undefined && (
          <EmptyState
            icon={<IconFileImport size={24} aria-hidden />}
            action={chooseFile('Choose file', true)}
          >
            Drop a file here: a JSON array, JSON lines, or DynamoDB JSON.
          </EmptyState>
        )}
        {chosen !== undefined && (
          <div className={classes.fileHead}>
            {preview ? <FileFacts preview={preview} /> : <strong>{chosen.name}</strong>}
            {chooseFile('Choose another file', false)}
          </div>
        )}
        {checked.isFetching && (
          <output className={classes.reading}>
            <Loader aria-hidden /> Reading {chosen?.name}…
          </output>
        )}
        {checked.isError && <ErrorNotice error={checked.error} title="Nothing was written" />}
        {preview && <PreviewOfFile preview={preview} keys={table} />}
        {preview && (
          <CodeFold>
            {() => (
              <CodePanel
                operation="Import"
                request={importOf(preview, table)}
                {...codePlace(connection)}
              />
            )}
          </CodeFold>
        )}
      </div>
      <div className={classes.footer}>
        <span className={classes.footerNote}>
          {reason ??
            (confirming
              ? `${connection.name} asks before it is written to. Write ${count(rows, 'item')} to ${table.tableName}?`
              : preview && 'An item with the same key is overwritten.')}
        </span>
        <Button onClick={confirming ? () => setConfirming(false) : onClose}>
          {confirming ? 'Back' : 'Cancel'}
        </Button>
        <Button
          variant="filled"
          disabled={preview === undefined || reason !== undefined}
          onClick={start}
        >
          {confirming ? `Write ${count(rows, 'item')}` : 'Start import'}
        </Button>
      </div>
    </div>
  );
}
