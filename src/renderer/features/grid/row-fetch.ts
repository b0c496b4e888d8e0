import type { PlacedRow } from './block-edit.ts';
import type { GridSource } from './grid-source.ts';
import { countRows, rowsIn } from './row-ranges.ts';
import type { RowRange } from './row-ranges.ts';

/** Rows asked for at once: what can be cancelled, and counted, in between. */
const chunk = 2_000;
/** More rows than this are surely not all here. */
const mostHere = 10_000;

/** The rows of the ranges where all of them are here, else undefined. */
export function rowsHere(
  { rowAt }: Pick<GridSource, 'rowAt'>,
  ranges: readonly RowRange[],
): readonly PlacedRow[] | undefined {
  if (countRows(ranges) > mostHere) return undefined;
  const rows: PlacedRow[] = [];
  for (const index of rowsIn(ranges)) {
    const row = rowAt(index);
    if (row === undefined) return undefined;
    rows.push({ index, row });
  }
  return rows;
}

/** The rows of the ranges, those that are not here fetched; rejects as `source.fetch` does. */
export async function fetchRanges(
  source: Pick<GridSource, 'rowAt' | 'fetch'>,
  ranges: readonly RowRange[],
  signal: AbortSignal,
  onProgress: (rows: number) => void,
): Promise<readonly PlacedRow[]> {
  const rows: PlacedRow[] = [];
  for (const { first, count } of ranges) {
    for (let from = first; from < first + count; from += chunk) {
      signal.throwIfAborted();
      const some = Math.min(chunk, first + count - from);
      const here = rowsHere(source, [{ first: from, count: some }]);
      if (here !== undefined) rows.push(...here);
      else {
        const fetched = await source.fetch(from, some, signal);
        rows.push(...fetched.map((row, index) => ({ index: from + index, row })));
      }
      onProgress(rows.length);
    }
  }
  signal.throwIfAborted();
  return rows;
}
