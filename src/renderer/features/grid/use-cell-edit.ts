import { useState } from 'react';
import { getAttribute } from '../../../domain/attribute-map.ts';
import type { AttributeValue } from '../../../domain/attribute-value.ts';
import { beginDraft, changeDraftType, isEditedInPlace, isInPlaceType } from './cell-edit.ts';
import { isKeyColumn } from './block-edit.ts';
import type { AfterEdit } from './cell-editor.tsx';
import type { Column } from './columns.ts';
import type { CellPosition } from './grid-navigation.ts';
import type { CellEdit } from './grid-row.tsx';
import type { CellChange, GridRowSource, GridSource } from './grid-source.ts';

type CellEditOptions = {
  source: GridSource;
  columns: readonly Column[];
  inPlace: boolean;
  moveTo: (position: CellPosition) => void;
  onEdit: (changes: readonly CellChange[]) => void;
  onOpen: (row: GridRowSource) => void;
  onInspect?: ((row: GridRowSource, name: string, edit: boolean) => void) | undefined;
};

/** The edit of one cell in place; what needs more room than a cell has is edited beside the grid. */
export function useCellEdit(options: CellEditOptions) {
  const { source, columns, moveTo } = options;
  const [edit, setEdit] = useState<CellEdit>();

  /** Begins with the value, or with what was typed over it. */
  const begin = (position: CellPosition, typed?: string) => {
    const row = source.rowAt(position.row);
    if (row === undefined || row.staged === 'deleted') return;
    const column = columns[position.column - 1];
    const draft = column && options.inPlace ? draftOf(row, column, typed) : undefined;
    if (draft !== undefined)
      setEdit({ ...position, source: row, typed: typed !== undefined, ...draft });
    else if (typed === undefined) {
      const aside = column !== undefined && !isKeyColumn(column) && options.inPlace;
      if (aside && options.onInspect) options.onInspect(row, column.name, true);
      else options.onOpen(row);
    }
  };

  const end = (after: AfterEdit) => {
    setEdit(undefined);
    if (edit === undefined || after === 'leave') return;
    const step = after === 'next' ? 1 : after === 'previous' ? -1 : 0;
    const column = Math.min(Math.max(edit.column + step, 1), columns.length);
    moveTo({ row: edit.row, column });
  };
  const stage = (value: AttributeValue | undefined, after: AfterEdit) => {
    const column = edit && columns[edit.column - 1];
    if (edit !== undefined && column !== undefined)
      options.onEdit([{ row: edit.source, name: column.name, value }]);
    end(after);
  };
  return { edit, begin, stage, cancel: () => end('stay'), forget: () => setEdit(undefined) };
}

/** What an edit in place begins with; undefined where the cell is not edited in place. */
function draftOf(row: GridRowSource, column: Column, typed: string | undefined) {
  const value = getAttribute(row.item, column.name);
  if (!isEditedInPlace(value)) return undefined;
  const draft = beginDraft(value, column.types, typed);
  if (!isKeyColumn(column)) return { draft, types: undefined };
  // The key of a row that is written already is its identity; a key has just its one type.
  const [type] = column.types;
  if (row.staged !== 'new' || !isInPlaceType(type)) return undefined;
  return { draft: changeDraftType(draft, type), types: [type] };
}
