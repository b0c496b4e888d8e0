import { expect, it } from 'vitest';
import { blockOf } from './block.ts';
import { addCell, extendSelection, noSelection, selectAll, selectRow } from './selection.ts';

const size = { rowCount: 10, columnCount: 5 };
const at = (row: number, column: number) => ({ row, column });

it('is the focused cell where nothing is selected, and its row on the number of a row', () => {
  expect(blockOf(noSelection, at(3, 2), size)).toEqual({
    rows: [{ first: 3, count: 1 }],
    columns: [2],
    whole: false,
  });
  expect(blockOf(noSelection, at(3, 0), size)).toMatchObject({
    columns: [1, 2, 3, 4],
    whole: true,
  });
});

it('has no rows in an empty grid', () => {
  expect(blockOf(noSelection, at(0, 1), { rowCount: 0, columnCount: 3 })?.rows).toEqual([]);
});

it('is a range of cells, within the rows that there are', () => {
  const selection = extendSelection(noSelection, at(8, 2), at(12, 3), false);
  expect(blockOf(selection, at(8, 2), size)).toEqual({
    rows: [{ first: 8, count: 2 }],
    columns: [2, 3],
    whole: false,
  });
});

it('is whole rows with all columns', () => {
  const selection = selectRow(selectRow(noSelection, 2, false), 7, true);
  expect(blockOf(selection, at(7, 0), size)).toEqual({
    rows: [
      { first: 2, count: 1 },
      { first: 7, count: 1 },
    ],
    columns: [1, 2, 3, 4],
    whole: true,
  });
  expect(blockOf(selectAll(10), at(0, 0), size)?.rows).toEqual([{ first: 0, count: 10 }]);
});

it('puts ranges of the same columns, or of the same rows, together', () => {
  const below = addCell(noSelection, at(1, 2), at(5, 2));
  expect(blockOf(below, at(5, 2), size)).toMatchObject({
    columns: [2],
    rows: [{ first: 1 }, { first: 5 }],
  });
  const beside = addCell(noSelection, at(1, 4), at(1, 2));
  expect(blockOf(beside, at(1, 2), size)).toMatchObject({ columns: [2, 4], rows: [{ first: 1 }] });
  expect(blockOf(addCell(noSelection, at(1, 4), at(2, 2)), at(2, 2), size)).toBeUndefined();
});
