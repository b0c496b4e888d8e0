import type { CellPosition } from './grid-navigation.ts';
import { hasRow, mergeRanges, rangeBetween, withoutRange } from './row-ranges.ts';
import type { RowRange } from './row-ranges.ts';

/** Cells by their places, the ends among them; column 0, of the row numbers, is never one. */
export type CellRange = {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
};

/**
 * What is selected: whole rows, or ranges of cells, the one that is extended last. Where nothing is
 * selected, the focused cell is what acts are about. Extending goes from the focused cell, which
 * stays, to `head`, as in a spreadsheet.
 */
export type GridSelection =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'rows';
      readonly ranges: readonly RowRange[];
      /** The rows that stay selected while the last range is extended. */
      readonly before: readonly RowRange[];
      readonly head: number;
    }
  | { readonly kind: 'cells'; readonly ranges: readonly CellRange[]; readonly head: CellPosition };

export const noSelection: GridSelection = { kind: 'none' };

/** One whole row; with `add`, beside what is selected or, where it is selected, taken out of it. */
export function selectRow(selection: GridSelection, row: number, add: boolean): GridSelection {
  const one = rangeBetween(row, row);
  if (!add || selection.kind !== 'rows')
    return { kind: 'rows', ranges: [one], before: [], head: row };
  const { ranges } = selection;
  const next = hasRow(ranges, row) ? withoutRange(ranges, one) : mergeRanges([...ranges, one]);
  return next.length === 0 ? noSelection : { kind: 'rows', ranges: next, before: next, head: row };
}

/** A cell of its own beside what is selected, or beside the cell that had the focus. */
export function addCell(
  selection: GridSelection,
  focus: CellPosition,
  cell: CellPosition,
): GridSelection {
  const ranges = selection.kind === 'cells' ? selection.ranges : [];
  const first = ranges.length === 0 && focus.column > 0 ? [rangeOf(focus, focus)] : ranges;
  return { kind: 'cells', ranges: [...first, rangeOf(cell, cell)], head: cell };
}

/** All from the anchor to the head; whole rows where the anchor is a row's number. */
export function extendSelection(
  selection: GridSelection,
  anchor: CellPosition,
  head: CellPosition,
  add: boolean,
): GridSelection {
  if (anchor.column === 0) {
    const before = add && selection.kind === 'rows' ? selection.before : [];
    const ranges = mergeRanges([...before, rangeBetween(anchor.row, head.row)]);
    return { kind: 'rows', ranges, before, head: head.row };
  }
  const to = { row: head.row, column: Math.max(1, head.column) };
  const others = add && selection.kind === 'cells' ? selection.ranges.slice(0, -1) : [];
  const single = to.row === anchor.row && to.column === anchor.column;
  if (single && others.length === 0) return noSelection;
  return { kind: 'cells', ranges: [...others, rangeOf(anchor, to)], head: to };
}

/** Every row. */
export function selectAll(rowCount: number): GridSelection {
  if (rowCount === 0) return noSelection;
  const ranges = [{ first: 0, count: rowCount }];
  return { kind: 'rows', ranges, before: [], head: rowCount - 1 };
}

/** The cells of a column in every row. */
export function selectColumn(column: number, rowCount: number): GridSelection {
  if (rowCount === 0 || column === 0) return noSelection;
  const range = { top: 0, bottom: rowCount - 1, left: column, right: column };
  return { kind: 'cells', ranges: [range], head: { row: rowCount - 1, column } };
}

/** The cells from a first one on: so many rows and columns of them. */
export function selectCells(from: CellPosition, rows: number, columns: number): GridSelection {
  const to = { row: from.row + rows - 1, column: from.column + columns - 1 };
  return extendSelection(noSelection, from, to, false);
}

/** The end of the selection that moves when it is extended. */
export function headOf(selection: GridSelection, focus: CellPosition): CellPosition {
  if (selection.kind === 'none') return focus;
  if (selection.kind === 'cells') return selection.head;
  return { row: selection.head, column: 0 };
}

/** Whether an act on this cell is one on the selection. */
export function isSelected(selection: GridSelection, { row, column }: CellPosition): boolean {
  if (selection.kind === 'rows') return hasRow(selection.ranges, row);
  return (
    selection.kind === 'cells' &&
    selection.ranges.some(
      ({ top, bottom, left, right }) =>
        row >= top && row <= bottom && column >= left && column <= right,
    )
  );
}

/** The rows that are selected, or in which cells are. */
export function selectedRows(selection: GridSelection): readonly RowRange[] {
  if (selection.kind === 'none') return [];
  if (selection.kind === 'rows') return selection.ranges;
  return mergeRanges(selection.ranges.map(({ top, bottom }) => rangeBetween(top, bottom)));
}

/** The same places after so many rows came before all others, or went. */
export function shiftSelection(selection: GridSelection, by: number): GridSelection {
  if (selection.kind === 'none' || by === 0) return selection;
  const shift = (ranges: readonly RowRange[]) =>
    ranges.flatMap(({ first, count }) => {
      const to = Math.max(0, first + by);
      const left = first + by + count - to;
      return left > 0 ? [{ first: to, count: left }] : [];
    });
  if (selection.kind === 'rows') {
    const ranges = shift(selection.ranges);
    if (ranges.length === 0) return noSelection;
    const head = Math.max(0, selection.head + by);
    return { kind: 'rows', ranges, before: shift(selection.before), head };
  }
  const ranges = selection.ranges
    .map((range) => ({ ...range, top: Math.max(0, range.top + by), bottom: range.bottom + by }))
    .filter(({ bottom }) => bottom >= 0);
  const { head } = selection;
  if (ranges.length === 0) return noSelection;
  return { kind: 'cells', ranges, head: { ...head, row: Math.max(0, head.row + by) } };
}

function rangeOf(a: CellPosition, b: CellPosition): CellRange {
  return {
    top: Math.min(a.row, b.row),
    bottom: Math.max(a.row, b.row),
    left: Math.min(a.column, b.column),
    right: Math.max(a.column, b.column),
  };
}
