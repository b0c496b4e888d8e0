import type { Chunk } from './chunks.ts';

/** Rows in an order of their own: row numbers, each at most once. */
export type RowView = Uint32Array;

/** The rows that are looked at, each with a slot of its own: its place among them. */
export type RowSlots = {
  readonly count: number;
  /** The rows with slots are among the first so many. */
  readonly rowCount: number;
  /** The slot of each row, -1 for none; undefined where every row has its own number for a slot. */
  readonly ofRow: Int32Array | undefined;
  readonly rowAt: (slot: number) => number;
};

export function slotsOfAll(rowCount: number): RowSlots {
  return { count: rowCount, rowCount, ofRow: undefined, rowAt: (slot) => slot };
}

/** Slots in the order of a view. */
export function slotsOfView(rowCount: number, view: RowView): RowSlots {
  const ofRow = new Int32Array(rowCount).fill(-1);
  for (let slot = 0; slot < view.length; slot += 1) {
    const row = view[slot] ?? 0;
    if (row >= rowCount) throw new RangeError(`Row ${row} is not among the ${rowCount} rows`);
    ofRow[row] = slot;
  }
  return { count: view.length, rowCount, ofRow, rowAt: (slot) => view[slot] ?? 0 };
}

/** New slots for some of those that there are, in the order in which they are given. */
export function slotsWithin(slots: RowSlots, some: Uint32Array): RowSlots {
  return slotsOfView(slots.rowCount, slots.ofRow === undefined ? some : some.map(slots.rowAt));
}

/** Whether a chunk holds any row that has a slot. */
export function hasSlots({ ofRow, rowCount: end }: RowSlots, chunk: Chunk): boolean {
  if (ofRow === undefined) return chunk.firstRow < end;
  const after = Math.min(chunk.firstRow + chunk.rowCount, end);
  for (let row = chunk.firstRow; row < after; row += 1) if ((ofRow[row] ?? -1) >= 0) return true;
  return false;
}
