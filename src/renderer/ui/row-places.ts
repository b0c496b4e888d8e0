/** Where each row begins, and after the last of them where all end. */
export function startsOf(heights: readonly number[]): readonly number[] {
  const starts = [0];
  let end = 0;
  for (const height of heights) {
    end += height;
    starts.push(end);
  }
  return starts;
}

/** The rows from `first` to before `end` that are in sight, and some more at either side. */
export function rowsInSight(
  starts: readonly number[],
  top: number,
  height: number,
  overscan: number,
): readonly [first: number, end: number] {
  const count = starts.length - 1;
  const first = lastAtOrBefore(starts, top) - overscan;
  const end = lastAtOrBefore(starts, top + height) + 1 + overscan;
  return [Math.max(0, Math.min(first, count)), Math.max(0, Math.min(end, count))];
}

function lastAtOrBefore(starts: readonly number[], place: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
