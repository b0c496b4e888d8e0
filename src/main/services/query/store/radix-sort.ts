/** Slots with a word of eight bytes each, to be brought into the order of the words. */
export type Words = {
  high: Uint32Array;
  low: Uint32Array;
  slots: Uint32Array;
};

export const bytesOfWord = 12;

/** Words in a buffer of `bytesOfWord` for each. */
export function createWords(buffer: ArrayBuffer, length: number): Words {
  return {
    high: new Uint32Array(buffer, 0, length),
    low: new Uint32Array(buffer, length * 4, length),
    slots: new Uint32Array(buffer, length * 8, length),
  };
}

/** So many words are moved between two rests. */
const block = 1 << 17;

/**
 * Sorts the first `length` of `words` by a byte at a time, from the least on; words that are equal
 * keep their order. `spare` is as long, and is overwritten. Answers whichever holds the outcome.
 */
export function* radixSort(words: Words, spare: Words, length: number): Generator<void, Words> {
  let [from, to] = [words, spare];
  const counts = new Uint32Array(256);
  for (const half of ['low', 'high'] as const) {
    const varying = varyingBits(from[half], length);
    for (let shift = 0; shift < 32; shift += 8) {
      if (((varying >>> shift) & 0xff) === 0) continue;
      counts.fill(0);
      countDigits(from[half], length, shift, counts);
      yield;
      countsToPlaces(counts);
      for (let start = 0; start < length; start += block) {
        move(from, to, half, shift, counts, start, Math.min(start + block, length));
        yield;
      }
      [from, to] = [to, from];
    }
  }
  return from;
}

/** The bits in which not all are the same. */
function varyingBits(values: Uint32Array, length: number): number {
  const first = values[0] ?? 0;
  let varying = 0;
  for (let index = 0; index < length; index += 1) varying |= (values[index] ?? 0) ^ first;
  return varying;
}

function countDigits(
  values: Uint32Array,
  length: number,
  shift: number,
  counts: Uint32Array,
): void {
  for (let index = 0; index < length; index += 1) {
    const digit = ((values[index] ?? 0) >>> shift) & 0xff;
    counts[digit] = (counts[digit] ?? 0) + 1;
  }
}

/** Turns how many there are of each into where the first of each goes. */
export function countsToPlaces(counts: Uint32Array): void {
  let place = 0;
  for (let digit = 0; digit < counts.length; digit += 1) {
    const count = counts[digit] ?? 0;
    counts[digit] = place;
    place += count;
  }
}

function move(
  from: Words,
  to: Words,
  half: 'low' | 'high',
  shift: number,
  places: Uint32Array,
  start: number,
  end: number,
): void {
  const { high, low, slots } = from;
  const { high: toHigh, low: toLow, slots: toSlots } = to;
  const values = from[half];
  for (let index = start; index < end; index += 1) {
    const digit = ((values[index] ?? 0) >>> shift) & 0xff;
    const place = places[digit] ?? 0;
    places[digit] = place + 1;
    toHigh[place] = high[index] ?? 0;
    toLow[place] = low[index] ?? 0;
    toSlots[place] = slots[index] ?? 0;
  }
}
