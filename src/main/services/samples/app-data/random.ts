/** A source of numbers that look random and are the same each time. */
export type Random = {
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  pick<Value>(values: readonly [Value, ...Value[]]): Value;
  /** Some of the values, at least one, in their order. */
  some<Value>(values: readonly [Value, ...Value[]]): Value[];
  /** True once in so many times. */
  oneIn(times: number): boolean;
  /** So many digits, the first of them not 0. */
  digits(length: number): string;
  /** Base64 of so many bytes. */
  base64(length: number): string;
};

/** The generator known as mulberry32: small, and good enough for sample data. */
export function createRandom(seed: number): Random {
  let state = seed;
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const pick = <Value>(values: readonly [Value, ...Value[]]): Value =>
    values[whole(0, values.length - 1)] ?? values[0];
  return {
    whole,
    pick,
    some<Value>(values: readonly [Value, ...Value[]]) {
      const chosen = values.filter(() => next() < 0.4);
      return chosen.length > 0 ? chosen : [pick(values)];
    },
    oneIn: (times) => whole(1, times) === 1,
    digits: (length) =>
      Array.from({ length }, (_, place) => whole(place === 0 ? 1 : 0, 9)).join(''),
    base64: (length) =>
      Buffer.from(Uint8Array.from({ length }, () => whole(0, 255))).toString('base64'),
  };
}
