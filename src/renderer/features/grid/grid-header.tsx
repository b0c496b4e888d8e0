/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the rows of a <table> cannot be placed by pixels */
import { memo, useCallback } from 'react';
import type { KeyboardEvent, PointerEvent, ReactElement } from 'react';
import { ColumnChooser } from './column-chooser.tsx';
import { moveColumn, resizeColumns } from './column-layout.ts';
import type { ArrangedColumn, ColumnPlace } from './column-layout.ts';
import { ColumnMenu } from './column-menu.tsx';
import { nextDescending } from './column-sort.ts';
import type { ColumnSort } from './column-sort.ts';
import type { ColumnWindow, PlacedColumn } from './column-window.ts';
import { drawWindow } from './draw-window.tsx';
import classes from './grid-header.module.css';
import { HeaderCell } from './header-cell.tsx';
import { headerKey } from './header-keys.ts';
import { StopBubbling } from './stop-bubbling.tsx';
import { useColumnDrag } from './use-column-drag.ts';
import type { ColumnPanels, HeaderPlace } from './use-column-panels.ts';
import type { ColumnResize } from './use-column-resize.ts';
import type { ColumnsControl } from './use-columns.ts';

/** What the header tells of the columns, beyond their layout. */
export type HeaderActs = {
  sort?: ColumnSort | undefined;
  /** Sorts the loaded rows; undefined for their own order. */
  onSort?: ((name: string, descending: boolean | undefined) => void) | undefined;
  /** Begins a filter of the loaded rows by an attribute. */
  onFilter?: ((name: string) => void) | undefined;
};

type GridHeaderProps = HeaderActs & {
  columns: readonly ArrangedColumn[];
  control: ColumnsControl;
  numberWidth: number;
  pinned: readonly PlacedColumn<ArrangedColumn>[];
  window: ColumnWindow<ArrangedColumn>;
  panels: ColumnPanels;
  /** Fits columns to the rows in sight. */
  onFit: (columns: readonly ArrangedColumn[]) => void;
  onResizeStart: (event: PointerEvent, column: ColumnResize) => void;
};

const keyStep = 16;

/** The names of the attributes, keys badged, and all that can be done with columns. */
export const GridHeader = memo(function GridHeader(props: GridHeaderProps) {
  const { columns, control, panels, sort, onSort, onFit } = props;
  const { known, layout, onLayout } = control;
  const { open, onOpen, onFocusHeader } = panels;
  const onMove = useCallback(
    (name: string, place: ColumnPlace) => onLayout(moveColumn(known, layout, name, place)),
    [known, layout, onLayout],
  );
  const { drag, onPointerDown, endsDrag } = useColumnDrag(columns, onMove);

  const onClose = (number: number, focus: HeaderPlace | undefined) => {
    const toCell = open?.kind === 'menu' && open.from === 'cell';
    onOpen(undefined);
    if (focus === undefined) return;
    if (toCell) panels.onLeaveHeader(number);
    else onFocusHeader(focus);
  };
  const sortNext = (name: string) => {
    if (!endsDrag()) onSort?.(name, nextDescending(sort, name));
  };
  const onKeyDown = (
    event: KeyboardEvent,
    { column, number, width }: PlacedColumn<ArrangedColumn>,
  ) => {
    const act = headerKey(event);
    if (act === undefined || event.target !== event.currentTarget) return;
    event.preventDefault();
    event.stopPropagation();
    const { name } = column;
    if (act === 'sort') sortNext(name);
    else if (act === 'menu') onOpen({ kind: 'menu', name, from: 'header' });
    else if (act === 'leave') panels.onLeaveHeader(number);
    else if (act === 'wider' || act === 'narrower') {
      const step = act === 'wider' ? keyStep : -keyStep;
      onLayout(resizeColumns(layout, new Map([[name, width + step]])));
    } else {
      const places = { next: number + 1, previous: number - 1, first: 1, last: columns.length };
      onFocusHeader({ number: places[act] });
    }
  };

  const cell = (placed: PlacedColumn<ArrangedColumn>, stuck: boolean) => {
    const { column, number } = placed;
    const { name, id } = column;
    const menu = (button: ReactElement) => (
      <StopBubbling>
        <ColumnMenu
          column={column}
          number={number}
          control={control}
          sort={sort}
          onSort={onSort}
          onFilter={props.onFilter}
          onFit={onFit}
          onChooser={() => onOpen({ kind: 'chooser' })}
          onClose={(focus) => onClose(number, focus)}
        >
          {button}
        </ColumnMenu>
      </StopBubbling>
    );
    return (
      <HeaderCell
        key={id}
        placed={placed}
        stuck={stuck}
        dragged={drag?.name === name}
        sort={sort}
        sortable={onSort !== undefined}
        onSort={() => sortNext(name)}
        onMenu={() => onOpen({ kind: 'menu', name, from: 'header' })}
        onKeyDown={(event) => onKeyDown(event, placed)}
        onFocus={() => panels.onHeaderFocused(number)}
        onDragStart={(event) => onPointerDown(event, name)}
        onResizeStart={(event) => props.onResizeStart(event, { name, width: placed.width })}
        onFit={() => onFit([column])}
        withMenu={(button) => (open?.kind === 'menu' && open.name === name ? menu(button) : button)}
      />
    );
  };

  return (
    <div
      role="row"
      className={classes.row}
      aria-rowindex={1}
      data-dragging={drag !== undefined || undefined}
    >
      {/* Not a column header: the headers are the attributes, and no attribute is named so. */}
      <div
        role="gridcell"
        className={classes.corner}
        style={{ width: props.numberWidth }}
        aria-colindex={1}
        aria-label="Row number"
      >
        <ColumnChooser
          control={control}
          opened={open?.kind === 'chooser'}
          onOpen={(opened) => onOpen(opened ? { kind: 'chooser' } : undefined)}
          onFit={onFit}
          onHeader={() => onFocusHeader({ number: 1 })}
          onLeave={() => panels.onLeaveHeader(0)}
        />
      </div>
      {props.pinned.map((placed) => cell(placed, true))}
      {drawWindow(props.window, (placed) => cell(placed, false))}
      {drag?.line !== undefined && (
        <div className={classes.drop} data-drop-line style={drag.line} />
      )}
    </div>
  );
});
