/** Places in an order, from one to before another. */
export type Range = { readonly from: number; readonly to: number };

/** Many ranges, twelve bytes each, with a number beside each of them. */
export type RangeList = {
  readonly count: () => number;
  readonly add: (from: number, to: number, shared?: number) => void;
  readonly from: (index: number) => number;
  readonly to: (index: number) => number;
  /** In how many bytes all keys of the range are the same, as far as is known. */
  readonly shared: (index: number) => number;
  /** Takes the last one away. */
  readonly drop: () => void;
};

const fields = 3;

export function createRangeList(ranges: Iterable<Range> = []): RangeList {
  let values = new Uint32Array(64 * fields);
  let count = 0;

  function add(from: number, to: number, shared = 0): void {
    const at = count * fields;
    if (at === values.length) {
      const grown = new Uint32Array(values.length * 2);
      grown.set(values);
      values = grown;
    }
    values[at] = from;
    values[at + 1] = to;
    values[at + 2] = shared;
    count += 1;
  }

  for (const { from, to } of ranges) add(from, to);
  return {
    count: () => count,
    add,
    from: (index) => values[index * fields] ?? 0,
    to: (index) => values[index * fields + 1] ?? 0,
    shared: (index) => values[index * fields + 2] ?? 0,
    drop() {
      count -= 1;
    },
  };
}
