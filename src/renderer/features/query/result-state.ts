import type { ResultSetProgress } from '../../../contract/query.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import type { Read } from './read.ts';
import type { RowBlocks } from './row-blocks.ts';
import { emptyOverlay, hiddenRows, removeRow, replaceRow, sourceRow } from './row-overlay.ts';
import type { RowOverlay } from './row-overlay.ts';

export type ResultState = {
  /** What is being read at present: a new result, one more page, or all that is left. */
  readonly reading: 'result' | 'page' | 'all' | undefined;
  /** The read whose rows are shown. */
  readonly read: Read | undefined;
  readonly progress: ResultSetProgress | undefined;
  readonly overlay: RowOverlay;
  /** Every attribute that any read so far has seen: what a form offers to choose from. */
  readonly known: ResultSetProgress['attributes'];
  /** Why the last reading ended early; what was read before stays. */
  readonly error: unknown;
  readonly blocks: RowBlocks | undefined;
  /** Changes with each block of rows that came. */
  readonly version: number;
  /** Changes with each other read whose result is shown, not when the same is read again. */
  readonly run: number;
};

export const initialResult: ResultState = {
  reading: undefined,
  read: undefined,
  progress: undefined,
  overlay: emptyOverlay,
  known: [],
  error: undefined,
  blocks: undefined,
  version: 0,
  run: 0,
};

/** Gives the identity of an item. */
export type RowKey = (item: Item) => string;

/** What is known of attributes, with those that were just seen, their types first. */
export function mergeKnown(
  known: ResultState['known'],
  seen: ResultState['known'],
): ResultState['known'] {
  const names = new Set(seen.map(({ name }) => name));
  const others = known.filter(({ name }) => !names.has(name));
  return others.length === 0 ? seen : [...seen, ...others];
}

/** How many rows are shown: what was read, less what is gone since, and what is new. */
export function rowCountOf({ progress, overlay }: ResultState): number {
  return (progress?.rowCount ?? 0) - hiddenRows(overlay).length + overlay.added.size;
}

/** The item shown at a place, as it stands now; undefined while it is not here. */
export function rowAt(state: ResultState, shown: number, rowKey: RowKey): Item | undefined {
  const { overlay, blocks, progress } = state;
  const hidden = hiddenRows(overlay);
  const read = (progress?.rowCount ?? 0) - hidden.length;
  if (shown >= read) return [...overlay.added.values()][shown - read];
  const item = blocks?.row(sourceRow(shown, hidden));
  if (item === undefined || overlay.replaced.size === 0) return item;
  return overlay.replaced.get(rowKey(item)) ?? item;
}

/** Fetches what is missing of the rows shown at these places. */
export function wantRows(state: ResultState, first: number, last: number): void {
  const hidden = hiddenRows(state.overlay);
  const rowCount = state.progress?.rowCount ?? 0;
  state.blocks?.want(sourceRow(first, hidden), sourceRow(last, hidden), rowCount);
}

/** The overlay after an item was written or, where undefined, deleted. */
export function overlayAfter(
  { overlay, blocks }: ResultState,
  key: string,
  item: Item | undefined,
  rowKey: RowKey,
): RowOverlay {
  if (item !== undefined) return replaceRow(overlay, key, item);
  const found = [...(blocks?.entries() ?? [])].find(([, row]) => rowKey(row) === key);
  return removeRow(overlay, key, found?.[0]);
}

/**
 * The overlay once more rows are here: a row that is gone gets its place, and an item that was
 * added and has now been read is no addition any more.
 */
export function settleOverlay(
  overlay: RowOverlay,
  rows: readonly Item[],
  first: number,
  rowKey: RowKey,
): RowOverlay {
  if (overlay.removed.size === 0 && overlay.added.size === 0) return overlay;
  let settled = overlay;
  for (const [index, row] of rows.entries()) {
    const key = rowKey(row);
    if (settled.removed.has(key)) settled = removeRow(settled, key, first + index);
    const added = settled.added.get(key);
    if (added !== undefined) settled = replaceRow(removeRow(settled, key, undefined), key, added);
  }
  return settled;
}
