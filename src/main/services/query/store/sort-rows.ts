import { guessKeys } from './guess-keys.ts';
import type { KeyGuess } from './guess-keys.ts';
import { extractKeys } from './extract-keys.ts';
import { createKeyTable, fittingWidth, isMissing, widest, wordBytes } from './key-table.ts';
import type { KeyTable } from './key-table.ts';
import { runPaced } from './pace.ts';
import type { Pace } from './pace.ts';
import { createRangeList } from './range-list.ts';
import type { RangeList } from './range-list.ts';
import { slotsWithin } from './row-slots.ts';
import type { RowSlots, RowView } from './row-slots.ts';
import { encodeName } from './row-values.ts';
import { scanRows } from './scan-rows.ts';
import type { ScanSource } from './scan-rows.ts';
import { withSortMemory } from './sort-memory.ts';
import type { SortMemory } from './sort-memory.ts';
import { sortSlots } from './sort-slots.ts';

export type RowOrder = { readonly name: string; readonly descending: boolean };

/** What the keys of a sort may take beside the rows and their order. */
const defaultKeyMemory = 40_000_000;
/** The window of the first pass: more is seldom needed to tell keys apart. */
const firstWidth = 5 * wordBytes;
/** So that few rows with long keys do not need many passes. */
const leastLaterMemory = 4_000_000;
const noPrefix = new Uint8Array();

/**
 * Rows in the order of an attribute's values, those without it last. A pass over the rows takes a
 * few bytes of each sort key; where keys are the same in these, further passes take the next bytes
 * of those alone.
 */
export function sortRows(
  source: ScanSource,
  slots: RowSlots,
  order: RowOrder,
  pace: Pace,
  keyMemory = defaultKeyMemory,
): Promise<RowView> {
  const given = { source, descending: order.descending, pace };
  return withSortMemory((memory) =>
    sortIn({ ...given, memory, keyMemory }, slots, encodeName(order.name)),
  );
}

type Sort = {
  readonly source: ScanSource;
  readonly descending: boolean;
  readonly pace: Pace;
  readonly memory: SortMemory;
  readonly keyMemory: number;
};

async function sortIn(sort: Sort, slots: RowSlots, name: Uint8Array): Promise<RowView> {
  const { source, keyMemory, memory } = sort;
  const first = await readFirstKeys(sort, slots, name, guessKeys(source.chunks, name));
  const { order, found } = presentFirst(first.table.lengths);
  const all = createRangeList([{ from: 0, to: found }]);
  let open = await sortRanges(sort, first.table, order, all);
  // Fits where the first table was.
  const laterMemory = Math.min(keyMemory, Math.max(first.table.bytes.length, leastLaterMemory));
  for (let skipped = first.skipped + first.table.width; open.count() > 0;) {
    const before = takeOpen(open, order);
    const rest = slotsWithin(slots, before);
    const width = fittingWidth(rest.count, laterMemory, widest);
    const table = createKeyTable(rest.count, width, memory);
    await readKeys(sort, rest, { name, table, skipped, prefix: noPrefix });
    const left = await sortRanges(sort, table, order, open);
    putBack(open, order, before);
    open = left;
    skipped += width;
  }
  for (let place = 0; place < order.length; place += 1) {
    order[place] = slots.rowAt(order[place] ?? 0);
  }
  return order;
}

async function readFirstKeys(
  sort: Sort,
  slots: RowSlots,
  name: Uint8Array,
  { prefix, longest = firstWidth }: KeyGuess,
): Promise<{ table: KeyTable; skipped: number }> {
  const skipped = prefix.length;
  const needed = Math.ceil((longest - skipped) / wordBytes) * wordBytes;
  const width = fittingWidth(slots.count, sort.keyMemory, Math.min(needed, firstWidth));
  const table = createKeyTable(slots.count, width, sort.memory);
  if (await readKeys(sort, slots, { name, table, skipped, prefix })) return { table, skipped };
  return readFirstKeys(sort, slots, name, { prefix: noPrefix, longest });
}

type KeyPart = {
  readonly name: Uint8Array;
  readonly table: KeyTable;
  /** How many bytes of each key are left out, and what they must be where that is to be seen. */
  readonly skipped: number;
  readonly prefix: Uint8Array;
};

/** False where a key does not begin with the prefix. */
async function readKeys({ source, pace }: Sort, slots: RowSlots, part: KeyPart): Promise<boolean> {
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

/**
 * Numbers the slots of the open ranges anew, one range after another, so that only they need keys;
 * answers which they were.
 */
function takeOpen(open: RangeList, order: Uint32Array): Uint32Array {
  let count = 0;
  for (let index = 0; index < open.count(); index += 1) count += open.to(index) - open.from(index);
  const before = new Uint32Array(count);
  let length = 0;
  for (let index = 0; index < open.count(); index += 1) {
    for (let place = open.from(index); place < open.to(index); place += 1) {
      before[length] = order[place] ?? 0;
      order[place] = length;
      length += 1;
    }
  }
  return before;
}

function putBack(open: RangeList, order: Uint32Array, before: Uint32Array): void {
  for (let index = 0; index < open.count(); index += 1) {
    for (let place = open.from(index); place < open.to(index); place += 1) {
      order[place] = before[order[place] ?? 0] ?? 0;
    }
  }
}

/** Sorts the ranges by the keys in a table, and answers what is still open. */
async function sortRanges(
  { descending, memory, pace }: Sort,
  table: KeyTable,
  order: Uint32Array,
  ranges: RangeList,
): Promise<RangeList> {
  let open = createRangeList();
  const work = function* work() {
    open = yield* sortSlots(table, order, ranges, descending, memory);
  };
  await runPaced(work(), pace);
  return open;
}
