type Purpose = 'keys' | 'lengths' | 'words' | 'otherWords' | 'ranks';

/**
 * What a sort works in beside the rows and their order. Whoever takes memory for a purpose gets
 * what was taken for it before, whatever is in it, where that is large enough.
 */
export type SortMemory = {
  readonly take: (purpose: Purpose, byteLength: number) => ArrayBuffer;
};

function createSortMemory(): SortMemory {
  const taken = new Map<Purpose, ArrayBuffer>();
  return {
    take(purpose, byteLength) {
      const before = taken.get(purpose);
      if (before !== undefined && before.byteLength >= byteLength) return before;
      // Let go of first, so that both need not be there at once.
      taken.delete(purpose);
      const buffer = new ArrayBuffer(byteLength);
      taken.set(purpose, buffer);
      return buffer;
    },
  };
}

/**
 * The memory of the last sort, for as long as it was not collected: some 70 MB for a million rows,
 * which would otherwise lie about until then while the next sort takes as much again.
 */
let last: WeakRef<SortMemory> | undefined;

/** Lends memory to sort in. */
export async function withSortMemory<Outcome>(
  run: (memory: SortMemory) => Promise<Outcome>,
): Promise<Outcome> {
  const memory = last?.deref() ?? createSortMemory();
  // Another sort that begins meanwhile makes its own.
  last = undefined;
  try {
    return await run(memory);
  } finally {
    last = new WeakRef(memory);
  }
}
