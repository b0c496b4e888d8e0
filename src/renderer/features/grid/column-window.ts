/** A column as it is drawn: its number in the grid, its place from the left, its width. */
export type PlacedColumn<Column> = {
  readonly column: Column;
  /** Column 0 is the one of the row numbers. */
  readonly number: number;
  readonly left: number;
  readonly width: number;
};

/** The columns to draw, with the room that those left out take before and after them. */
export type ColumnWindow<Column> = {
  readonly columns: readonly PlacedColumn<Column>[];
  readonly before: number;
  readonly after: number;
};

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

/** The columns that are seen between two pixels, and `kept` whatever is seen. */
export function windowColumns<Column>(
  columns: readonly PlacedColumn<Column>[],
  left: number,
  width: number,
  kept: number,
): ColumnWindow<Column> {
  if (columns.length <= drawnAnyway) return { columns, before: 0, after: 0 };
  const seen = columns.filter(
    (column) =>
      column.left + column.width > left - overscan && column.left < left + width + overscan,
  );
  const first = Math.min(seen[0]?.number ?? kept, kept);
  const last = Math.max(seen.at(-1)?.number ?? kept, kept);
  const known = columns.some(({ number }) => number === kept);
  const drawn = known ? columns.filter(({ number }) => number >= first && number <= last) : seen;
  const widthOf = (part: readonly PlacedColumn<Column>[]) =>
    part.reduce((sum, column) => sum + column.width, 0);
  const firstDrawn = drawn[0]?.number ?? 0;
  const lastDrawn = drawn.at(-1)?.number ?? 0;
  return {
    columns: drawn,
    before: widthOf(columns.filter(({ number }) => number < firstDrawn)),
    after: widthOf(columns.filter(({ number }) => number > lastDrawn)),
  };
}
