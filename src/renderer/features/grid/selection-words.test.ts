import { expect, it } from 'vitest';
import { selectionInWords } from './selection-words.ts';
import { addCell, extendSelection, noSelection, selectAll, selectRow } from './selection.ts';

const at = (row: number, column: number) => ({ row, column });

it.each([
  ['nothing', noSelection, ''],
  ['one row', selectRow(noSelection, 1, false), '1 row selected'],
  ['all rows', selectAll(1_000_000), '1,000,000 rows selected'],
  ['cells', extendSelection(noSelection, at(1, 1), at(3, 2), false), '3 rows × 2 columns selected'],
  ['ranges', addCell(noSelection, at(1, 1), at(3, 2)), '2 ranges selected'],
])('says that %s is selected', (_, selection, words) => {
  expect(selectionInWords(selection, 2_000_000)).toBe(words);
});
