/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the rows of a <table> cannot be placed by pixels */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ClipboardEvent, KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { getAttribute } from '../../../domain/attribute-map.ts';
import type { AttributeValue } from '../../../domain/attribute-value.ts';
import { beginDraft, isEditedInPlace } from './cell-edit.ts';
import type { AfterEdit } from './cell-editor.tsx';
import type { ArrangedColumn } from './column-layout.ts';
import { copyText } from './copy-text.ts';
import { cellOf } from './focus-cell.ts';
import { GridBody } from './grid-body.tsx';
import type { HeaderActs } from './grid-header.tsx';
import { isTyping, moveFocus } from './grid-navigation.ts';
import type { CellPosition } from './grid-navigation.ts';
import type { CellEdit } from './grid-row.tsx';
import type { CellChange, GridRowSource, GridSource } from './grid-source.ts';
import classes from './items-grid.module.css';
import { scrollElementTo } from './scroll-element.ts';
import { noSelection, selectRows } from './row-selection.ts';
import { useColumnPanels } from './use-column-panels.ts';
import type { ColumnsControl } from './use-columns.ts';
import { useGridFocus } from './use-grid-focus.ts';
import { useGridWindow } from './use-grid-window.ts';

const headerHeight = 29;

export type ItemsGridProps = HeaderActs & {
  /** The accessible name. */
  label: string;
  /** Another number for the rows of another read: the grid begins at its top again. */
  run: number;
  /** In the order in which they are shown; keys first. */
  columns: readonly ArrangedColumn[];
  /** How the columns are arranged, and the means to arrange them otherwise. */
  control: ColumnsControl;
  source: GridSource;
  /** False where rows lack attributes that their items have: then the dialog reads the item. */
  inPlace: boolean;
  /** The focus came to a cell, or its row changed; without a name, to the number of its row. */
  onFocusCell?: ((row: GridRowSource, name: string | undefined) => void) | undefined;
  onOpen: (row: GridRowSource) => void;
  /** Shows a value in full; with `edit`, to change it where that cannot be done in place. */
  onInspect?: ((row: GridRowSource, name: string, edit: boolean) => void) | undefined;
  /** Stages changes of cells; one call is one step of undo. */
  onEdit: (changes: readonly CellChange[]) => void;
  onToggleDeletion: (rows: readonly GridRowSource[]) => void;
  /** Room under the last row, for what floats over the grid. */
  roomBelow: boolean;
  /** What stands over the rows: that there are none, or why. */
  children?: ReactNode;
};

/** The items of a result as a grid: rows and columns are drawn as they come in sight. */
export function ItemsGrid(props: ItemsGridProps) {
  const { label, run, columns, source } = props;
  const { rowCount, rowAt } = source;
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const { seen, showRow, spacer } = useGridWindow(scroller, rowCount, headerHeight);
  const { focus, used, follow, moveTo, reset } = useGridFocus(scroller, showRow, rowCount);
  const { panels, takesKey } = useColumnPanels(scroller, columns, { focus, follow, moveTo });
  const [selection, setSelection] = useState(noSelection);
  const [edit, setEdit] = useState<CellEdit>();
  const columnCount = columns.length + 1;

  const [shownRun, setShownRun] = useState(run);
  if (shownRun !== run) {
    setShownRun(run);
    setSelection(noSelection);
    setEdit(undefined);
    reset();
  }
  const scrolledRun = useRef(run);
  useEffect(() => {
    if (scrolledRun.current === run || scroller === null) return;
    scrolledRun.current = run;
    scrollElementTo(scroller, 0);
  }, [scroller, run]);

  const focusedRow = used ? rowAt(focus.row) : undefined;
  const focusedName = columns[focus.column - 1]?.name;
  const tellFocus = useEffectEvent((row: GridRowSource, name: string | undefined) =>
    props.onFocusCell?.(row, name),
  );
  useEffect(() => {
    if (focusedRow !== undefined) tellFocus(focusedRow, focusedName);
  }, [focusedRow, focusedName]);

  const beginEdit = ({ row, column }: CellPosition, typed?: string) => {
    const found = rowAt(row);
    if (found === undefined || found.staged === 'deleted') return;
    const place = columns[column - 1];
    const value = place && getAttribute(found.item, place.name);
    const isKey = place?.role === 'partition-key' || place?.role === 'sort-key';
    if (place === undefined || isKey || !props.inPlace || !isEditedInPlace(value)) {
      if (typed !== undefined) return;
      const aside = place !== undefined && !isKey && props.inPlace;
      if (aside && props.onInspect) props.onInspect(found, place.name, true);
      else props.onOpen(found);
      return;
    }
    setEdit({
      row,
      column,
      typed: typed !== undefined,
      draft: beginDraft(value, place.types, typed),
    });
  };

  const endEdit = (after: AfterEdit) => {
    if (edit === undefined) return;
    setEdit(undefined);
    const step = after === 'next' ? 1 : after === 'previous' ? -1 : 0;
    const column = Math.min(Math.max(edit.column + step, 1), columnCount - 1);
    moveTo({ row: edit.row, column });
  };

  const onStage = (value: AttributeValue | undefined, after: AfterEdit) => {
    const row = edit && rowAt(edit.row);
    const place = edit && columns[edit.column - 1];
    if (row && place) props.onEdit([{ row, name: place.name, value }]);
    endEdit(after);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (edit !== undefined || event.defaultPrevented || takesKey(event)) return;
    const size = { rowCount, columnCount, pageRows: seen.pageRows };
    const next = moveFocus(event, focus, size);
    const row = rowAt(focus.row);
    if (next !== undefined) {
      setSelection(noSelection);
      moveTo(next);
    } else if (event.key === 'F2' || event.key === 'Enter') {
      if (event.ctrlKey || event.metaKey) {
        if (row) props.onOpen(row);
      } else beginEdit(focus);
    } else if (event.key === 'Delete') {
      const rows = selection.rows.has(focus.row) ? [...selection.rows] : [focus.row];
      props.onToggleDeletion(rows.map(rowAt).filter((one) => one !== undefined));
    } else if (event.key === 'Escape') setSelection(noSelection);
    else if (event.key === ' ' && row !== undefined && focusedName !== undefined)
      props.onInspect?.(row, focusedName, false);
    else if (isTyping(event) && event.key !== ' ') beginEdit(focus, event.key);
    else if (event.key !== ' ') return;
    event.preventDefault();
  };

  const onClick = (event: MouseEvent) => {
    const cell = cellOf(event.target);
    if (cell === undefined || edit !== undefined) return;
    const opens = event.target instanceof Element && event.target.closest('[data-open]') !== null;
    const row = rowAt(cell.row);
    if (opens && row) props.onOpen(row);
    else if (cell.column === 0)
      setSelection(
        selectRows(selection, cell.row, {
          add: event.ctrlKey || event.metaKey,
          range: event.shiftKey,
        }),
      );
    else setSelection(noSelection);
  };

  const onDoubleClick = (event: MouseEvent) => {
    const cell = cellOf(event.target);
    if (cell !== undefined && cell.column > 0 && edit === undefined) beginEdit(cell);
  };

  const onCopy = (event: ClipboardEvent) => {
    const place = columns[focus.column - 1];
    const row = rowAt(focus.row);
    if (edit !== undefined || place === undefined || row === undefined) return;
    event.clipboardData.setData('text/plain', copyText(getAttribute(row.item, place.name)));
    event.preventDefault();
  };

  return (
    <div className={classes.frame}>
      <div
        ref={setScroller}
        role="grid"
        className={classes.scroller}
        data-room-below={props.roomBelow || undefined}
        aria-label={label}
        aria-rowcount={rowCount + 1}
        aria-colcount={columnCount}
        aria-multiselectable="true"
        tabIndex={rowCount === 0 ? 0 : -1}
        onFocus={(event) => {
          const cell = cellOf(event.target);
          if (cell === undefined) return;
          follow(cell);
        }}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
        onCopy={onCopy}
      >
        <GridBody
          {...props}
          panels={panels}
          seen={seen}
          spacer={spacer}
          focus={focus}
          selectedRows={selection.rows}
          markFocusedRow={used && selection.rows.size === 0}
          edit={edit}
          onStage={onStage}
          onCancel={() => endEdit('stay')}
        />
      </div>
      {props.children !== undefined && <div className={classes.over}>{props.children}</div>}
    </div>
  );
}
