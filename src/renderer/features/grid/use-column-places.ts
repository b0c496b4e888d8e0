import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { Item } from '../../../domain/attribute-value.ts';
import { narrowestColumn, resizeColumns, widestColumn } from './column-layout.ts';
import type { ArrangedColumn } from './column-layout.ts';
import { drawnAnyway, placeColumns, windowColumns } from './column-window.ts';
import { minimumWidth } from './columns.ts';
import { fitColumns } from './fit-columns.ts';
import { useColumnWidths } from './use-column-widths.ts';
import type { ColumnsControl } from './use-columns.ts';
import { useGridTable } from './use-grid-table.ts';
import type { GridColumn, GridRowData, GridTable } from './use-grid-table.ts';
import type { GridWindow } from './use-grid-window.ts';

/** The first of the rows that are here: what a column is fitted to. */
const sampleSize = 50;

/** Room that pinned columns leave for the others, in pixels. */
const roomForOthers = 160;

type ShownColumns = {
  /** Those that are shown, in their order. */
  columns: readonly ArrangedColumn[];
  control: ColumnsControl;
  rows: GridRowData[];
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
  const chosen = useMemo(() => {
    const byName = new Map(layout.widths.map(({ name, width }) => [name, width]));
    return new Map(columns.flatMap(({ id, name }) => idWidth(id, byName.get(name))));
  }, [columns, layout.widths]);
  const onResized = useCallback(
    (widths: ReadonlyMap<string, number>) => {
      const names = columns.flatMap(({ id, name }) => idWidth(name, widths.get(id)));
      onLayout(resizeColumns(layout, new Map(names)));
    },
    [columns, layout, onLayout],
  );
  const latestSample = useRef(sample);
  useEffect(() => {
    latestSample.current = sample;
  }, [sample]);
  const onFit = useCallback(
    (some: readonly ArrangedColumn[]) => fitColumns(control, some, latestSample.current),
    [control],
  );
  const table = useGridTable(columns, fitting, chosen, rows, onResized);

  const numberWidth = Math.max(52, 34 + String(rowCount).length * 8);
  const { pinned, center } = usePlaces(table, columns, fitting, numberWidth, seen.width);
  const many = center.length > drawnAnyway;
  const [left, seenWidth, kept] = many ? [seen.left, seen.width, focused] : [0, 0, 0];
  const window = useMemo(
    () => windowColumns(center, left, seenWidth, kept),
    [center, left, seenWidth, kept],
  );
  const width = numberWidth + table.getTotalSize();
  return { table, numberWidth, pinned, window, width, onFit };
}

function sampleOf(rows: readonly GridRowData[]): Item[] {
  return rows.flatMap(({ row }) => (row === undefined ? [] : [row.item])).slice(0, sampleSize);
}

function idWidth(id: string, width: number | undefined): [string, number][] {
  return width === undefined ? [] : [[id, width]];
}

/** The columns with their places; the same objects as long as nothing moved. */
function usePlaces(
  table: GridTable,
  columns: readonly ArrangedColumn[],
  fitting: ReadonlyMap<string, number>,
  left: number,
  seenWidth: number,
) {
  const { columnSizing } = table.state;
  return useMemo(() => {
    const byId = new Map(columns.map((column) => [column.id, column]));
    const known = (part: readonly GridColumn[]) =>
      part.flatMap(({ id }) => {
        const column = byId.get(id);
        const width = columnSizing[id] ?? fitting.get(id) ?? minimumWidth;
        return column === undefined ? [] : [{ column, width: bounded(width) }];
      });
    const asked = known(table.getStartVisibleLeafColumns());
    const stuck = placeColumns(asked, 1, left).filter(
      (place) => place.left + place.width <= seenWidth - roomForOthers,
    );
    // Pinned columns that would leave no room for the others scroll with them.
    const loose = asked.slice(stuck.length);
    const others = known(table.getCenterVisibleLeafColumns());
    return { pinned: stuck, center: placeColumns([...loose, ...others], stuck.length + 1) };
  }, [table, columns, fitting, columnSizing, left, seenWidth]);
}

function bounded(width: number): number {
  return Math.min(widestColumn, Math.max(narrowestColumn, width));
}
