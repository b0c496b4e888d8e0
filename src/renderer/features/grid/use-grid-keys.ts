import type { KeyboardEvent } from 'react';
import { actOf } from './grid-keys.ts';
import type { GridAct } from './grid-keys.ts';
import { moveFocus } from './grid-navigation.ts';
import type { GridSize } from './grid-navigation.ts';
import { extendSelection, headOf, noSelection, selectAll, selectColumn } from './selection.ts';
import type { GridSelection } from './selection.ts';
import type { GridFocus } from './use-grid-focus.ts';

type KeysOptions = {
  grid: Pick<GridFocus, 'focus' | 'moveTo' | 'show'>;
  size: GridSize;
  selection: GridSelection;
  setSelection: (selection: GridSelection) => void;
  /** Whether keys are for a cell that is being edited. */
  editing: boolean;
  onAct: (act: GridAct) => void;
};

/** The keys of a spreadsheet: they move the focus, extend what is selected, and act on it. */
export function useGridKeys(options: KeysOptions) {
  const { grid, size, selection, setSelection, onAct } = options;
  const { focus } = grid;

  const select = (act: GridAct): GridSelection | undefined => {
    if (act.kind === 'escape') return noSelection;
    if (act.kind === 'select-all') return selectAll(size.rowCount);
    if (act.kind === 'select-column') return selectColumn(focus.column, size.rowCount);
    if (act.kind !== 'select-rows') return undefined;
    const { row } = headOf(selection, focus);
    const anchor = { row: focus.row, column: 0 };
    return extendSelection(selection, anchor, { row, column: 0 }, false);
  };

  return (event: KeyboardEvent) => {
    if (options.editing || event.defaultPrevented) return;
    const extend = event.shiftKey;
    const next = moveFocus(event, extend ? headOf(selection, focus) : focus, size);
    const act = actOf(event);
    if (next !== undefined && extend) {
      const wider = extendSelection(selection, focus, next, true);
      setSelection(wider);
      grid.show(headOf(wider, focus));
    } else if (next !== undefined) {
      setSelection(noSelection);
      grid.moveTo(next);
    } else if (act !== undefined) {
      const selected = select(act);
      if (selected === undefined) onAct(act);
      else setSelection(selected);
    } else return;
    event.preventDefault();
  };
}
