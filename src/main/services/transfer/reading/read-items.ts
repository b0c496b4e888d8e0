import type { FileFormat, RejectedRow } from '../../../../contract/transfer.ts';
import type { Item } from '../../../../domain/attribute-value.ts';
import { DomainError } from '../../../../domain/domain-error.ts';
import type { UserFile } from '../../../ports/file-access.ts';
import { decideFormat, wrappedRowsHint } from './file-format.ts';
import { parseRow } from './parse-row.ts';
import { readRows } from './read-rows.ts';
import type { JsonLayout, ScannedRow } from './scanned-row.ts';

/** A row that is an item and passed the check. */
export type ItemRow = {
  readonly row: number;
  readonly line: number;
  /** The place after the row, in bytes from the start of the file. */
  readonly end: number;
  readonly item: Item;
};

/** Some more rows of a file, in its order. */
export type ItemsRead = {
  readonly format: FileFormat;
  readonly items: readonly ItemRow[];
  readonly rejected: readonly RejectedRow[];
  readonly bytesRead: number;
};

/** Answers why an item cannot go in, in words, or undefined where it can. */
export type ItemCheck = (item: Item) => string | undefined;

/** What the format is decided on: so many rows, or so many bytes where rows are long. */
const firstRowCount = 100;
const firstBytes = 1024 * 1024;

/**
 * Reads a file from start to end as items, and tells the rows that are none or fail the check.
 * Errors as of `readRows`.
 */
export async function* readItems(
  file: UserFile,
  check: ItemCheck,
  signal?: AbortSignal,
): AsyncGenerator<ItemsRead> {
  let format: FileFormat | undefined;
  let layout: JsonLayout | undefined;
  let waiting: ScannedRow[] = [];
  let bytesRead = 0;
  for await (const read of readRows(file, signal)) {
    ({ layout, bytesRead } = read);
    if (format !== undefined) {
      yield { format, bytesRead, ...sortRows(read.rows, format, check) };
      continue;
    }
    waiting.push(...read.rows);
    if (waiting.length < firstRowCount && bytesRead < firstBytes) continue;
    // One row is not enough to tell whether there are lines.
    if (waiting.length < 2) continue;
    format = decideFormat(layout, waiting.slice(0, firstRowCount));
    yield { format, bytesRead, ...sortRows(waiting, format, check) };
    waiting = [];
  }
  if (format !== undefined) return;
  format = decideFormat(layout, waiting);
  const hint = wrappedRowsHint(layout, waiting);
  yield { format, bytesRead, ...sortRows(waiting, format, check, hint) };
}

function sortRows(
  rows: readonly ScannedRow[],
  format: FileFormat,
  check: ItemCheck,
  hint?: string,
): Pick<ItemsRead, 'items' | 'rejected'> {
  const items: ItemRow[] = [];
  const rejected: RejectedRow[] = [];
  for (const scanned of rows) {
    const { row, line, end } = scanned;
    try {
      const item = parseRow(scanned, format);
      const problem = check(item);
      if (problem !== undefined) throw new DomainError(problem);
      items.push({ row, line, end, item });
    } catch (cause) {
      if (!(cause instanceof DomainError)) throw cause;
      const reason = hint === undefined ? cause.message : `${cause.message} ${hint}`;
      rejected.push({ row, line, reason });
    }
  }
  return { items, rejected };
}
