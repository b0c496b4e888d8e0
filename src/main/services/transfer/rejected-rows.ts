import type { RejectedRow } from '../../../contract/transfer.ts';

/** How many rejected rows are listed; beyond, they are only counted. */
export const maximumRejectedRows = 1_000;

/** Counts rejected rows, and keeps the first of them. */
export type RejectedRows = {
  add(row: RejectedRow): void;
  count(): number;
  /** In the file's order. */
  first(): RejectedRow[];
};

export function createRejectedRows(): RejectedRows {
  const kept: RejectedRow[] = [];
  let count = 0;
  return {
    count: () => count,
    first: () => kept.toSorted((a, b) => a.row - b.row),
    add(row) {
      count += 1;
      if (kept.length < maximumRejectedRows) kept.push(row);
    },
  };
}
