import type { Connection } from '../../../contract/connections.ts';
import type { TableDescription } from '../../../contract/tables.ts';
import type {
  FileFormat,
  ImportPreview,
  ImportProgress,
  RejectedRow,
} from '../../../contract/transfer.ts';
import { count } from '../../ui/amounts.ts';

export { count, duration } from '../../ui/amounts.ts';

export const formatNames: Readonly<Record<FileFormat, string>> = {
  json: 'JSON array',
  ndjson: 'JSON lines',
  'dynamodb-json': 'DynamoDB JSON',
  'dynamodb-json-lines': 'DynamoDB JSON lines',
};

/** Why an import cannot be started, in words; undefined where it can. */
export function whyNotImport(
  preview: Pick<ImportPreview, 'rowCount' | 'rejectedCount'>,
  connection: Pick<Connection, 'guard' | 'name'>,
  table: Pick<TableDescription, 'status' | 'tableName'>,
): string | undefined {
  if (connection.guard === 'read-only') return `${connection.name} is a read-only connection.`;
  if (preview.rowCount === 0) return 'The file has no rows.';
  if (preview.rowCount === preview.rejectedCount) return 'No row of this file can go in.';
  if (table.status !== 'ACTIVE' && table.status !== 'UPDATING') {
    return `${table.tableName} is ${table.status.toLowerCase()}; wait until it is active.`;
  }
  return undefined;
}

export type ImportOutcome = 'complete' | 'cancelled' | 'failed';

/** What an import did: `6 items imported, 1 row rejected`. */
export function resultText(
  outcome: ImportOutcome,
  progress: Pick<ImportProgress, 'rowsWritten' | 'rejectedCount'> | undefined,
): string {
  const imported = `${count(progress?.rowsWritten ?? 0, 'item')} imported`;
  const rejected =
    progress && progress.rejectedCount > 0
      ? `, ${count(progress.rejectedCount, 'row')} rejected`
      : '';
  if (outcome === 'cancelled') return `Cancelled: at least ${imported}${rejected}`;
  if (outcome === 'failed') return `Stopped by an error: ${imported}${rejected}`;
  return imported + rejected;
}

export type ImportPace = {
  /** 0 to 1. */
  readonly fraction: number;
  /** Rows a second, once there is enough to tell. */
  readonly rate: number | undefined;
  readonly millisecondsLeft: number | undefined;
};

// A rate measured over less than this is noise.
const soonestRateMs = 300;

/** How far an import is, and how long it will take at the rate so far. */
export function importPace(progress: ImportProgress | undefined, rowCount: number): ImportPace {
  if (progress === undefined) return { fraction: 0, rate: undefined, millisecondsLeft: undefined };
  const done = progress.rowsWritten + progress.rejectedCount;
  const fraction = progress.complete ? 1 : Math.min(rowCount === 0 ? 0 : done / rowCount, 1);
  if (progress.elapsedMs < soonestRateMs || done === 0) {
    return { fraction, rate: undefined, millisecondsLeft: undefined };
  }
  const rate = (done / progress.elapsedMs) * 1000;
  const left = (Math.max(rowCount - done, 0) / rate) * 1000;
  return { fraction, rate, millisecondsLeft: progress.complete ? undefined : left };
}

/** Rejected rows as lines for the clipboard, tab-separated with a heading. */
export function rejectedText(rejected: readonly RejectedRow[]): string {
  const lines = rejected.map(({ row, line, reason }) => `${row}\t${line}\t${reason}`);
  return ['Row\tLine\tReason', ...lines].join('\n');
}
