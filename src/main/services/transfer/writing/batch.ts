import type { ItemRow } from '../reading/read-items.ts';
import {
  bytesAroundBatch,
  bytesInBatch,
  maximumBatchBytes,
  maximumBatchEntries,
} from './wire-batch.ts';

/** A row on its way into the table, with its item as it is sent. */
export type OutgoingRow = Pick<ItemRow, 'row' | 'line'> & {
  readonly key: string;
  /** DynamoDB JSON text. */
  readonly text: string;
};

/** The rows of a batch by key, in the file's order. */
export type BatchRows = ReadonlyMap<string, readonly OutgoingRow[]>;

/**
 * The rows of one request, by key: DynamoDB refuses a batch that has a key twice. Where rows share a
 * key only the last is sent, as if each had been put after the other; the ones before it are kept
 * for the case that the last is refused.
 */
export type Batch = {
  readonly rows: BatchRows;
  /** Answers false where the row has no place in this batch any more. */
  add(row: OutgoingRow): boolean;
};

export function createBatch(): Batch {
  const rows = new Map<string, OutgoingRow[]>();
  let bytes = bytesAroundBatch;
  return {
    rows,
    add(row) {
      const more = bytesInBatch(row.text);
      const same = rows.get(row.key);
      if (rows.size > 0 && bytes + more > maximumBatchBytes) return false;
      if (same === undefined && rows.size === maximumBatchEntries) return false;
      bytes += more;
      if (same === undefined) rows.set(row.key, [row]);
      else same.push(row);
      return true;
    },
  };
}
