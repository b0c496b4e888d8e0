import type { RejectedRow } from '../../../../contract/transfer.ts';
import type { ItemRow } from '../reading/read-items.ts';
import { backOff } from './back-off.ts';
import { createBatch } from './batch.ts';
import type { BatchRows } from './batch.ts';
import { keyIdentity } from './key-identity.ts';
import { sendBatch } from './send-batch.ts';
import type { SendBatchDeps } from './send-batch.ts';

export type BatchWriterOptions = Pick<
  SendBatchDeps,
  'tableName' | 'schema' | 'writeBatch' | 'signal'
> & {
  readonly backOff?: SendBatchDeps['backOff'];
  /** How many batches may be on their way; asked before each, so that it may change. */
  readonly parallelism?: () => number;
  readonly onRejected: (row: RejectedRow) => void;
};

export type WriteCounts = {
  readonly rowsWritten: number;
  readonly retries: number;
  /** Undefined where the endpoint does not say. */
  readonly consumedCapacity: number | undefined;
};

export type BatchWriter = {
  /** Takes one more row, and waits while too many are on their way. Throws what a batch threw. */
  add(row: Pick<ItemRow, 'row' | 'line' | 'item'>): Promise<void>;
  /** Sends what is left, and waits until all are written. Throws what a batch threw. */
  finish(): Promise<void>;
  counts(): WriteCounts;
};

const usualParallelism = 4;

/**
 * Writes rows in batches, several at once, so that the table ends as if they had been put one after
 * the other: of rows with one key the last wins, and two of them are never on their way together.
 * Each row counts as written or as rejected, also one that a later row of its key replaced.
 */
export function createBatchWriter(options: BatchWriterOptions): BatchWriter {
  const { schema, tableName, writeBatch, signal, onRejected } = options;
  const parallelism = options.parallelism ?? (() => usualParallelism);
  const onTheirWay = new Map<BatchRows, Promise<void>>();
  let batch = createBatch();
  let counts: WriteCounts = { rowsWritten: 0, retries: 0, consumedCapacity: undefined };
  let failure: { readonly error: unknown } | undefined;

  const deps: SendBatchDeps = {
    tableName,
    schema,
    writeBatch,
    signal,
    backOff: options.backOff ?? backOff,
    report: {
      written(rows) {
        counts = { ...counts, rowsWritten: counts.rowsWritten + rows };
      },
      retried(times) {
        counts = { ...counts, retries: counts.retries + times };
      },
      consumed(capacity) {
        if (capacity === undefined) return;
        counts = { ...counts, consumedCapacity: (counts.consumedCapacity ?? 0) + capacity };
      },
      rejected: ({ row, line }, reason) => onRejected({ row, line, reason }),
    },
  };

  function mustWait(rows: BatchRows): boolean {
    if (onTheirWay.size >= Math.max(1, parallelism())) return true;
    for (const others of onTheirWay.keys()) {
      for (const key of rows.keys()) if (others.has(key)) return true;
    }
    return false;
  }

  /** Waits until this batch may be on its way; answers false where an earlier one failed. */
  async function mayGo(rows: BatchRows): Promise<boolean> {
    while (mustWait(rows)) await Promise.race(onTheirWay.values());
    return failure === undefined && rows.size > 0;
  }

  async function send(): Promise<void> {
    const { rows } = batch;
    batch = createBatch();
    if (!(await mayGo(rows))) return;
    const sent = sendBatch(rows, deps)
      .catch((error: unknown) => {
        failure ??= { error };
      })
      .finally(() => onTheirWay.delete(rows));
    onTheirWay.set(rows, sent);
  }

  async function throwFailure(): Promise<void> {
    if (failure === undefined) return;
    // What is on its way may still be written, and is counted.
    await Promise.all(onTheirWay.values());
    throw failure.error;
  }

  return {
    counts: () => counts,
    async add({ row, line, item }) {
      const outgoing = { row, line, key: keyIdentity(item, schema), text: JSON.stringify(item) };
      if (!batch.add(outgoing)) {
        await send();
        batch.add(outgoing);
      }
      await throwFailure();
    },
    async finish() {
      await send();
      await Promise.all(onTheirWay.values());
      await throwFailure();
    },
  };
}
