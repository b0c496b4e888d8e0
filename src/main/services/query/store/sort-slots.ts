import { compareKeys, goesOn, wordBytes } from './key-table.ts';
import type { KeyTable } from './key-table.ts';
import { bytesOfWord, countsToPlaces, createWords, radixSort } from './radix-sort.ts';
import type { Words } from './radix-sort.ts';
import { createRangeList } from './range-list.ts';
import type { Range, RangeList } from './range-list.ts';
import type { SortMemory } from './sort-memory.ts';
import { createWordRanker } from './word-ranks.ts';
import type { WordRanks } from './word-ranks.ts';

/** Fewer than these are sorted by comparing them. */
const few = 32;
/** So many slots are sorted in small groups between two rests. */
const restAfter = 16_384;

type Group = Range & {
  /** In how many bytes all of the group's keys are the same. */
  readonly shared: number;
};

/**
 * Brings the slots in each range of `order` into the order of their keys; equal ones keep theirs,
 * whichever the direction. Answers the ranges whose keys are equal to the end of the window and go
 * on past it.
 */
export function* sortSlots(
  table: KeyTable,
  order: Uint32Array,
  ranges: RangeList,
  descending: boolean,
  memory: SortMemory,
): Generator<void, RangeList> {
  const groups = createRangeList();
  const open = createRangeList();
  let longest = 0;
  for (let index = 0; index < ranges.count(); index += 1) {
    const [from, to] = [ranges.from(index), ranges.to(index)];
    groups.add(from, to);
    longest = Math.max(longest, to - from);
  }
  const large =
    longest < few ? undefined : createLargeSort(table, order, longest, descending, memory);
  let sinceRest = 0;
  for (let last = groups.count() - 1; last >= 0; last = groups.count() - 1) {
    const group = { from: groups.from(last), to: groups.to(last), shared: groups.shared(last) };
    groups.drop();
    const length = group.to - group.from;
    sinceRest += length;
    if (sinceRest >= restAfter) {
      sinceRest = 0;
      yield;
    }
    if (length >= few && large !== undefined) {
      yield* large(group, { groups, open });
      continue;
    }
    sortFew(table, order, group, descending);
    keepOpen(table, order, group, open);
  }
  return open;
}

/** What a sorted group leaves: parts to be sorted by later bytes, and by later windows. */
type Found = { readonly groups: RangeList; readonly open: RangeList };

/** Sorts groups of up to `longest` slots by the first word in which their keys may differ. */
function createLargeSort(
  table: KeyTable,
  order: Uint32Array,
  longest: number,
  descending: boolean,
  memory: SortMemory,
) {
  const words = createWords(memory.take('words', longest * bytesOfWord), longest);
  const spare = createWords(memory.take('otherWords', longest * bytesOfWord), longest);
  const rankWords = createWordRanker(
    new Uint16Array(memory.take('ranks', longest * 2), 0, longest),
  );
  /** The last byte of a word whose key goes on. */
  const more = (descending ? ~(wordBytes + 1) : wordBytes + 1) & 0xff;

  function keep(from: number, to: number, low: number, shared: number, found: Found): void {
    if (to - from < 2 || (low & 0xff) !== more) return;
    if (shared + wordBytes >= table.width) found.open.add(from, to);
    else found.groups.add(from, to, shared + wordBytes);
  }

  return function* sortLarge(group: Group, found: Found): Generator<void, void> {
    const { from, to } = group;
    const length = to - from;
    const shared = yield* sharedBytes(table, order, group);
    if (shared >= table.width) {
      found.open.add(from, to);
      return;
    }
    yield* loadWords(table, order, { from, to, shared }, descending, words);
    const ranks = yield* rankWords(words, length);
    if (ranks !== undefined) {
      yield* placeByRank(words.slots, ranks, order, from, length);
      let place = from;
      for (const [rank, count] of ranks.counts.entries()) {
        keep(place, place + count, ranks.low[rank] ?? 0, shared, found);
        place += count;
      }
      return;
    }
    const { high, low, slots } = yield* radixSort(words, spare, length);
    let first = 0;
    for (let index = 0; index < length; index += 1) {
      order[from + index] = slots[index] ?? 0;
      const isNew = high[index] !== high[first] || low[index] !== low[first];
      if (!isNew) continue;
      keep(from + first, from + index, low[first] ?? 0, shared, found);
      first = index;
      if (index % loadBlock === 0) yield;
    }
    keep(from + first, to, low[first] ?? 0, shared, found);
  };
}

function* placeByRank(
  slots: Uint32Array,
  { counts, ofWord }: WordRanks,
  order: Uint32Array,
  from: number,
  length: number,
): Generator<void, void> {
  const places = counts.slice();
  countsToPlaces(places);
  for (let index = 0; index < length; index += 1) {
    const rank = ofWord[index] ?? 0;
    const place = places[rank] ?? 0;
    places[rank] = place + 1;
    order[from + place] = slots[index] ?? 0;
    if (index % loadBlock === 0) yield;
  }
}

function sortFew(table: KeyTable, order: Uint32Array, group: Group, descending: boolean): void {
  for (let index = group.from + 1; index < group.to; index += 1) {
    const slot = order[index] ?? 0;
    let place = index;
    for (; place > group.from; place -= 1) {
      const other = order[place - 1] ?? 0;
      const difference = compareKeys(table, other, slot, group.shared);
      if (descending ? difference >= 0 : difference <= 0) break;
      order[place] = other;
    }
    order[place] = slot;
  }
}

/** Finds the runs of a sorted group that the window does not tell apart. */
function keepOpen(table: KeyTable, order: Uint32Array, group: Group, open: RangeList): void {
  let from = group.from;
  for (let place = group.from + 1; place <= group.to; place += 1) {
    const first = order[from] ?? 0;
    const ends =
      place === group.to || compareKeys(table, first, order[place] ?? 0, group.shared) !== 0;
    if (!ends) continue;
    if (place - from > 1 && table.lengths[first] === goesOn) open.add(from, place);
    from = place;
  }
}

const loadBlock = 1 << 16;

/** In how many bytes all keys of a group are the same; the window's width where they stay open. */
function* sharedBytes(table: KeyTable, order: Uint32Array, group: Group): Generator<void, number> {
  const { bytes, width, lengths } = table;
  const first = order[group.from] ?? 0;
  const start = first * width;
  // Most groups differ in their next byte somewhere, and three places show it.
  for (const place of [(group.from + group.to) >> 1, group.to - 1]) {
    const other = (order[place] ?? 0) * width;
    if (bytes[start + group.shared] !== bytes[other + group.shared]) return group.shared;
  }
  let shared = Math.min(lengths[first] ?? 0, width);
  for (let place = group.from + 1; place < group.to; place += 1) {
    const slot = order[place] ?? 0;
    const length = Math.min(lengths[slot] ?? 0, width);
    if (length < shared) shared = length;
    let at = group.shared;
    const other = slot * width;
    while (at < shared && bytes[start + at] === bytes[other + at]) at += 1;
    shared = at;
    if (shared === group.shared) return shared;
    if (place % loadBlock === 0) yield;
  }
  return shared === width && !allGoOn(table, order, group) ? width - 1 : shared;
}

/** A key may end exactly where the window does. */
function allGoOn({ lengths }: KeyTable, order: Uint32Array, { from, to }: Range): boolean {
  for (let place = from; place < to; place += 1) {
    if (lengths[order[place] ?? 0] !== goesOn) return false;
  }
  return true;
}

/** The next seven bytes of each key, and how many of them there are: 8 where there are more. */
function* loadWords(
  table: KeyTable,
  order: Uint32Array,
  { from, to, shared }: Group,
  descending: boolean,
  words: Words,
): Generator<void, void> {
  const { bytes, width, lengths } = table;
  const { high, low, slots } = words;
  const inverted = descending ? 0xffffffff : 0;
  const end = Math.min(shared + wordBytes, width);
  for (let place = from; place < to; place += 1) {
    const slot = order[place] ?? 0;
    const start = slot * width;
    let upper = 0;
    let lower = 0;
    for (let at = shared; at < shared + 4; at += 1) {
      upper = (upper << 8) | (at < end ? (bytes[start + at] ?? 0) : 0);
    }
    for (let at = shared + 4; at < shared + wordBytes; at += 1) {
      lower = (lower << 8) | (at < end ? (bytes[start + at] ?? 0) : 0);
    }
    const left = (lengths[slot] ?? 0) - shared;
    lower = (lower << 8) | (left > wordBytes ? wordBytes + 1 : left);
    const index = place - from;
    high[index] = upper ^ inverted;
    low[index] = lower ^ inverted;
    slots[index] = slot;
    if (place % loadBlock === 0) yield;
  }
}
