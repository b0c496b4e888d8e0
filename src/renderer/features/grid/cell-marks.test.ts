import { expect, it } from 'vitest';
import { edgesAt, marksOf } from './cell-marks.ts';
import { addCell, extendSelection, noSelection, selectRow } from './selection.ts';

const range = extendSelection(noSelection, { row: 2, column: 3 }, { row: 4, column: 5 }, false);
const edges = (row: number) =>
  [2, 3, 4, 5, 6].map((column) => edgesAt(marksOf(range, row), column));

it('marks the cells of a range, its border at the edges', () => {
  expect(edges(1)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  expect(edges(2)).toEqual([undefined, 'tl', 't', 'tr', undefined]);
  expect(edges(3)).toEqual([undefined, 'l', '', 'r', undefined]);
  expect(edges(4)).toEqual([undefined, 'bl', 'b', 'br', undefined]);
});

it('is the same text for rows that look the same', () => {
  const tall = extendSelection(noSelection, { row: 0, column: 1 }, { row: 99, column: 1 }, false);
  expect(marksOf(tall, 5)).toBe(marksOf(tall, 6));
});

it('marks each of several ranges, and no cell of a whole row', () => {
  const two = addCell(noSelection, { row: 1, column: 1 }, { row: 1, column: 3 });
  expect(marksOf(two, 1)).toBe('1-1tb,3-3tb');
  expect(edgesAt(marksOf(two, 1), 3)).toBe('tblr');
  expect(marksOf(selectRow(noSelection, 1, false), 1)).toBeUndefined();
});
