import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { Item } from '../../../domain/attribute-value.ts';
import { resizeColumns } from './column-layout.ts';
import type { ArrangedColumn } from './column-layout.ts';
import { drawnAnyway, placeColumns, windowColumns } from './column-window.ts';
import { fitColumns } from './fit-columns.ts';
import type { GridRowSource } from './grid-source.ts';
import { useColumnResize } from './use-column-resize.ts';
import { useColumnTable } from './use-column-table.ts';
import type { ColumnTable } from './use-column-table.ts';
import { useColumnWidths } from './use-column-widths.ts';
import type { ColumnsControl } from './use-columns.ts';
import type { GridWindow } from './use-grid-window.ts';

/** A row in the window; undefined while it is not here. */
export type GridRowData = { readonly index: number; readonly row: GridRowSource | undefined };

/** The first of the rows that are here: what a column is fitted to. */
const sampleSize = 50;

/** Room that pinned columns leave for the others, in pixels. */
const roomForOthers = 160;

type ShownColumns = {
  /** Those that are shown, in their order. */
  columns: readonly ArrangedColumn[];
  control: ColumnsControl;
  rows: readonly GridRowData[];
  rowCount: number;
  seen: GridWindow;
  /** The number of the focused column: it is drawn wherever it is. */
  focused: number;
};

/** Where each column of the grid is, how wide it is, and which of them are drawn. */
export function useColumnPlaces({ columns, control, rows, rowCount, seen, focused }: ShownColumns) {
  const { layout, onLayout } = control;
  const sample = useMemo(() => sampleOf(rows), [rows]);
  const fitting = useColumnWidths(columns, sample);
  const { resizing, onResizeStart } = useColumnResize((name, width) =>
    onLayout(resizeColumns(layout, new Map([[name, width]]))),
  );
  const widths = useMemo(() => {
    const all = new Map(fitting);
    const ids = new Map(columns.map(({ name, id }) => [name, id]));
    const chosen = resizing === undefined ? layout.widths : [...layout.widths, resizing];
    for (const { name, width } of chosen) {
      const id = ids.get(name);
      if (id !== undefined) all.set(id, width);
    }
    return all;
  }, [columns, layout.widths, resizing, fitting]);
  const table = useColumnTable(columns, widths);

  const latestSample = useRef(sample);
  useEffect(() => {
    latestSample.current = sample;
  }, [sample]);
  const onFit = useCallback(
    (some: readonly ArrangedColumn[]) => fitColumns(control, some, latestSample.current),
    [control],
  );

  const numberWidth = Math.max(52, 34 + String(rowCount).length * 8);
  const { pinned, center } = useMemo(
    () => splitPinned(table, columns, numberWidth, seen.width),
    [table, columns, numberWidth, seen.width],
  );
  const many = center.length > drawnAnyway;
  const [left, seenWidth, kept] = many ? [seen.left, seen.width, focused] : [0, 0, 0];
  const window = useMemo(
    () => windowColumns(center, left, seenWidth, kept),
    [center, left, seenWidth, kept],
  );
  const width = numberWidth + table.getTotalSize();
  return { numberWidth, pinned, window, width, onFit, onResizeStart };
}

function sampleOf(rows: readonly GridRowData[]): Item[] {
  return rows.flatMap(({ row }) => (row === undefined ? [] : [row.item])).slice(0, sampleSize);
}

/** The columns that stay beside the row numbers, and those that scroll. */
function splitPinned(
  table: ColumnTable,
  columns: readonly ArrangedColumn[],
  left: number,
  seenWidth: number,
) {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const sized = [
    ...table.getStartVisibleLeafColumns(),
    ...table.getCenterVisibleLeafColumns(),
  ].flatMap((one) => {
    const column = byId.get(one.id);
    return column === undefined ? [] : [{ column, width: one.getSize() }];
  });
  // Pinned columns that would leave no room for the others scroll with them.
  const pinned = placeColumns(
    sized.filter(({ column }) => column.pinned),
    1,
    left,
  ).filter((place) => place.left + place.width <= seenWidth - roomForOthers);
  const center = placeColumns(sized.slice(pinned.length), pinned.length + 1);
  return { pinned, center };
}
