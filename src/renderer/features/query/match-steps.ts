/** Rows that hold what was looked for, by their places, in order. */
export type Matches = {
  readonly places: readonly number[];
  /** All of them, also those whose places are not told. */
  readonly rowCount: number;
};

/**
 * The number of the first match at a place or after it; past the last one, that of the first. -1
 * where there is none.
 */
export function firstMatchFrom({ places }: Matches, place: number): number {
  if (places.length === 0) return -1;
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low === places.length ? 0 : low;
}

/** The match after another one or, with -1, before it; round at the ends. */
export function stepMatch({ places }: Matches, current: number, step: 1 | -1): number {
  if (places.length === 0) return -1;
  if (current < 0) return step === 1 ? 0 : places.length - 1;
  return (current + step + places.length) % places.length;
}

const grouped = (count: number) => count.toLocaleString('en-GB');

/** `3 of 120 rows`, `no row`. */
export function matchesInWords({ rowCount }: Matches, current: number): string {
  if (rowCount === 0) return 'no row';
  const rows = rowCount === 1 ? '1 row' : `${grouped(rowCount)} rows`;
  return current < 0 ? rows : `${grouped(current + 1)} of ${rows}`;
}
