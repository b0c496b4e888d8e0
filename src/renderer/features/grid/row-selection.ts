/** The rows selected by their numbers, and where the next Shift click begins. */
export type RowSelection = { readonly rows: ReadonlySet<number>; readonly anchor: number };

export const noSelection: RowSelection = { rows: new Set(), anchor: 0 };

/** The selection after a click on a row's number; Ctrl adds or takes out, Shift takes the range. */
export function selectRows(
  selection: RowSelection,
  row: number,
  { add, range }: { add: boolean; range: boolean },
): RowSelection {
  if (range) {
    const first = Math.min(selection.anchor, row);
    const count = Math.abs(selection.anchor - row) + 1;
    const rows = Array.from({ length: count }, (_, index) => first + index);
    return { rows: new Set(add ? [...selection.rows, ...rows] : rows), anchor: selection.anchor };
  }
  if (!add) return { rows: new Set([row]), anchor: row };
  const rows = new Set(selection.rows);
  if (!rows.delete(row)) rows.add(row);
  return { rows, anchor: row };
}
