/** Rows that stand one after the other: a million of them are one range. */
export type RowRange = { readonly first: number; readonly count: number };

/** The range from one row to another, whichever comes first. */
export function rangeBetween(a: number, b: number): RowRange {
  return { first: Math.min(a, b), count: Math.abs(a - b) + 1 };
}

const endOf = ({ first, count }: RowRange): number => first + count;

/** The same rows as sorted ranges that neither meet nor overlap. */
export function mergeRanges(ranges: readonly RowRange[]): readonly RowRange[] {
  const merged: RowRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.first - b.first)) {
    const last = merged.at(-1);
    if (range.count <= 0) continue;
    if (last === undefined || endOf(last) < range.first) merged.push(range);
    else {
      const end = Math.max(endOf(last), endOf(range));
      merged[merged.length - 1] = { first: last.first, count: end - last.first };
    }
  }
  return merged;
}

/** The ranges without the rows of another one. */
export function withoutRange(ranges: readonly RowRange[], gone: RowRange): readonly RowRange[] {
  return ranges.flatMap((range) => {
    const before = { first: range.first, count: Math.min(endOf(range), gone.first) - range.first };
    const after = Math.max(range.first, endOf(gone));
    const parts = [before, { first: after, count: endOf(range) - after }];
    return parts.filter(({ count }) => count > 0);
  });
}

export function hasRow(ranges: readonly RowRange[], row: number): boolean {
  return ranges.some((range) => row >= range.first && row < endOf(range));
}

export function countRows(ranges: readonly RowRange[]): number {
  return ranges.reduce((sum, { count }) => sum + count, 0);
}

/** The rows of the ranges that a grid of so many rows has. */
export function rangesWithin(ranges: readonly RowRange[], rowCount: number): readonly RowRange[] {
  const beyond = { first: rowCount, count: Number.MAX_SAFE_INTEGER - rowCount };
  return withoutRange(ranges, beyond);
}

/** Each row's number, in order. For ranges that are known to be of some thousand rows at most. */
export function* rowsIn(ranges: readonly RowRange[]): Iterable<number> {
  for (const range of ranges) for (let row = range.first; row < endOf(range); row += 1) yield row;
}
