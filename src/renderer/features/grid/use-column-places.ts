import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { Item } from '../../../domain/attribute-value.ts';
import { resizeColumns } from './column-layout.ts';
import type { ArrangedColumn } from './column-layout.ts';
import { drawnAnyway, placeColumns, windowColumns } from './column-window.ts';
import { minimumWidth } from './columns.ts';
import { fitColumns } from './fit-columns.ts';
import type { GridRowSource } from './grid-source.ts';
import { useColumnResize } from './use-column-resize.ts';
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
    const given = new Map(layout.widths.map(({ name, width }) => [name, width]));
    if (resizing !== undefined) given.set(resizing.name, resizing.width);
    return columns.map((column) => ({
      column,
      width: given.get(column.name) ?? fitting.get(column.id) ?? minimumWidth,
    }));
  }, [columns, layout.widths, resizing, fitting]);

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
    () => splitPinned(widths, numberWidth, seen.width),
    [widths, numberWidth, seen.width],
  );
  const many = center.length > drawnAnyway;
  const [left, seenWidth, kept] = many ? [seen.left, seen.width, focused] : [0, 0, 0];
  const window = useMemo(
    () => windowColumns(center, left, seenWidth, kept),
    [center, left, seenWidth, kept],
  );
  const width = widths.reduce((sum, one) => sum + one.width, numberWidth);
  return { numberWidth, pinned, window, width, onFit, onResizeStart };
}

function sampleOf(rows: readonly GridRowData[]): Item[] {
  return rows.flatMap(({ row }) => (row === undefined ? [] : [row.item])).slice(0, sampleSize);
}

/** The columns that stay beside the row numbers, and those that scroll. */
function splitPinned(
  widths: readonly { readonly column: ArrangedColumn; readonly width: number }[],
  left: number,
  seenWidth: number,
) {
  // Pinned columns that would leave no room for the others scroll with them.
  const pinned = placeColumns(
    widths.filter(({ column }) => column.pinned),
    1,
    left,
  ).filter((place) => place.left + place.width <= seenWidth - roomForOthers);
  const center = placeColumns(widths.slice(pinned.length), pinned.length + 1);
  return { pinned, center };
}
