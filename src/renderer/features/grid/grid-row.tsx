/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the rows of a <table> cannot be placed by pixels */
import {
  IconAlertTriangle,
  IconArrowsDiagonal,
  IconMinus,
  IconPencil,
  IconPlus,
  IconSearch,
} from '@tabler/icons-react';
import { memo } from 'react';
import { getAttribute } from '../../../domain/attribute-map.ts';
import type { AttributeValue, Item } from '../../../domain/attribute-value.ts';
import { attributeValuesEqual } from '../../../domain/equality.ts';
import { likelyTime, timeHint } from '../values/epoch-time.ts';
import { ValueCell } from '../values/value-cell.tsx';
import type { CellDraft, InPlaceType } from './cell-edit.ts';
import { CellEditor } from './cell-editor.tsx';
import type { AfterEdit } from './cell-editor.tsx';
import { edgesAt } from './cell-marks.ts';
import type { Column } from './columns.ts';
import type { ColumnWindow, PlacedColumn } from './column-window.ts';
import { drawWindow } from './draw-window.tsx';
import type { GridRowSource } from './grid-source.ts';
import classes from './items-grid.module.css';

/** A cell that is being edited in place. */
export type CellEdit = {
  readonly row: number;
  readonly column: number;
  /** The row as it was when the edit began: others may come before it. */
  readonly source: GridRowSource;
  readonly draft: CellDraft;
  /** The types to choose from; a key has just its own, and cannot be removed. */
  readonly types: readonly InPlaceType[] | undefined;
  /** Begun by writing over the cell: the caret goes behind what was typed. */
  readonly typed: boolean;
};

export type RowEditor = {
  readonly edit: CellEdit;
  readonly onStage: (value: AttributeValue | undefined, after: AfterEdit) => void;
  readonly onCancel: () => void;
};

type GridRowProps = {
  index: number;
  top: number;
  /** Undefined while it is not here. */
  row: GridRowSource | undefined;
  numberWidth: number;
  pinned: readonly PlacedColumn<Column>[];
  window: ColumnWindow<Column>;
  /** The focused column of this row, or undefined. */
  focusedColumn: number | undefined;
  selected: boolean;
  /** Which of its cells are selected, see `marksOf`. */
  marks: string | undefined;
  found: 'found' | 'current' | undefined;
  editor: RowEditor | undefined;
};

/** One item: its number, its pinned keys, and the attributes that are in sight. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { index, top, row, pinned, window, focusedColumn, selected, marks, found, editor } = props;
  const sign = row?.staged;
  const cell = (placed: PlacedColumn<Column>, isPinned: boolean) => (
    <GridCell
      key={placed.column.id}
      row={index}
      placed={placed}
      pinned={isPinned}
      item={row?.item}
      original={sign === 'edited' ? row?.original : undefined}
      focused={focusedColumn === placed.number}
      edges={edgesAt(marks, placed.number)}
      editor={editor?.edit.column === placed.number ? editor : undefined}
    />
  );
  return (
    <div
      role="row"
      className={classes.row}
      style={{ top }}
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-busy={row === undefined || undefined}
      data-staged={sign}
      data-found={found}
      data-editing={editor !== undefined || undefined}
    >
      <RowNumber
        index={index}
        width={props.numberWidth}
        sign={sign}
        problem={row?.problem}
        found={found !== undefined}
        focused={focusedColumn === 0}
      />
      {pinned.map((placed) => cell(placed, true))}
      {drawWindow(window, (placed) => cell(placed, false))}
    </div>
  );
});

type RowNumberProps = {
  index: number;
  width: number;
  sign: GridRowSource['staged'];
  problem: string | undefined;
  found: boolean;
  focused: boolean;
};

function RowNumber({ index, width, sign, problem, found, focused }: RowNumberProps) {
  return (
    <div
      role="rowheader"
      className={classes.number}
      style={{ width }}
      aria-colindex={1}
      data-row={index}
      data-column={0}
      data-stuck
      tabIndex={focused ? 0 : -1}
    >
      <button
        type="button"
        className={classes.open}
        aria-label="Open item"
        title="Open item"
        data-open={index}
        tabIndex={-1}
      >
        <IconArrowsDiagonal size={14} aria-hidden="true" />
      </button>
      {sign === 'edited' && <IconPencil size={12} aria-label="edited" />}
      {sign === 'new' && <IconPlus size={12} aria-label="new" />}
      {problem !== undefined && (
        <span className={classes.problem} title={problem}>
          <IconAlertTriangle size={12} role="img" aria-label={problem} />
        </span>
      )}
      {sign === undefined && found && <IconSearch size={12} aria-label="found" />}
      {sign === 'deleted' && <IconMinus size={12} aria-label="deleted" />}
      <span className={classes.digits}>{index + 1}</span>
    </div>
  );
}

type GridCellProps = {
  row: number;
  placed: PlacedColumn<Column>;
  pinned: boolean;
  item: Item | undefined;
  /** The item as it was read, where it is edited. */
  original: Item | undefined;
  focused: boolean;
  /** The edges of the selected range at this cell; undefined where it is not selected. */
  edges: string | undefined;
  editor: RowEditor | undefined;
};

function isEdited(original: Item | undefined, name: string, value: AttributeValue | undefined) {
  if (original === undefined) return false;
  const before = getAttribute(original, name);
  if (before === undefined || value === undefined) return before !== value;
  return !attributeValuesEqual(before, value);
}

const GridCell = memo(function GridCell(props: GridCellProps) {
  const { row, placed, pinned, item, original, focused, edges, editor } = props;
  const { name } = placed.column;
  const value = item && getAttribute(item, name);
  const missing = item !== undefined && value === undefined;
  const time = value && likelyTime(value, name);
  return (
    <div
      role="gridcell"
      className={pinned ? `${classes.cell} ${classes.pinned}` : classes.cell}
      style={pinned ? { width: placed.width, left: placed.left } : { width: placed.width }}
      aria-colindex={placed.number + 1}
      aria-label={missing ? 'missing' : undefined}
      aria-selected={edges === undefined ? undefined : true}
      data-edges={edges}
      title={time && timeHint(time)}
      data-row={row}
      data-column={placed.number}
      data-stuck={pinned || undefined}
      data-number={value !== undefined && 'N' in value ? true : undefined}
      data-missing={missing || undefined}
      data-edited={isEdited(original, name, value) || undefined}
      tabIndex={focused ? 0 : -1}
    >
      {item !== undefined && <ValueCell value={value} />}
      {editor !== undefined && (
        <CellEditor
          name={name}
          initial={editor.edit.draft}
          typed={editor.edit.typed}
          types={editor.edit.types}
          missing={value === undefined}
          removable={value !== undefined && editor.edit.types === undefined}
          onStage={editor.onStage}
          onCancel={editor.onCancel}
        />
      )}
    </div>
  );
});
