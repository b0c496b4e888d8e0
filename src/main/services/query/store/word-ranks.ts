import type { Words } from './radix-sort.ts';

/** Words of which many are the same, each by its place in the order of the different ones. */
export type WordRanks = {
  /** How many words have each rank. */
  readonly counts: Uint32Array;
  /** The lower half of each rank's word. */
  readonly low: Uint32Array;
  readonly ofWord: Uint16Array;
};

/** With more different words than this, sorting by bytes is faster. */
const mostWords = 2_048;
const tableSize = 8_192;
const block = 1 << 16;

/** Ranks words, of one group of at most `ids.length` after another; the ids are overwritten. */
export function createWordRanker(ids: Uint16Array) {
  const table = new Int16Array(tableSize);
  const [high, low] = [new Uint32Array(mostWords), new Uint32Array(mostWords)];

  /** The word's id, the order of first sight; -1 where there are too many. */
  function idOf(upper: number, lower: number, found: number): number {
    let slot = Math.imul(upper ^ Math.imul(lower, 0x9e3779b1), 0x85ebca6b) >>> 19;
    for (; ; slot = (slot + 1) & (tableSize - 1)) {
      const id = (table[slot] ?? 0) - 1;
      if (id < 0) break;
      if (high[id] === upper && low[id] === lower) return id;
    }
    if (found === mostWords) return -1;
    table[slot] = found + 1;
    high[found] = upper;
    low[found] = lower;
    return found;
  }

  function countIds(length: number, found: number): Uint32Array {
    const counts = new Uint32Array(found);
    for (let index = 0; index < length; index += 1) {
      const id = ids[index] ?? 0;
      counts[id] = (counts[id] ?? 0) + 1;
    }
    return counts;
  }

  /** Undefined where there are too many different words. */
  return function* rank(words: Words, length: number): Generator<void, WordRanks | undefined> {
    table.fill(0);
    let found = 0;
    for (let index = 0; index < length; index += 1) {
      const id = idOf(words.high[index] ?? 0, words.low[index] ?? 0, found);
      if (id < 0) return undefined;
      if (id === found) found += 1;
      ids[index] = id;
      if (index % block === 0) yield;
    }
    const inOrder = Array.from({ length: found }, (_, id) => id).sort(
      (a, b) => (high[a] ?? 0) - (high[b] ?? 0) || (low[a] ?? 0) - (low[b] ?? 0),
    );
    const rankOf = new Uint16Array(found);
    for (const [rank, id] of inOrder.entries()) rankOf[id] = rank;
    const counts = countIds(length, found);
    for (let index = 0; index < length; index += 1) ids[index] = rankOf[ids[index] ?? 0] ?? 0;
    return {
      counts: Uint32Array.from(inOrder, (id) => counts[id] ?? 0),
      low: Uint32Array.from(inOrder, (id) => low[id] ?? 0),
      ofWord: ids,
    };
  };
}
