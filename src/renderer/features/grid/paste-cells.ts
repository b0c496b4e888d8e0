import type { AttributeValue } from '../../../domain/attribute-value.ts';
import { parseAttributeValue } from '../../../domain/parse-dynamodb-json.ts';
import type { Block } from './block.ts';
import { parseDelimited } from './delimited-text.ts';
import { countRows, rowsIn } from './row-ranges.ts';
import type { RowRange } from './row-ranges.ts';

/** What is pasted into a cell: text that takes the type of the cell, or a value as it is. */
export type PastedCell = { readonly text: string } | { readonly value: AttributeValue | undefined };

export type PastedCells = readonly (readonly PastedCell[])[];

/** The type of what the grid copies for itself beside the text: values with their types. */
export const cellsType = 'application/x-sortkey-cells';

/** Copied values as text for `cellsType`; a missing one is null. */
export function printCells(cells: readonly (readonly (AttributeValue | undefined)[])[]): string {
  return JSON.stringify(cells.map((row) => row.map((value) => value ?? null)));
}

/** What is on the clipboard: values that the grid copied, or else the cells of the text. */
export function readPasted(text: string, cells: string): PastedCells {
  return (cells === '' ? undefined : readCells(cells)) ?? textCells(text);
}

function textCells(text: string): PastedCells {
  return parseDelimited(text).map((row) => row.map((one) => ({ text: one })));
}

// Another page may put anything on the clipboard: it is checked like any input.
function readCells(cells: string): PastedCells | undefined {
  try {
    const rows: unknown = JSON.parse(cells);
    if (!Array.isArray(rows) || rows.length === 0) return undefined;
    return rows.map((row: unknown) => {
      if (!Array.isArray(row)) throw new TypeError('not a row of cells');
      return row.map((value: unknown) => ({
        value: value === null ? undefined : parseAttributeValue(value),
      }));
    });
  } catch {
    return undefined;
  }
}

/** Where pasted cells go. */
export type PasteTarget = {
  readonly rows: readonly RowRange[];
  readonly columns: readonly number[];
  /** Cells for which there is no row, and no column. */
  readonly below: number;
  readonly beside: number;
  /** What goes into the cell of the n-th row and the m-th column of the target. */
  readonly cellAt: (row: number, column: number) => PastedCell | undefined;
};

/**
 * One value fills all that is selected; a block fills it where it fits in it a whole number of
 * times, else it goes from the first selected cell on, as in a spreadsheet.
 */
export function pasteTarget(
  cells: PastedCells,
  block: Block,
  { rowCount, columnCount }: { rowCount: number; columnCount: number },
): PasteTarget {
  const height = cells.length;
  const width = Math.max(...cells.map((row) => row.length));
  const cellAt = (row: number, column: number) => cells[row % height]?.[column % width];
  const selected = { rows: countRows(block.rows), columns: block.columns.length };
  if (selected.rows % height === 0 && selected.columns % width === 0 && selected.rows > 0)
    return { rows: block.rows, columns: block.columns, below: 0, beside: 0, cellAt };
  const [top = 0] = rowsIn(block.rows.slice(0, 1));
  const [left = 1] = block.columns;
  const rows = Math.min(height, rowCount - top);
  const columns = Math.min(width, columnCount - left);
  return {
    rows: rows > 0 ? [{ first: top, count: rows }] : [],
    columns: Array.from({ length: columns }, (_, index) => left + index),
    below: (height - rows) * columns,
    beside: (width - columns) * height,
    cellAt,
  };
}
