/** Gives each row that is drawn a slot, by its place; see `createRowSlots`. */
export type RowSlots = {
  assign: (indexes: readonly number[], focused: number) => ReadonlyMap<number, number>;
};

/**
 * Which of the elements that are there draws which row. A row keeps its slot for as long as it is
 * drawn; the slot of one that is gone is taken by one that comes, whose element then only changes
 * its text: making elements anew costs several times as much. The element of a row that had the
 * focus goes with its row, so that the focus of the browser is never in another one.
 */
export function createRowSlots(): RowSlots {
  let slots: ReadonlyMap<number, number> = new Map();
  let focusedBefore = -1;
  let next = 0;

  const assign = (indexes: readonly number[], focused: number) => {
    const drawn = new Set(indexes);
    const free: number[] = [];
    for (const [index, slot] of slots) {
      if (!drawn.has(index) && index !== focusedBefore) free.push(slot);
    }
    const assigned = new Map<number, number>();
    for (const index of indexes) {
      let slot = slots.get(index) ?? free.shift();
      if (slot === undefined) {
        slot = next;
        next += 1;
      }
      assigned.set(index, slot);
    }
    slots = assigned;
    focusedBefore = focused;
    return assigned;
  };
  return { assign };
}
