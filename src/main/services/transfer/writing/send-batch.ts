import { SortkeyError } from '../../../../contract/sortkey-error.ts';
import { parseItem } from '../../../../domain/parse-dynamodb-json.ts';
import type { KeySchema } from '../../../../domain/table-schema.ts';
import type { BackOff } from './back-off.ts';
import type { BatchRows, OutgoingRow } from './batch.ts';
import { keyIdentity } from './key-identity.ts';
import { buildBatchWrite, parseBatchWriteAnswer } from './wire-batch.ts';
import type { WriteBatch } from './wire-batch.ts';

/** What happened to the rows, told as it happens. */
export type WriteReport = {
  written(rows: number): void;
  rejected(row: OutgoingRow, reason: string): void;
  retried(times: number): void;
  consumed(capacity: number | undefined): void;
};

export type SendBatchDeps = {
  readonly tableName: string;
  readonly schema: KeySchema;
  readonly writeBatch: WriteBatch;
  readonly backOff: BackOff;
  readonly report: WriteReport;
  readonly signal?: AbortSignal | undefined;
};

/** Requests in a row that get nothing written before we give up: some 20 s. */
const maximumFailures = 12;

/**
 * Writes the rows of a batch, until each is written or was refused by DynamoDB for what it holds.
 * DynamoDB refuses a batch as a whole for one row, so its rows are then sent one by one. Throws
 * where something else is wrong: the connection, the rights, throttling without end.
 * [API: BatchWriteItem]
 */
export async function sendBatch(rows: BatchRows, deps: SendBatchDeps) {
  const waiting = new Map(rows);
  try {
    await sendUntilWritten(waiting, deps);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const several = waiting.size > 1;
    for (const [key, same] of waiting) {
      // Alone, the last row of a key is the bad one, and the one before it becomes the last.
      const last = several ? undefined : same.at(-1);
      if (last) deps.report.rejected(last, reasonOf(error));
      const left = last ? same.slice(0, -1) : same;
      if (left.length > 0) await sendBatch(new Map([[key, left]]), deps);
    }
  }
}

/** Takes the rows that are written out of `waiting`, until none is left. */
async function sendUntilWritten(
  waiting: Map<string, readonly OutgoingRow[]>,
  deps: SendBatchDeps,
): Promise<void> {
  const { report, tableName, signal } = deps;
  let failures = 0;
  while (waiting.size > 0) {
    const before = waiting.size;
    await sendOnce(waiting, deps);
    if (waiting.size === 0) return;
    failures = waiting.size < before ? 1 : failures + 1;
    if (failures === maximumFailures) throw throttledError(tableName);
    report.retried(1);
    await deps.backOff(failures, signal);
  }
}

/** Sends the last row of each key. */
async function sendOnce(
  waiting: Map<string, readonly OutgoingRow[]>,
  { tableName, schema, writeBatch, report, signal }: SendBatchDeps,
): Promise<void> {
  const texts = Array.from(waiting.values(), (same) => same.at(-1)?.text ?? '');
  try {
    const { body, attempts } = await writeBatch(buildBatchWrite(tableName, texts), signal);
    const answer = parseBatchWriteAnswer(body);
    report.retried(attempts - 1);
    report.consumed(answer.consumedCapacity);
    const unprocessed = answer.unprocessed.map((item) => keyIdentity(parseItem(item), schema));
    for (const [key, same] of waiting) {
      if (unprocessed.includes(key)) continue;
      waiting.delete(key);
      report.written(same.length);
    }
  } catch (error) {
    if (!(error instanceof SortkeyError && error.code === 'THROTTLED')) throw error;
  }
}

function isRefusal(error: unknown): error is SortkeyError {
  if (!(error instanceof SortkeyError)) return false;
  return (
    error.code === 'VALIDATION_FAILED' ||
    error.code === 'ITEM_TOO_LARGE' ||
    error.detail.awsName === 'ItemCollectionSizeLimitExceededException'
  );
}

function reasonOf(error: SortkeyError): string {
  return `DynamoDB refused it: ${error.message.replace(/^BatchWriteItem failed: /, '')}`;
}

function throttledError(tableName: string): SortkeyError {
  return new SortkeyError(
    'THROTTLED',
    `DynamoDB took no more rows for table ${tableName} in ${maximumFailures} attempts. ` +
      'Raise its write capacity, or import again later.',
  );
}
