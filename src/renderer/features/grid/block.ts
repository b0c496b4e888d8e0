import type { CellPosition } from './grid-navigation.ts';
import { mergeRanges, rangeBetween, rangesWithin } from './row-ranges.ts';
import type { RowRange } from './row-ranges.ts';
import type { GridSelection } from './selection.ts';

/** The cells that a copy, a paste or an edit is about: these columns of these rows. */
export type Block = {
  /** Sorted, apart from each other. */
  readonly rows: readonly RowRange[];
  /** By their numbers in the grid, the first attribute being 1; sorted. */
  readonly columns: readonly number[];
  /** Whole rows were selected: then items are meant rather than cells. */
  readonly whole: boolean;
};

export const raggedBlock =
  'The selected ranges have neither the same rows nor the same columns. Select one of them.';

const upTo = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);

/**
 * What is selected as one block, else the focused cell; undefined where ranges of cells make no
 * block. `columnCount` counts the column of the row numbers.
 */
export function blockOf(
  selection: GridSelection,
  focus: CellPosition,
  { rowCount, columnCount }: { rowCount: number; columnCount: number },
): Block | undefined {
  const all = upTo(1, columnCount - 1);
  const within = (rows: readonly RowRange[]) => rangesWithin(mergeRanges(rows), rowCount);
  if (selection.kind === 'rows')
    return { rows: within(selection.ranges), columns: all, whole: true };
  if (selection.kind === 'none') {
    const rows = within([rangeBetween(focus.row, focus.row)]);
    if (focus.column === 0) return { rows, columns: all, whole: true };
    return { rows, columns: focus.column < columnCount ? [focus.column] : [], whole: false };
  }
  const { ranges } = selection;
  const [first] = ranges;
  const alike = (...ends: ('top' | 'bottom' | 'left' | 'right')[]) =>
    ranges.every((range) => ends.every((end) => range[end] === first?.[end]));
  if (!alike('left', 'right') && !alike('top', 'bottom')) return undefined;
  const columns = new Set(ranges.flatMap(({ left, right }) => upTo(left, right)));
  return {
    rows: within(ranges.map(({ top, bottom }) => rangeBetween(top, bottom))),
    columns: all.filter((column) => columns.has(column)),
    whole: false,
  };
}
