import type { SortMemory } from './sort-memory.ts';

/**
 * A window into the sort keys of many values: of each the same few bytes, and how many there are.
 * A slot is a value's place in the table.
 */
export type KeyTable = {
  /** Bytes of each slot: a multiple of `wordBytes`. */
  readonly width: number;
  readonly bytes: Uint8Array;
  /** How many bytes each key has from the window's first on; or one of the two below. */
  readonly lengths: Uint16Array;
};

/** The key goes on past the window. */
export const goesOn = 0xfffe;
/** There is no value. */
export const isMissing = 0xffff;

/** So many bytes of a key are compared at once, beside one that says how many of them there are. */
export const wordBytes = 7;
/** As wide as a length can tell. */
export const widest = wordBytes * 9_000;
const narrowest = 2 * wordBytes;

/** How wide a table can be in so many bytes of memory, within bounds. */
export function fittingWidth(slots: number, memory: number, most: number): number {
  const fitting = Math.floor(memory / Math.max(slots, 1) / wordBytes) * wordBytes;
  return Math.max(narrowest, Math.min(fitting, most));
}

/** A table without any value yet. */
export function createKeyTable(slots: number, width: number, memory: SortMemory): KeyTable {
  const bytes = new Uint8Array(memory.take('keys', slots * width), 0, slots * width);
  const lengths = new Uint16Array(memory.take('lengths', slots * 2), 0, slots);
  return { width, bytes: bytes.fill(0), lengths: lengths.fill(isMissing) };
}

/** Compares two keys from a place in the window on; 0 where they are equal as far as it goes. */
export function compareKeys(table: KeyTable, a: number, b: number, from: number): number {
  const { bytes, width, lengths } = table;
  const [lengthA, lengthB] = [lengths[a] ?? 0, lengths[b] ?? 0];
  const end = Math.min(lengthA, lengthB, width);
  const [startA, startB] = [a * width, b * width];
  for (let at = from; at < end; at += 1) {
    const difference = (bytes[startA + at] ?? 0) - (bytes[startB + at] ?? 0);
    if (difference !== 0) return difference;
  }
  return lengthA - lengthB;
}
