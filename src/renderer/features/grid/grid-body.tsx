/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the rows of a <table> cannot be placed by pixels */
import { useEffect, useMemo } from 'react';
import type { AttributeValue } from '../../../domain/attribute-value.ts';
import type { AfterEdit } from './cell-editor.tsx';
import { drawnAnyway, placeColumns, windowColumns } from './column-window.ts';
import { minimumWidth } from './columns.ts';
import type { Column } from './columns.ts';
import { GridHeader } from './grid-header.tsx';
import type { CellPosition } from './grid-navigation.ts';
import { GridRow } from './grid-row.tsx';
import type { CellEdit } from './grid-row.tsx';
import type { GridSource } from './grid-source.ts';
import classes from './items-grid.module.css';
import { useColumnWidths } from './use-column-widths.ts';
import { useGridTable } from './use-grid-table.ts';
import type { GridColumn, GridRowData, GridTable } from './use-grid-table.ts';
import { rowHeight } from './use-grid-window.ts';
import type { GridWindow } from './use-grid-window.ts';

type GridBodyProps = {
  columns: readonly Column[];
  source: GridSource;
  seen: GridWindow;
  /** The height of the element that gives the scroll bar its length. */
  spacer: number;
  focus: CellPosition;
  selectedRows: ReadonlySet<number>;
  markFocusedRow: boolean;
  edit: CellEdit | undefined;
  onStage: (value: AttributeValue | undefined, after: AfterEdit) => void;
  onCancel: () => void;
};

const sampleSize = 50;

/** The header and the rows in sight. */
export function GridBody(props: GridBodyProps) {
  const { columns, source, seen, focus, edit } = props;
  const { rowCount, want } = source;
  const rows = useWindowRows(seen, focus.row, source);
  const sample = rows.flatMap(({ row }) => (row === undefined ? [] : [row.item]));
  const { widths, fit } = useColumnWidths(columns, sample.slice(0, sampleSize));
  const table = useGridTable(columns, widths, rows);

  const numberWidth = Math.max(52, 34 + String(rowCount).length * 8);
  const { pinned, center } = usePlacedColumns(table, columns, widths, numberWidth);
  const many = center.length > drawnAnyway;
  const [left, seenWidth, kept] = many ? [seen.left, seen.width, focus.column] : [0, 0, 0];
  const window = useMemo(
    () => windowColumns(center, left, seenWidth, kept),
    [center, left, seenWidth, kept],
  );
  const width = numberWidth + table.getTotalSize();

  const { first, last } = seen;
  useEffect(() => {
    if (rowCount > 0) want(first, last);
  }, [first, last, rowCount, want]);

  return (
    <>
      <div role="rowgroup" className={classes.head} style={{ minWidth: width }}>
        <GridHeader
          table={table}
          numberWidth={numberWidth}
          pinned={pinned}
          window={window}
          onFit={fit}
        />
      </div>
      <div role="rowgroup" className={classes.body} style={{ height: props.spacer, width }}>
        {table.getRowModel().rows.map(({ id, original: { index, row } }) => (
          <GridRow
            key={id}
            index={index}
            top={index * rowHeight + seen.offset}
            row={row}
            numberWidth={numberWidth}
            pinned={pinned}
            window={window}
            focusedColumn={focus.row === index ? focus.column : undefined}
            selected={
              props.selectedRows.has(index) || (props.markFocusedRow && focus.row === index)
            }
            editor={
              edit?.row === index
                ? { edit, onStage: props.onStage, onCancel: props.onCancel }
                : undefined
            }
          />
        ))}
      </div>
    </>
  );
}

/** The rows in the window, and the focused one wherever it is. */
function useWindowRows(
  seen: GridWindow,
  focusedRow: number,
  { rowCount, rowAt }: GridSource,
): GridRowData[] {
  const { first, last } = seen;
  return useMemo(() => {
    const end = Math.min(last, rowCount - 1);
    const rows: GridRowData[] = [];
    const add = (index: number) => rows.push({ index, row: rowAt(index) });
    if (focusedRow < first && rowCount > 0) add(focusedRow);
    for (let index = first; index <= end; index += 1) add(index);
    if (focusedRow > end && focusedRow < rowCount) add(focusedRow);
    return rows;
  }, [first, last, focusedRow, rowCount, rowAt]);
}

/** The columns with their places; the same objects as long as nothing moved. */
function usePlacedColumns(
  table: GridTable,
  columns: readonly Column[],
  widths: ReadonlyMap<string, number>,
  left: number,
) {
  const { columnSizing } = table.state;
  return useMemo(() => {
    const byId = new Map(columns.map((column) => [column.id, column]));
    const widthOf = ({ id }: GridColumn) => columnSizing[id] ?? widths.get(id) ?? minimumWidth;
    const known = (part: readonly GridColumn[]) =>
      part.flatMap((column) => {
        const found = byId.get(column.id);
        return found === undefined ? [] : [{ column: found, width: widthOf(column) }];
      });
    const pinned = placeColumns(known(table.getStartVisibleLeafColumns()), 1, left);
    const center = placeColumns(known(table.getCenterVisibleLeafColumns()), pinned.length + 1);
    return { pinned, center };
  }, [table, columns, widths, columnSizing, left]);
}
