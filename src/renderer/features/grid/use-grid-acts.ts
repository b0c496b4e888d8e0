import { useState } from 'react';
import { getAttribute } from '../../../domain/attribute-map.ts';
import { notifyWarning } from '../../ui/notify.ts';
import { blockOf, raggedBlock } from './block.ts';
import type { Block } from './block.ts';
import type { GridAct } from './grid-keys.ts';
import type { CellPosition, GridSize } from './grid-navigation.ts';
import type { GridMenuActs } from './grid-menu.tsx';
import type { GridRowSource } from './grid-source.ts';
import type { ItemsGridProps } from './items-grid-props.ts';
import type { PastedCells } from './paste-cells.ts';
import { countRows } from './row-ranges.ts';
import { selectCells } from './selection.ts';
import type { GridSelection } from './selection.ts';
import { refusedAsMany, useBlockEdit } from './use-block-edit.ts';
import { useGridClipboard } from './use-grid-clipboard.ts';
import { useGridTask } from './use-grid-task.ts';

type ActsOptions = {
  props: ItemsGridProps;
  size: GridSize;
  focus: CellPosition;
  selection: GridSelection;
  beginEdit: (position: CellPosition, typed?: string) => void;
  onMenu: () => void;
  /** What was pasted is selected. */
  onSelect?: ((selection: GridSelection) => void) | undefined;
};

/** What changes or opens an item. */
const changing: ReadonlySet<GridAct['kind']> = new Set([
  'type',
  'edit',
  'open',
  'delete',
  'fill-down',
]);

/** All that is done to the selected rows and cells, by key, by menu and through the clipboard. */
export function useGridActs(options: ActsOptions) {
  const { props, size, focus, selection, beginEdit } = options;
  const { source, columns } = props;
  const { task, withRows } = useGridTask(source);
  const [asksRow, setAsksRow] = useState(false);
  const block = () => blockOf(selection, focus, size);
  const { inPlace, onEdit } = props;
  const cells = useBlockEdit({ columns, size, inPlace, onEdit, withRows });
  const onPaste = (pasted: PastedCells, into: Block) => {
    if (props.readOnly === true) return;
    const taken = cells.paste(pasted, into);
    // More cells than were selected: they are shown, from the focused one on.
    if (!inPlace || into.whole || countRows(into.rows) > 1 || into.columns.length > 1) return;
    const { length } = taken.columns;
    if (length > 0) options.onSelect?.(selectCells(focus, countRows(taken.rows), length));
  };
  const clipboard = useGridClipboard({ source, columns, block, withRows, onPaste });

  const onBlock = (act: (block: Block) => void) => {
    const found = block();
    if (found === undefined) notifyWarning(raggedBlock);
    else if (found.rows.length > 0) act(found);
  };
  const onRows = (label: string, act: (rows: readonly GridRowSource[]) => void) =>
    onBlock(({ rows }) => {
      if (refusedAsMany(countRows(rows))) return;
      withRows(rows, label, (placed) => act(placed.map(({ row }) => row)));
    });
  const inspect = (row: GridRowSource | undefined, name: string | undefined) => {
    if (row !== undefined && name !== undefined) props.onInspect?.(row, name, false);
  };
  const deleteRows = () => onRows('Deleting', props.onToggleDeletion);

  const onAct = (act: GridAct) => {
    const row = source.rowAt(focus.row);
    if (props.readOnly === true && changing.has(act.kind)) return;
    if (act.kind === 'type') beginEdit(focus, act.text);
    else if (act.kind === 'edit') beginEdit(focus);
    else if (act.kind === 'open') {
      if (row !== undefined) props.onOpen(row);
    } else if (act.kind === 'delete') deleteRows();
    else if (act.kind === 'fill-down') onBlock(cells.fillDown);
    else if (act.kind === 'go-to-row') setAsksRow(size.rowCount > 0);
    else if (act.kind === 'inspect') inspect(row, columns[focus.column - 1]?.name);
    else if (act.kind === 'menu') options.onMenu();
  };

  /** What the menu of a cell does: with that cell, or with all that is selected. */
  const menuActs = (cell: CellPosition): GridMenuActs | undefined => {
    const row = source.rowAt(cell.row);
    if (row === undefined) return undefined;
    const column = columns[cell.column - 1];
    const { onFilterByValue, onDuplicate } = props;
    const inspectCell = column && props.onInspect && (() => inspect(row, column.name));
    if (props.readOnly === true) return { inspect: inspectCell, copyAs: clipboard.copyAs };
    return {
      edit: column && (() => beginEdit(cell)),
      inspect: inspectCell,
      copyAs: clipboard.copyAs,
      paste: () => void clipboard.pasteNow(),
      fillDown: () => onBlock(cells.fillDown),
      filter:
        column &&
        onFilterByValue &&
        ((negated) => onFilterByValue(column.name, getAttribute(row.item, column.name), negated)),
      setNull: () => onBlock((found) => cells.setAll(found, { NULL: true })),
      remove: () => onBlock((found) => cells.setAll(found, undefined)),
      open: () => props.onOpen(row),
      duplicate: onDuplicate && (() => onRows('Duplicating', onDuplicate)),
      delete: deleteRows,
      bulk: props.onBulk,
    };
  };
  const rowsMeant = () => countRows(block()?.rows ?? []);
  return { task, clipboard, onAct, menuActs, rowsMeant, asksRow, setAsksRow };
}
