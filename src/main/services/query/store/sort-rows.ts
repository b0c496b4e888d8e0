import { guessPrefix } from './common-prefix.ts';
import { extractKeys } from './extract-keys.ts';
import { createKeyTable, isMissing, widest, wordBytes } from './key-table.ts';
import type { KeyTable } from './key-table.ts';
import { runPaced } from './pace.ts';
import type { Pace } from './pace.ts';
import { slotsOfView } from './row-slots.ts';
import type { RowSlots, RowView } from './row-slots.ts';
import { encodeName } from './row-values.ts';
import { scanRows } from './scan-rows.ts';
import type { ScanSource } from './scan-rows.ts';
import { sortSlots } from './sort-slots.ts';
import type { Range } from './sort-slots.ts';

export type RowOrder = { readonly name: string; readonly descending: boolean };

/** What a sort may take beside the rows and their order. */
const defaultKeyMemory = 40_000_000;
/** The window of the first pass: more is seldom needed to tell keys apart. */
const firstWidth = 5 * wordBytes;
const noPrefix = new Uint8Array();

/**
 * Rows in the order of an attribute's values, those without it last. A pass over the rows takes a
 * few bytes of each sort key; where keys are the same in these, further passes take the next bytes
 * of those alone.
 */
export async function sortRows(
  source: ScanSource,
  slots: RowSlots,
  { name, descending }: RowOrder,
  pace: Pace,
  keyMemory = defaultKeyMemory,
): Promise<RowView> {
  const encoded = encodeName(name);
  const firstKeys = { name: encoded, prefix: guessPrefix(source.chunks, encoded), keyMemory };
  const first = await readFirstKeys(source, slots, firstKeys, pace);
  const { order, found } = presentFirst(first.table.lengths);
  const all = [{ from: 0, to: found }];
  let open = await sortRanges(first.table, order, all, descending, pace);
  for (let skipped = first.skipped + first.table.width; open.length > 0;) {
    const rest = slotsOfView(slots.rowCount, openRows(open, order, slots));
    const table = createKeyTable(rest.count, keyMemory, widest);
    await readKeys(source, rest, { name: encoded, table, skipped, prefix: noPrefix }, pace);
    open = await sortOpen(order, open, table, descending, pace);
    skipped += table.width;
  }
  for (let place = 0; place < order.length; place += 1) {
    order[place] = slots.rowAt(order[place] ?? 0);
  }
  return order;
}

async function readFirstKeys(
  source: ScanSource,
  slots: RowSlots,
  given: { readonly name: Uint8Array; readonly prefix: Uint8Array; readonly keyMemory: number },
  pace: Pace,
): Promise<{ table: KeyTable; skipped: number }> {
  const { name, prefix, keyMemory } = given;
  const table = createKeyTable(slots.count, keyMemory, firstWidth);
  const skipped = prefix.length;
  if (await readKeys(source, slots, { name, table, skipped, prefix }, pace)) {
    return { table, skipped };
  }
  return readFirstKeys(source, slots, { ...given, prefix: noPrefix }, pace);
}

type KeyPart = {
  readonly name: Uint8Array;
  readonly table: KeyTable;
  /** How many bytes of each key are left out, and what they must be where that is to be seen. */
  readonly skipped: number;
  readonly prefix: Uint8Array;
};

/** False where a key does not begin with the prefix. */
async function readKeys(
  source: ScanSource,
  slots: RowSlots,
  part: KeyPart,
  pace: Pace,
): Promise<boolean> {
  let sameBegin = true;
  const onOtherPrefix = () => {
    sameBegin = false;
  };
  await scanRows(source, pace, slots, extractKeys({ ...part, slots, onOtherPrefix }));
  return sameBegin;
}

/** Slots that have a value, then those that have none; each in their order. */
function presentFirst(lengths: Uint16Array): { order: Uint32Array; found: number } {
  const order = new Uint32Array(lengths.length);
  let found = 0;
  for (let slot = 0; slot < lengths.length; slot += 1) {
    if (lengths[slot] === isMissing) continue;
    order[found] = slot;
    found += 1;
  }
  let place = found;
  for (let slot = 0; slot < lengths.length; slot += 1) {
    if (lengths[slot] !== isMissing) continue;
    order[place] = slot;
    place += 1;
  }
  return { order, found };
}

/** The rows of all open ranges, one range after another. */
function openRows(open: readonly Range[], order: Uint32Array, slots: RowSlots): RowView {
  const rows = new Uint32Array(open.reduce((sum, { from, to }) => sum + to - from, 0));
  let length = 0;
  for (const { from, to } of open) {
    for (let place = from; place < to; place += 1) {
      rows[length] = slots.rowAt(order[place] ?? 0);
      length += 1;
    }
  }
  return rows;
}

/** Sorts the open ranges by the next part of their keys, and answers what is still open. */
async function sortOpen(
  order: Uint32Array,
  open: readonly Range[],
  table: KeyTable,
  descending: boolean,
  pace: Pace,
): Promise<Range[]> {
  // The table's slots are the ranges' rows, one range after another.
  const inner = new Uint32Array(table.lengths.length);
  for (let slot = 0; slot < inner.length; slot += 1) inner[slot] = slot;
  const ranges: Range[] = [];
  const places = new Uint32Array(inner.length);
  let length = 0;
  for (const { from, to } of open) {
    ranges.push({ from: length, to: length + to - from });
    for (let place = from; place < to; place += 1) {
      places[length] = place;
      length += 1;
    }
  }
  const before = places.map((place) => order[place] ?? 0);
  const still = await sortRanges(table, inner, ranges, descending, pace);
  for (let at = 0; at < inner.length; at += 1) {
    order[places[at] ?? 0] = before[inner[at] ?? 0] ?? 0;
  }
  return still.map(({ from, to }) => {
    const start = places[from] ?? 0;
    return { from: start, to: start + to - from };
  });
}

async function sortRanges(
  table: KeyTable,
  order: Uint32Array,
  ranges: readonly Range[],
  descending: boolean,
  pace: Pace,
): Promise<Range[]> {
  let open: Range[] = [];
  const work = function* work() {
    open = yield* sortSlots(table, order, ranges, descending);
  };
  await runPaced(work(), pace);
  return open;
}
