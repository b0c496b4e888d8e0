/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the rows of a <table> cannot be placed by pixels */
import { VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import { cellOf, elementOf } from './focus-cell.ts';
import { GoToRow } from './go-to-row.tsx';
import { GridBody } from './grid-body.tsx';
import { GridMenu } from './grid-menu.tsx';
import type { CellPosition } from './grid-navigation.ts';
import { GridProgress } from './grid-progress.tsx';
import classes from './items-grid.module.css';
import type { ItemsGridProps } from './items-grid-props.ts';
import { noSelection } from './selection.ts';
import { selectionInWords } from './selection-words.ts';
import { useCellEdit } from './use-cell-edit.ts';
import { useColumnPanels } from './use-column-panels.ts';
import { useFollowedRows } from './use-followed-rows.ts';
import { useGridActs } from './use-grid-acts.ts';
import { useGridFocus } from './use-grid-focus.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useGridPointer } from './use-grid-pointer.ts';
import { useGridSelection } from './use-grid-selection.ts';
import { headerHeight, useGridWindow } from './use-grid-window.ts';
import { useSideways } from './use-sideways.ts';

/** The items of a result as a grid: rows and columns are drawn as they come in sight. */
export function ItemsGrid(props: ItemsGridProps) {
  const { label, run, columns, source, sort } = props;
  const { rowCount, rowAt } = source;
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const { seen, showRow, spacer } = useGridWindow(scroller, rowCount, headerHeight);
  useSideways(scroller);
  const grid = useGridFocus(scroller, showRow, rowCount);
  const { focus, moveTo } = grid;
  const { panels, takesKey } = useColumnPanels(scroller, columns, grid);
  const order = JSON.stringify([run, sort?.name, sort?.descending]);
  const { onSelectRows } = props;
  const { selection, setSelection } = useGridSelection({ rowCount, order, onSelectRows });
  const { edit, begin, stage, cancel, forget } = useCellEdit({ ...props, moveTo });
  const [menu, setMenu] = useState<{ x: number; y: number; cell: CellPosition }>();
  const size = { rowCount, columnCount: columns.length + 1, pageRows: seen.pageRows };

  const [shownRun, setShownRun] = useState(run);
  if (shownRun !== run) {
    setShownRun(run);
    forget();
    grid.reset();
  }
  useFollowedRows({ scroller, props, grid, selection, setSelection });

  const openMenu = () => {
    const place = scroller && elementOf(scroller, focus)?.getBoundingClientRect();
    if (place) setMenu({ x: place.left + 8, y: place.bottom, cell: focus });
  };
  const acts = useGridActs({
    props,
    size,
    focus,
    selection,
    beginEdit: begin,
    onMenu: openMenu,
    onSelect: setSelection,
  });
  const { clipboard, onAct, asksRow, setAsksRow } = acts;
  const editing = edit !== undefined;
  const onKeys = useGridKeys({ grid, size, selection, setSelection, editing, onAct });
  const { onMouseDown } = useGridPointer({ scroller, grid, selection, setSelection });

  const onKeyDown = (event: KeyboardEvent) => {
    if (!editing && !event.defaultPrevented && !takesKey(event)) onKeys(event);
  };
  const onClick = (event: MouseEvent) => {
    const cell = cellOf(event.target);
    const opens = event.target instanceof Element && event.target.closest('[data-open]') !== null;
    const row = cell && rowAt(cell.row);
    if (opens && row) props.onOpen(row);
  };
  const onDoubleClick = (event: MouseEvent) => {
    const cell = cellOf(event.target);
    if (cell !== undefined && cell.column > 0 && !editing && props.readOnly !== true) begin(cell);
  };
  const onContextMenu = (event: MouseEvent) => {
    const cell = cellOf(event.target);
    if (cell === undefined || editing) return;
    event.preventDefault();
    setMenu({ x: event.clientX, y: event.clientY, cell });
  };
  const menuActs = menu && acts.menuActs(menu.cell);

  return (
    <div className={classes.frame}>
      <div
        ref={setScroller}
        role="grid"
        className={classes.scroller}
        data-read-only={props.readOnly || undefined}
        data-room-below={props.roomBelow || undefined}
        aria-label={label}
        aria-rowcount={rowCount + 1}
        aria-colcount={size.columnCount}
        aria-multiselectable="true"
        tabIndex={rowCount === 0 ? 0 : -1}
        onFocus={(event) => {
          const cell = cellOf(event.target);
          if (cell !== undefined) grid.follow(cell);
        }}
        onKeyDown={onKeyDown}
        onMouseDown={onMouseDown}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
        onContextMenu={onContextMenu}
        onCopy={clipboard.onCopy}
        onPaste={clipboard.onPaste}
      >
        <GridBody
          {...props}
          panels={panels}
          seen={seen}
          spacer={spacer}
          focus={focus}
          selection={selection}
          markFocusedRow={grid.used && selection.kind === 'none'}
          edit={edit}
          onStage={stage}
          onCancel={cancel}
        />
      </div>
      <VisuallyHidden role="status" aria-label="Selection">
        {selectionInWords(selection, rowCount)}
      </VisuallyHidden>
      {menu !== undefined && menuActs !== undefined && (
        <GridMenu
          at={menu}
          rowCount={acts.rowsMeant()}
          acts={menuActs}
          onClose={() => {
            setMenu(undefined);
            moveTo(focus);
          }}
        />
      )}
      {asksRow && (
        <GoToRow
          rowCount={rowCount}
          onGo={(row) => {
            setAsksRow(false);
            setSelection(noSelection);
            moveTo({ row, column: focus.column });
          }}
          onClose={() => {
            setAsksRow(false);
            moveTo(focus);
          }}
          onLeave={() => setAsksRow(false)}
        />
      )}
      {acts.task !== undefined && <GridProgress task={acts.task} />}
      {props.children !== undefined && <div className={classes.over}>{props.children}</div>}
    </div>
  );
}
