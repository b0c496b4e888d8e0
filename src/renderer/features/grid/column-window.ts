/** A column as it is drawn: its number in the grid, its place from the left, its width. */
export type PlacedColumn<Column> = {
  readonly column: Column;
  /** Column 0 is the one of the row numbers. */
  readonly number: number;
  readonly left: number;
  readonly width: number;
};

/** What is drawn, from the left: columns, and the room in pixels of those that are left out. */
export type ColumnWindow<Column> = readonly (PlacedColumn<Column> | number)[];

// Drawing some tens of columns costs less than leaving them out.
export const drawnAnyway = 40;
const overscan = 300;

/** Gives each column its place, one after the other. */
export function placeColumns<Column>(
  columns: readonly { readonly column: Column; readonly width: number }[],
  firstNumber: number,
  left = 0,
): PlacedColumn<Column>[] {
  let at = left;
  return columns.map(({ column, width }, index) => {
    const placed = { column, number: firstNumber + index, left: at, width };
    at += width;
    return placed;
  });
}

/** The columns that are seen between two pixels, and the one of number `kept` wherever it is. */
export function windowColumns<Column>(
  columns: readonly PlacedColumn<Column>[],
  left: number,
  width: number,
  kept: number,
): ColumnWindow<Column> {
  if (columns.length <= drawnAnyway) return columns;
  const drawn: (PlacedColumn<Column> | number)[] = [];
  let gap = 0;
  for (const column of columns) {
    const isSeen =
      column.left + column.width > left - overscan && column.left < left + width + overscan;
    if (!isSeen && column.number !== kept) {
      gap += column.width;
      continue;
    }
    if (gap > 0) drawn.push(gap);
    gap = 0;
    drawn.push(column);
  }
  if (gap > 0) drawn.push(gap);
  return drawn;
}
