import { maximumWindowRows } from '../../../contract/limits.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import { readCountOf } from '../query/result-state.ts';
import type { ResultState, RowKey } from '../query/result-state.ts';
import { hiddenRows, sourceRow } from '../query/row-overlay.ts';

/** Rows of a result set by their numbers; fewer than asked for where it ends. */
export type ReadRows = (
  first: number,
  count: number,
  signal?: AbortSignal,
) => Promise<readonly Item[]>;

/**
 * The items shown at places, all of them waited for, as they stand now: with what was written since
 * they were read.
 */
export async function fetchShownRows(
  state: ResultState,
  readRows: ReadRows,
  rowKey: RowKey,
  { first, count, signal }: { first: number; count: number; signal?: AbortSignal | undefined },
): Promise<readonly Item[]> {
  const { overlay } = state;
  const hidden = hiddenRows(overlay);
  const read = readCountOf(state) - hidden.length;
  const end = first + count;
  const items: Item[] = [];
  const gone = new Set(hidden);
  const last = first < read ? sourceRow(Math.min(end, read) - 1, hidden) : -1;
  for (let row = sourceRow(first, hidden); row <= last; row += maximumWindowRows) {
    const rows = await readRows(row, Math.min(maximumWindowRows, last - row + 1), signal);
    for (const [index, item] of rows.entries())
      if (!gone.has(row + index)) items.push(overlay.replaced.get(rowKey(item)) ?? item);
  }
  if (end > read)
    items.push(...[...overlay.added.values()].slice(Math.max(0, first - read), end - read));
  return items;
}
