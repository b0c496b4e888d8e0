import type { TableDescription } from '../../../contract/tables.ts';
import type { ImportProgress } from '../../../contract/transfer.ts';
import type { UserFile } from '../../ports/file-access.ts';
import { createItemCheck } from './check-item.ts';
import { readItems } from './reading/read-items.ts';
import { readRows } from './reading/read-rows.ts';
import { createRejectedRows } from './rejected-rows.ts';
import { createBatchWriter } from './writing/batch-writer.ts';
import type { BatchWriterOptions } from './writing/batch-writer.ts';

export type ImportOptions = Pick<BatchWriterOptions, 'writeBatch' | 'backOff' | 'parallelism'> & {
  readonly file: UserFile;
  readonly table: TableDescription;
  readonly signal?: AbortSignal | undefined;
};

/** Progress is told after so many rows, or so much of a file: a hundredth, if that is enough. */
const rowsBetweenProgress = 1_000;
const leastBytesBetweenProgress = 64 * 1024;

/**
 * Writes the rows of a file into a table, telling how far it is: at the start, now and then, and at
 * the end, also at one that an error brings. The whole file is read once before the first write, so
 * that a broken one writes nothing.
 */
export async function* runImport(options: ImportOptions): AsyncGenerator<ImportProgress> {
  const { file, table, signal } = options;
  const started = performance.now();
  const rejected = createRejectedRows();
  const writer = createBatchWriter({
    ...options,
    tableName: table.tableName,
    schema: table,
    onRejected: (row) => rejected.add(row),
  });
  const bytesBetweenProgress = Math.max(leastBytesBetweenProgress, file.sizeBytes / 100);
  let bytesRead = 0;
  let rowsRead = 0;
  let toldBytes = 0;
  let toldRows = 0;

  function tell(complete: boolean): ImportProgress {
    toldBytes = bytesRead;
    toldRows = rowsRead;
    return {
      bytesRead,
      bytesTotal: file.sizeBytes,
      rowsRead,
      ...writer.counts(),
      rejectedCount: rejected.count(),
      rejected: rejected.first(),
      elapsedMs: performance.now() - started,
      complete,
    };
  }

  function isDue(): boolean {
    return (
      rowsRead - toldRows >= rowsBetweenProgress || bytesRead - toldBytes >= bytesBetweenProgress
    );
  }

  yield tell(false);
  await readToEnd(file, signal);
  try {
    for await (const read of readItems(file, createItemCheck(table), signal)) {
      for (const row of read.rejected) rejected.add(row);
      rowsRead += read.rejected.length;
      for (const row of read.items) {
        await writer.add(row);
        rowsRead += 1;
        bytesRead = row.end;
        if (isDue()) yield tell(false);
      }
      bytesRead = read.bytesRead;
    }
    await writer.finish();
  } catch (error) {
    yield tell(false);
    throw error;
  }
  yield tell(true);
}

/** Throws where a file is not well-formed from start to end. */
async function readToEnd(file: UserFile, signal: AbortSignal | undefined): Promise<void> {
  for await (const { bytesRead } of readRows(file, signal)) void bytesRead;
}
