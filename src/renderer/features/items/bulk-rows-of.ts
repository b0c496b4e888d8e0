import type { BulkRows, RowRange } from '../bulk/bulk-rows.ts';
import { readCountOf } from '../query/result-state.ts';
import type { ResultState } from '../query/result-state.ts';
import { hiddenRows, sourceRow } from '../query/row-overlay.ts';

type Shown = {
  readonly state: ResultState;
  /** Rows of the grid that are selected. */
  readonly selected: readonly RowRange[];
  /** Staged new rows, which stand before all others. */
  readonly newRows: number;
  readonly stagedCount: number;
};

/** The rows of a result for a bulk change: selected rows by their places in the present view. */
export function bulkRowsOf({ state, selected, newRows, stagedCount }: Shown): BulkRows {
  const { resultSetId, view, progress, overlay, reading } = state;
  const hidden = hiddenRows(overlay);
  const shown = readCountOf(state) - hidden.length;
  const ranges: RowRange[] = [];
  let [chosen, taken] = [0, 0];
  for (const { first, count } of selected) {
    chosen += count;
    const from = Math.max(first - newRows, 0);
    const to = Math.min(first + count - newRows, shown);
    if (from >= to) continue;
    taken += to - from;
    ranges.push(...withoutHidden(from, to, hidden));
  }
  return {
    resultSetId,
    viewId: view?.viewId,
    rowCount: readCountOf(state),
    filtered: (view?.arrangement.filters.length ?? 0) > 0,
    complete: progress?.complete ?? false,
    loading: reading !== undefined,
    selected: { ranges, rowCount: taken, leftOut: chosen - taken },
    readAnew: overlay.replaced.size + overlay.removed.size > 0,
    stagedCount,
  };
}

/** Places shown from one to before another, as rows of the view: rows that are gone lie between. */
function withoutHidden(from: number, to: number, hidden: readonly number[]): RowRange[] {
  const end = sourceRow(to - 1, hidden) + 1;
  const ranges: RowRange[] = [];
  let first = sourceRow(from, hidden);
  for (const gone of hidden) {
    if (gone < first) continue;
    if (gone >= end) break;
    if (gone > first) ranges.push({ first, count: gone - first });
    first = gone + 1;
  }
  if (first < end) ranges.push({ first, count: end - first });
  return ranges;
}
