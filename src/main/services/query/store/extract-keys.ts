import { goesOn } from './key-table.ts';
import type { KeyTable } from './key-table.ts';
import { findValue } from './row-values.ts';
import type { RowSlots } from './row-slots.ts';
import type { RowBlock } from './scan-rows.ts';
import { createSortKeyReader } from './sort-key.ts';
import type { SortKeyReader } from './sort-key.ts';

export type KeyExtraction = {
  /** Filled with the keys of the rows that are passed; rows without a value stay missing. */
  readonly table: KeyTable;
  /** The attribute, as `encodeName` writes it. */
  readonly name: Uint8Array;
  readonly slots: RowSlots;
  /** How many bytes of each key are left out. */
  readonly skipped: number;
  /** What keys must begin with; the pass ends at one that does not. */
  readonly prefix: Uint8Array;
  readonly onOtherPrefix: () => void;
};

export function extractKeys(extraction: KeyExtraction): RowBlock {
  const { table, name, prefix, skipped, onOtherPrefix } = extraction;
  const slotOfRow = extraction.slots.ofRow;
  const { width, bytes: target, lengths } = table;
  const reader = createSortKeyReader();
  return (bytes, starts, from, to, firstRow) => {
    for (let row = from; row < to; row += 1) {
      const slot = slotOfRow === undefined ? firstRow + row : (slotOfRow[firstRow + row] ?? -1);
      if (slot < 0) continue;
      const at = findValue(bytes, starts[row] ?? 0, (starts[row + 1] ?? 0) - 1, name);
      if (at < 0) continue;
      reader.read(bytes, at);
      if (!beginsWith(reader, prefix)) {
        onOtherPrefix();
        return false;
      }
      const length = 1 + reader.to() - reader.from() - skipped;
      lengths[slot] = length > width ? goesOn : length;
      let place = slot * width;
      const end = place + Math.min(length, width);
      if (skipped === 0) {
        target[place] = reader.rank();
        place += 1;
      }
      const source = reader.source();
      let sourceAt = reader.from() + Math.max(skipped - 1, 0);
      for (; place < end; place += 1) {
        target[place] = source[sourceAt] ?? 0;
        sourceAt += 1;
      }
    }
    return true;
  };
}

function beginsWith(reader: SortKeyReader, prefix: Uint8Array): boolean {
  if (prefix.length === 0) return true;
  if (reader.rank() !== prefix[0]) return false;
  const from = reader.from() - 1;
  if (reader.to() - from < prefix.length) return false;
  const source = reader.source();
  for (let at = 1; at < prefix.length; at += 1) {
    if (source[from + at] !== prefix[at]) return false;
  }
  return true;
}
