import {
  columnOrderingFeature,
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import type { Column as TableColumn } from '@tanstack/react-table';
import { useMemo } from 'react';
import { getAttribute } from '../../../domain/attribute-map.ts';
import type { Column } from './columns.ts';
import type { GridRowSource } from './grid-source.ts';

const features = tableFeatures({
  columnOrderingFeature,
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

/**
 * TanStack Table for the order, size and pinning of columns, and for the rows in the window: never
 * for all rows, of which there may be a million.
 */
export function useGridTable(
  columns: readonly Column[],
  widths: ReadonlyMap<string, number>,
  rows: GridRowData[],
) {
  const definitions = useMemo(
    () =>
      helper.columns(
        columns.map(({ id, name }) =>
          helper.accessor(({ row }) => row && getAttribute(row.item, name), {
            id,
            header: name,
            size: widths.get(id) ?? 120,
            minSize: 48,
            maxSize: 1_200,
          }),
        ),
      ),
    [columns, widths],
  );
  const columnPinning = useMemo(() => {
    const pinned = columns.filter(({ role }) => role === 'partition-key' || role === 'sort-key');
    return { start: pinned.map(({ id }) => id), end: [] };
  }, [columns]);
  return useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId,
    columnResizeMode: 'onChange',
    state: { columnPinning },
  });
}

export type GridTable = ReturnType<typeof useGridTable>;
