import { endOfString, endOfValue } from './row-values.ts';
import type { Pace } from './pace.ts';
import type { RowSlots } from './row-slots.ts';
import { scanRows } from './scan-rows.ts';
import type { ScanSource } from './scan-rows.ts';
import { createTextSearch } from './text-search.ts';
import type { TextQuery, TextSearch } from './text-search.ts';

/** Where a text was found. */
export type TextMatches = {
  /** The places in the view, in order, of the rows that hold it. */
  readonly places: Uint32Array;
  /** How many values of these rows hold it. */
  readonly valueCount: number;
};

/** Finds the rows of which any value holds a text. */
export async function findText(
  source: ScanSource,
  slots: RowSlots,
  query: TextQuery,
  pace: Pace,
): Promise<TextMatches> {
  const search = createTextSearch(query);
  const found = new Uint8Array(slots.count);
  let valueCount = 0;
  await scanRows(source, pace, slots, (bytes, starts, from, to, firstRow) => {
    for (let row = from; row < to; row += 1) {
      const slot = slots.ofRow === undefined ? firstRow + row : (slots.ofRow[firstRow + row] ?? -1);
      if (slot < 0) continue;
      const start = starts[row] ?? 0;
      const end = (starts[row + 1] ?? 0) - 1;
      if (!search.mayBeIn(bytes, start, end)) continue;
      const values = countValues(search, bytes, start, end);
      valueCount += values;
      if (values > 0) found[slot] = 1;
    }
    return true;
  });
  return { places: placesOf(found), valueCount };
}

function countValues(search: TextSearch, bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let place = start + 1; place < end - 1;) {
    const value = endOfString(bytes, place + 1) + 1;
    const after = endOfValue(bytes, value);
    if (search.isIn(bytes, value, after)) count += 1;
    place = after + 1;
  }
  return count;
}

/** The places that are not 0. */
export function placesOf(found: Uint8Array): Uint32Array {
  let count = 0;
  for (let slot = 0; slot < found.length; slot += 1) count += found[slot] ?? 0;
  const places = new Uint32Array(count);
  let length = 0;
  for (let slot = 0; slot < found.length; slot += 1) {
    if (found[slot] === 0) continue;
    places[length] = slot;
    length += 1;
  }
  return places;
}
