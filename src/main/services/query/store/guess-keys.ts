import type { Chunk, Chunks } from './chunks.ts';
import { findValue } from './row-values.ts';
import { createSortKeyReader } from './sort-key.ts';

/** So many rows from all over tell what the keys of all rows may begin with. */
const samples = 200;
const longestSample = 1_000;

/** What a sample of the rows in memory tells of an attribute's sort keys. */
export type KeyGuess = {
  /**
   * What all of them begin with; empty where the sample does not tell. Keys such as
   * `customer#00000001` differ late.
   */
  readonly prefix: Uint8Array;
  /** How many bytes the longest one has; undefined where there is none. */
  readonly longest: number | undefined;
};

export function guessKeys({ all }: Chunks, name: Uint8Array): KeyGuess {
  const inMemory = all.filter(({ bytes }) => bytes !== undefined);
  const step = Math.max(1, Math.floor(inMemory.length / samples));
  const rowsOfEach = Math.ceil(samples / Math.max(inMemory.length, 1));
  let prefix: Uint8Array | undefined;
  let longest: number | undefined;
  let different = false;
  for (let index = 0; index < inMemory.length; index += step) {
    for (const key of sampleKeys(inMemory[index], rowsOfEach, name)) {
      const shared = prefix === undefined ? key.length : sharedLength(prefix, key);
      different ||= prefix !== undefined && shared < prefix.length && shared < key.length;
      prefix = key.subarray(0, shared);
      longest = Math.max(longest ?? 0, key.length);
    }
  }
  // Keys that are all the same in the sample tell nothing about where others begin to differ.
  return { prefix: different && prefix ? prefix : new Uint8Array(), longest };
}

function* sampleKeys(
  chunk: Chunk | undefined,
  rows: number,
  name: Uint8Array,
): Generator<Uint8Array> {
  if (chunk?.bytes === undefined) return;
  const { bytes, starts, rowCount } = chunk;
  const reader = createSortKeyReader();
  const step = Math.max(1, Math.floor(rowCount / rows));
  for (let row = 0; row < rowCount; row += step) {
    const at = findValue(bytes, starts[row] ?? 0, (starts[row + 1] ?? 0) - 1, name);
    if (at < 0) continue;
    reader.read(bytes, at);
    const to = Math.min(reader.to(), reader.from() + longestSample);
    const rest = reader.source().subarray(reader.from(), to);
    yield Uint8Array.from([reader.rank(), ...rest]);
  }
}

function sharedLength(a: Uint8Array, b: Uint8Array): number {
  const end = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < end && a[shared] === b[shared]) shared += 1;
  return shared;
}
