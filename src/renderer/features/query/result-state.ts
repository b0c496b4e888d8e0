import type { Arrangement, ResultSetProgress } from '../../../contract/query.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import { noArrangement } from './arrangement.ts';
import type { ArrangedView } from './arrangement.ts';
import type { Read } from './read.ts';
import type { RowBlocks } from './row-blocks.ts';
import { emptyOverlay, hiddenRows, removeRow, replaceRow, sourceRow } from './row-overlay.ts';
import type { RowOverlay } from './row-overlay.ts';

export type ResultState = {
  /** What is being read at present: a new result, one more page, or all that is left. */
  readonly reading: 'result' | 'page' | 'all' | undefined;
  /** Where the present reading of all that is left began: its rate is told from there on. */
  readonly readingFrom: ResultSetProgress | undefined;
  /** What the main side knows the rows that are shown by. */
  readonly resultSetId: string | undefined;
  /** The read whose rows are shown. */
  readonly read: Read | undefined;
  readonly progress: ResultSetProgress | undefined;
  /** The loaded rows as they are shown, sorted and filtered; undefined for all as they came. */
  readonly view: ArrangedView | undefined;
  /** The order and the filters that are being made at present. */
  readonly arranging: Arrangement | undefined;
  readonly overlay: RowOverlay;
  /** Every attribute that any read so far has seen: what a form offers to choose from. */
  readonly known: ResultSetProgress['attributes'];
  /** Why the last reading ended early; what was read before stays. */
  readonly error: unknown;
  readonly blocks: RowBlocks | undefined;
  /** Changes with each block of rows that came. */
  readonly version: number;
  /** Changes when other rows stand at the places; not when the same is read again. */
  readonly run: number;
};

export const initialResult: ResultState = {
  reading: undefined,
  readingFrom: undefined,
  resultSetId: undefined,
  read: undefined,
  progress: undefined,
  view: undefined,
  arranging: undefined,
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

/** The order and the filters that the user asked for last. */
export function arrangementOf({ arranging, view }: ResultState): Arrangement {
  return arranging ?? view?.arrangement ?? noArrangement;
}

/** How many rows there are in the main side's numbering: those of the view, or all. */
export function readCountOf({ view, progress }: Pick<ResultState, 'view' | 'progress'>): number {
  return view?.rowCount ?? progress?.rowCount ?? 0;
}

/** Rows that came after the view was made, and are not in it. */
export function newerRowsOf({ view, progress }: Pick<ResultState, 'view' | 'progress'>): number {
  return view === undefined ? 0 : (progress?.rowCount ?? 0) - view.loadedRows;
}

/** How many rows are shown: what was read, less what is gone since, and what is new. */
export function rowCountOf(state: ResultState): number {
  const { overlay } = state;
  return readCountOf(state) - hiddenRows(overlay).length + overlay.added.size;
}

/** The item shown at a place, as it stands now; undefined while it is not here. */
export function rowAt(state: ResultState, shown: number, rowKey: RowKey): Item | undefined {
  const { overlay, blocks } = state;
  const hidden = hiddenRows(overlay);
  const read = readCountOf(state) - hidden.length;
  if (shown >= read) return [...overlay.added.values()][shown - read];
  const item = blocks?.row(sourceRow(shown, hidden));
  if (item === undefined || overlay.replaced.size === 0) return item;
  return overlay.replaced.get(rowKey(item)) ?? item;
}

/** Fetches what is missing of the rows shown at these places. */
export function wantRows(state: ResultState, first: number, last: number): void {
  const hidden = hiddenRows(state.overlay);
  state.blocks?.want(sourceRow(first, hidden), sourceRow(last, hidden), readCountOf(state));
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
  rows: Iterable<readonly [number, Item]>,
  rowKey: RowKey,
): RowOverlay {
  if (overlay.removed.size === 0 && overlay.added.size === 0) return overlay;
  let settled = overlay;
  for (const [place, row] of rows) {
    const key = rowKey(row);
    if (settled.removed.has(key)) settled = removeRow(settled, key, place);
    const added = settled.added.get(key);
    if (added !== undefined) settled = replaceRow(removeRow(settled, key, undefined), key, added);
  }
  return settled;
}
