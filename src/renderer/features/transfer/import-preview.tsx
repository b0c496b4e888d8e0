import { IconAlertTriangle, IconCircleCheck, IconFileText } from '@tabler/icons-react';
import { attributeTypeNames } from '../../../domain/attribute-value.ts';
import type { KeyAttribute, KeySchema } from '../../../domain/table-schema.ts';
import type { ImportPreview } from '../../../contract/transfer.ts';
import { sizeText } from '../../ui/numbers.ts';
import classes from './import-dialog.module.css';
import { count, formatNames } from './import-words.ts';
import { PreviewTable } from './preview-table.tsx';
import { RejectedRows } from './rejected-rows.tsx';

/** What a file holds, and what of it can go into the table. */
export function PreviewOfFile({ preview, keys }: { preview: ImportPreview; keys: KeySchema }) {
  const { rowCount, rejectedCount } = preview;
  return (
    <>
      {rowCount > 0 && (
        <p className={classes.check} data-good={rejectedCount === 0 || undefined}>
          {rejectedCount === 0 ? (
            <IconCircleCheck size={16} aria-hidden />
          ) : (
            <IconAlertTriangle size={16} aria-hidden />
          )}
          <span>{checkText(preview, keys)}</span>
        </p>
      )}
      {rowCount > rejectedCount && <PreviewTable preview={preview} keys={keys} />}
      <RejectedRows
        rejected={preview.rejected}
        total={rejectedCount}
        heading={`${count(rejectedCount, 'row')} cannot go in`}
      />
    </>
  );
}

/** The line that names the file and what it turned out to be. */
export function FileFacts({ preview }: { preview: ImportPreview }) {
  return (
    <div className={classes.file}>
      <IconFileText size={16} aria-hidden />
      <strong className={classes.fileName}>{preview.fileName}</strong>
      <span className={classes.quiet}>
        {sizeText(preview.sizeBytes)} · {formatNames[preview.format]} ·{' '}
        {count(preview.rowCount, 'row')}
      </span>
    </div>
  );
}

const keyInWords = (key: KeyAttribute) => `${key.name} (${attributeTypeNames[key.type]})`;

function checkText({ rowCount, rejectedCount }: ImportPreview, keys: KeySchema): string {
  const key = [keys.partitionKey, ...(keys.sortKey ? [keys.sortKey] : [])]
    .map(keyInWords)
    .join(' and ');
  if (rejectedCount === 0) {
    return rowCount === 1 ? `The row has its key: ${key}.` : `Every row has its key: ${key}.`;
  }
  const good = rowCount - rejectedCount;
  const can = good === 0 ? 'No row can go in' : `${count(good, 'row')} can go in`;
  const rest =
    rejectedCount === 1
      ? '1 cannot and is left out'
      : `${count(rejectedCount, 'row')} cannot and are left out`;
  return good === 0 ? `${can}. The key is ${key}.` : `${can}; ${rest}. The key is ${key}.`;
}
