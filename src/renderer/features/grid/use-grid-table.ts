import {
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import type { Column as TableColumn, ColumnSizingState } from '@tanstack/react-table';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { getAttribute } from '../../../domain/attribute-map.ts';
import { narrowestColumn, widestColumn } from './column-layout.ts';
import type { ArrangedColumn } from './column-layout.ts';
import type { GridRowSource } from './grid-source.ts';

const features = tableFeatures({
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
});

/** A row in the window; undefined while it is not here. */
export type GridRowData = { readonly index: number; readonly row: GridRowSource | undefined };

export type GridColumn = TableColumn<typeof features, GridRowData>;

const helper = createColumnHelper<typeof features, GridRowData>();
const getRowId = ({ index }: GridRowData) => String(index);
const noWidths: ColumnSizingState = {};

/**
 * TanStack Table for the size and the pinning of the columns that are shown, and for the rows in
 * the window: never for all rows, of which there may be a million. Widths are in pixels, by the ids
 * of the columns: `fitting` the grid's own, `chosen` the user's.
 */
export function useGridTable(
  columns: readonly ArrangedColumn[],
  fitting: ReadonlyMap<string, number>,
  chosen: ReadonlyMap<string, number>,
  rows: GridRowData[],
  onResized: (widths: ReadonlyMap<string, number>) => void,
) {
  const definitions = useMemo(
    () =>
      helper.columns(
        columns.map(({ id, name }) =>
          helper.accessor(({ row }) => row && getAttribute(row.item, name), {
            id,
            header: name,
            size: fitting.get(id) ?? 120,
            minSize: narrowestColumn,
            maxSize: widestColumn,
          }),
        ),
      ),
    [columns, fitting],
  );
  const columnPinning = useMemo(() => {
    const pinned = columns.filter((column) => column.pinned);
    return { start: pinned.map(({ id }) => id), end: [] };
  }, [columns]);
  /** The width of a column while its edge is dragged. */
  const [dragged, setDragged] = useState(noWidths);
  const columnSizing = useMemo(
    () => ({ ...Object.fromEntries(chosen), ...dragged }),
    [chosen, dragged],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId,
    columnResizeMode: 'onChange',
    state: { columnPinning, columnSizing },
    onColumnSizingChange: (change) =>
      setDragged((before) => (typeof change === 'function' ? change(before) : change)),
  });

  const resizing = table.state.columnResizing.isResizingColumn !== false;
  const release = useEffectEvent(() => {
    if (dragged === noWidths) return;
    onResized(new Map(Object.entries(dragged)));
    setDragged(noWidths);
  });
  useEffect(() => {
    if (!resizing) release();
  }, [resizing]);
  return table;
}

export type GridTable = ReturnType<typeof useGridTable>;
