import { placesOf } from './find-text.ts';
import type { Pace } from './pace.ts';
import type { RowSlots, RowView } from './row-slots.ts';
import { createValueTest } from './row-test.ts';
import type { RowFilter } from './row-test.ts';
import { encodeName, findValue } from './row-values.ts';
import { scanRows } from './scan-rows.ts';
import type { ScanSource } from './scan-rows.ts';

/** The rows that pass a filter, in the order that they have. */
export async function filterRows(
  source: ScanSource,
  slots: RowSlots,
  { name, test, negated }: RowFilter,
  pace: Pace,
): Promise<RowView> {
  const encoded = encodeName(name);
  const passes = createValueTest(test);
  const kept = new Uint8Array(slots.count);
  await scanRows(source, pace, slots, (bytes, starts, from, to, firstRow) => {
    for (let row = from; row < to; row += 1) {
      const slot = slots.ofRow === undefined ? firstRow + row : (slots.ofRow[firstRow + row] ?? -1);
      if (slot < 0) continue;
      const at = findValue(bytes, starts[row] ?? 0, (starts[row + 1] ?? 0) - 1, encoded);
      if ((at >= 0 && passes(bytes, at)) !== negated) kept[slot] = 1;
    }
    return true;
  });
  return placesOf(kept).map(slots.rowAt);
}
