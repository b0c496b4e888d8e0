/** A cell by its place; column 0 is the one of the row numbers. */
export type CellPosition = { readonly row: number; readonly column: number };

export type GridSize = {
  readonly rowCount: number;
  /** With the column of the row numbers. */
  readonly columnCount: number;
  /** How many whole rows are seen at once. */
  readonly pageRows: number;
};

type Key = { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean };

/** Where a key takes the focus, as in a spreadsheet; undefined where the key moves nothing. */
export function moveFocus(key: Key, from: CellPosition, size: GridSize): CellPosition | undefined {
  const target = targetOf(key, from, size);
  if (target === undefined || size.rowCount === 0) return undefined;
  return {
    row: clamp(target.row, size.rowCount - 1),
    column: clamp(target.column, size.columnCount - 1),
  };
}

function targetOf(
  { key, ctrlKey, metaKey }: Key,
  { row, column }: CellPosition,
  { rowCount, columnCount, pageRows }: GridSize,
): CellPosition | undefined {
  const far = ctrlKey || metaKey;
  switch (key) {
    case 'ArrowUp':
      return { row: far ? 0 : row - 1, column };
    case 'ArrowDown':
      return { row: far ? rowCount - 1 : row + 1, column };
    case 'ArrowLeft':
      return { row, column: far ? 0 : column - 1 };
    case 'ArrowRight':
      return { row, column: far ? columnCount - 1 : column + 1 };
    case 'Home':
      return { row: far ? 0 : row, column: 0 };
    case 'End':
      return { row: far ? rowCount - 1 : row, column: columnCount - 1 };
    case 'PageUp':
      return { row: row - pageRows, column };
    case 'PageDown':
      return { row: row + pageRows, column };
    default:
      return undefined;
  }
}

function clamp(value: number, maximum: number): number {
  return Math.min(Math.max(value, 0), maximum);
}

/** Whether a key begins an edit by writing over the cell, as in a spreadsheet. */
export function isTyping(event: Key & { readonly altKey: boolean }): boolean {
  return event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
}
