import {
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import { narrowestColumn, widestColumn } from './column-layout.ts';
import type { ArrangedColumn } from './column-layout.ts';
import { minimumWidth } from './columns.ts';

const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
});
const helper = createColumnHelper<typeof features, ArrangedColumn>();

/** Rows are placed by the grid's own window: a table of a million row objects is slow and large. */
const noRows: ArrangedColumn[] = [];

/**
 * TanStack Table for the columns that are shown: their order, which of them are pinned, how wide
 * they are, in pixels by their ids. The same object until one of these changes: its options are
 * what it is told apart by, and a new one would draw every row anew with each step of a scroll.
 */
export function useColumnTable(
  columns: readonly ArrangedColumn[],
  widths: ReadonlyMap<string, number>,
) {
  const options = useMemo(
    () => ({
      features,
      data: noRows,
      columns: helper.columns(
        columns.map(({ id, name }) =>
          helper.display({
            id,
            header: name,
            size: minimumWidth,
            minSize: narrowestColumn,
            maxSize: widestColumn,
          }),
        ),
      ),
      state: {
        columnPinning: { start: columns.flatMap((one) => (one.pinned ? [one.id] : [])), end: [] },
        columnSizing: Object.fromEntries(widths),
      },
    }),
    [columns, widths],
  );
  return useTable(options);
}

export type ColumnTable = ReturnType<typeof useColumnTable>;
