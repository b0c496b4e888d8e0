import type { Item } from '../../../domain/attribute-value.ts';

/**
 * What was written since a result set was read. A result set never changes; reading it again would
 * cost capacity and, read eventually, could show the state before the write.
 */
export type RowOverlay = {
  /** Items as they stand now, by row key. */
  readonly replaced: ReadonlyMap<string, Item>;
  /** Items that are gone, by row key, with their row number where it is known. */
  readonly removed: ReadonlyMap<string, number | undefined>;
  /** Items that are new, shown after all others. */
  readonly added: ReadonlyMap<string, Item>;
};

export const emptyOverlay: RowOverlay = {
  replaced: new Map(),
  removed: new Map(),
  added: new Map(),
};

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  if (!map.has(key)) return map;
  return new Map([...map].filter(([other]) => other !== key));
}

/** The overlay after an item that is part of the result was written. */
export function replaceRow(overlay: RowOverlay, key: string, item: Item): RowOverlay {
  if (overlay.added.has(key)) return { ...overlay, added: new Map(overlay.added).set(key, item) };
  return {
    ...overlay,
    replaced: new Map(overlay.replaced).set(key, item),
    removed: without(overlay.removed, key),
  };
}

/** The overlay after an item is gone; `row` is where it stands in the result set, if known. */
export function removeRow(overlay: RowOverlay, key: string, row: number | undefined): RowOverlay {
  if (overlay.added.has(key)) return { ...overlay, added: without(overlay.added, key) };
  return {
    ...overlay,
    replaced: without(overlay.replaced, key),
    removed: new Map(overlay.removed).set(key, row),
  };
}

/** The overlay after an item came that the result set does not have. */
export function addRow(overlay: RowOverlay, key: string, item: Item): RowOverlay {
  if (overlay.removed.has(key)) return replaceRow(overlay, key, item);
  return { ...overlay, added: new Map(overlay.added).set(key, item) };
}

// Asked for with every row that is drawn.
const hiddenOf = new WeakMap<RowOverlay['removed'], readonly number[]>();

/** The row numbers of the result set that are not shown, in order. */
export function hiddenRows({ removed }: RowOverlay): readonly number[] {
  const known = hiddenOf.get(removed);
  if (known !== undefined) return known;
  const places = [...removed.values()].filter((row) => row !== undefined);
  const hidden = places.toSorted((a, b) => a - b);
  hiddenOf.set(removed, hidden);
  return hidden;
}

/** The row of the result set that is shown at a place, `hidden` rows left out. */
export function sourceRow(shown: number, hidden: readonly number[]): number {
  let row = shown;
  for (const other of hidden) {
    if (other > row) break;
    row += 1;
  }
  return row;
}

/** The place at which a row of the result set is shown; undefined where it is hidden. */
export function shownPlace(row: number, hidden: readonly number[]): number | undefined {
  let before = 0;
  for (const other of hidden) {
    if (other === row) return undefined;
    if (other > row) break;
    before += 1;
  }
  return row - before;
}

/**
 * The overlay for the same rows in another order: where the ones that are gone stand is not known
 * any more, until they come.
 */
export function forgetPlaces(overlay: RowOverlay): RowOverlay {
  if (overlay.removed.size === 0) return overlay;
  const removed = new Map([...overlay.removed.keys()].map((key) => [key, undefined]));
  return { ...overlay, removed };
}
