import { describe, expect, it } from 'vitest';
import type { GridSelection } from './selection.ts';
import {
  addCell,
  extendSelection,
  headOf,
  isSelected,
  noSelection,
  selectAll,
  selectCells,
  selectColumn,
  selectRow,
  selectedRows,
  shiftSelection,
} from './selection.ts';

const rows = (selection: GridSelection) =>
  selectedRows(selection).map(({ first, count }) => `${first}+${count}`);
const at = (row: number, column: number) => ({ row, column });

describe('whole rows', () => {
  it('are selected one, a range in either direction, and single ones more', () => {
    const one = selectRow(noSelection, 5, false);
    expect(rows(one)).toEqual(['5+1']);
    const down = extendSelection(one, at(5, 0), at(8, 0), false);
    expect(rows(down)).toEqual(['5+4']);
    const up = extendSelection(down, at(5, 0), at(3, 2), false);
    expect(rows(up)).toEqual(['3+3']);
    const more = selectRow(up, 9, true);
    expect(rows(more)).toEqual(['3+3', '9+1']);
    expect(rows(selectRow(more, 4, true))).toEqual(['3+1', '5+1', '9+1']);
    expect(rows(selectRow(more, 1, false))).toEqual(['1+1']);
  });

  it('keep what was selected while a range beside it is drawn to and fro', () => {
    const two = selectRow(selectRow(noSelection, 1, false), 10, true);
    const wide = extendSelection(two, at(10, 0), at(20, 0), true);
    expect(rows(wide)).toEqual(['1+1', '10+11']);
    expect(rows(extendSelection(wide, at(10, 0), at(12, 0), true))).toEqual(['1+1', '10+3']);
  });

  it('are none once the last one is taken out', () => {
    expect(selectRow(selectRow(noSelection, 5, false), 5, true)).toEqual(noSelection);
  });

  it('are a range even where they are a million', () => {
    expect(selectedRows(selectAll(1_000_000))).toEqual([{ first: 0, count: 1_000_000 }]);
    expect(selectAll(0)).toBe(noSelection);
  });
});

describe('cells', () => {
  const range = extendSelection(noSelection, at(4, 3), at(2, 5), false);

  it('are selected from the anchor to the head', () => {
    expect(range).toMatchObject({ ranges: [{ top: 2, bottom: 4, left: 3, right: 5 }] });
    expect(headOf(range, at(4, 3))).toEqual(at(2, 5));
    expect(isSelected(range, at(3, 4))).toBe(true);
    expect(isSelected(range, at(3, 6))).toBe(false);
    expect(rows(range)).toEqual(['2+3']);
  });

  it('never take the column of the row numbers in', () => {
    expect(extendSelection(noSelection, at(4, 3), at(4, 0), false)).toMatchObject({
      ranges: [{ left: 1, right: 3 }],
    });
  });

  it('are none where the head comes back to the anchor', () => {
    expect(extendSelection(range, at(4, 3), at(4, 3), false)).toBe(noSelection);
  });

  it('are added in ranges, the last of which is extended', () => {
    const two = addCell(noSelection, at(0, 1), at(2, 2));
    expect(two).toMatchObject({
      ranges: [
        { top: 0, left: 1 },
        { top: 2, left: 2 },
      ],
    });
    const wide = extendSelection(two, at(2, 2), at(3, 3), true);
    expect(wide).toMatchObject({ ranges: [{ top: 0 }, { top: 2, bottom: 3, left: 2, right: 3 }] });
  });

  it('are selected from a first one on', () => {
    expect(selectCells(at(2, 3), 2, 2)).toMatchObject({
      ranges: [{ top: 2, bottom: 3, left: 3, right: 4 }],
    });
    expect(selectCells(at(2, 3), 1, 1)).toBe(noSelection);
  });

  it('of a column are one range', () => {
    expect(selectColumn(3, 1_000_000)).toMatchObject({
      ranges: [{ top: 0, bottom: 999_999, left: 3, right: 3 }],
    });
  });
});

it('goes with its rows when others come before them or go', () => {
  const range = extendSelection(noSelection, at(2, 1), at(4, 2), false);
  expect(shiftSelection(range, 1)).toMatchObject({ ranges: [{ top: 3, bottom: 5 }] });
  expect(shiftSelection(range, -3)).toMatchObject({ ranges: [{ top: 0, bottom: 1 }] });
  expect(shiftSelection(range, -5)).toBe(noSelection);
  const whole = selectRow(noSelection, 2, false);
  expect(rows(shiftSelection(whole, 2))).toEqual(['4+1']);
  expect(shiftSelection(whole, -3)).toBe(noSelection);
});
