/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the rows of a <table> cannot be placed by pixels */
import { useEffect, useMemo, useState } from 'react';
import type { AttributeValue } from '../../../domain/attribute-value.ts';
import type { AfterEdit } from './cell-editor.tsx';
import { marksOf } from './cell-marks.ts';
import type { ArrangedColumn } from './column-layout.ts';
import { GridHeader } from './grid-header.tsx';
import type { HeaderActs } from './grid-header.tsx';
import type { CellPosition } from './grid-navigation.ts';
import { GridRow } from './grid-row.tsx';
import type { CellEdit } from './grid-row.tsx';
import type { GridSource } from './grid-source.ts';
import classes from './items-grid.module.css';
import type { FoundRows } from './items-grid-props.ts';
import { hasRow } from './row-ranges.ts';
import { createRowSlots } from './row-slots.ts';
import type { GridSelection } from './selection.ts';
import type { ColumnPanels } from './use-column-panels.ts';
import { useColumnPlaces } from './use-column-places.ts';
import type { GridRowData } from './use-column-places.ts';
import type { ColumnsControl } from './use-columns.ts';
import { rowHeight } from './use-grid-window.ts';
import type { GridWindow } from './use-grid-window.ts';

type GridBodyProps = HeaderActs & {
  columns: readonly ArrangedColumn[];
  control: ColumnsControl;
  panels: ColumnPanels;
  source: GridSource;
  seen: GridWindow;
  /** The height of the element that gives the scroll bar its length. */
  spacer: number;
  focus: CellPosition;
  selection: GridSelection;
  found?: FoundRows | undefined;
  markFocusedRow: boolean;
  edit: CellEdit | undefined;
  onStage: (value: AttributeValue | undefined, after: AfterEdit) => void;
  onCancel: () => void;
};

/** The header and the rows in sight. */
export function GridBody(props: GridBodyProps) {
  const { columns, source, seen, focus, selection, edit } = props;
  const { rowCount, want } = source;
  const rows = useWindowRows(seen, focus.row, source);
  const [{ assign }] = useState(createRowSlots);
  const slots = useMemo(
    () =>
      assign(
        rows.map(({ index }) => index),
        focus.row,
      ),
    [assign, rows, focus.row],
  );
  // Elements change their place in the document only once the grid stands: for those who read it.
  const drawn = seen.moving
    ? rows.toSorted((a, b) => (slots.get(a.index) ?? 0) - (slots.get(b.index) ?? 0))
    : rows;
  const { numberWidth, pinned, window, width, onFit, onResizeStart } = useColumnPlaces({
    columns,
    control: props.control,
    rows,
    rowCount,
    seen,
    focused: focus.column,
  });

  const { first, last } = seen;
  useEffect(() => {
    if (rowCount > 0) want(first, last);
  }, [first, last, rowCount, want]);

  return (
    <>
      <div role="rowgroup" className={classes.head} style={{ minWidth: width }}>
        <GridHeader
          columns={columns}
          control={props.control}
          numberWidth={numberWidth}
          pinned={pinned}
          window={window}
          panels={props.panels}
          onFit={onFit}
          onResizeStart={onResizeStart}
          sort={props.sort}
          onSort={props.onSort}
          onFilter={props.onFilter}
        />
      </div>
      <div role="rowgroup" className={classes.body} style={{ height: props.spacer, width }}>
        {drawn.map(({ index, row }) => (
          <GridRow
            key={slots.get(index)}
            index={index}
            top={index * rowHeight + seen.offset}
            row={row}
            numberWidth={numberWidth}
            pinned={pinned}
            window={window}
            focusedColumn={focus.row === index ? focus.column : undefined}
            selected={
              selection.kind === 'rows'
                ? hasRow(selection.ranges, index)
                : props.markFocusedRow && focus.row === index
            }
            marks={marksOf(selection, index)}
            found={foundAs(props.found, index)}
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

function foundAs(found: FoundRows | undefined, index: number): 'found' | 'current' | undefined {
  if (found?.current === index) return 'current';
  return found?.places.has(index) ? 'found' : undefined;
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
