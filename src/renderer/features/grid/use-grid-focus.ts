import { useCallback, useEffect, useRef, useState } from 'react';
import { focusCell, showCell } from './focus-cell.ts';
import type { CellPosition } from './grid-navigation.ts';

const firstCell: CellPosition = { row: 0, column: 1 };

/**
 * The focused cell. The focus is a real one, on the cell's element: the row that has it stays drawn
 * while it is scrolled out of sight.
 */
export function useGridFocus(
  scroller: HTMLDivElement | null,
  showRow: (row: number) => void,
  rowCount: number,
) {
  const [asked, setAsked] = useState<CellPosition>(firstCell);
  /** False until the grid was used: no row is marked before. */
  const [used, setUsed] = useState(false);
  const pending = useRef<CellPosition>(undefined);
  const shown = useRef<CellPosition>(undefined);
  const focus = { row: Math.max(0, Math.min(asked.row, rowCount - 1)), column: asked.column };

  // The cell may be drawn only after the grid has scrolled: tried until it is there.
  useEffect(() => {
    if (scroller === null) return;
    if (pending.current !== undefined && focusCell(scroller, pending.current))
      pending.current = undefined;
    if (shown.current !== undefined && showCell(scroller, shown.current)) shown.current = undefined;
  });

  const follow = (position: CellPosition) => {
    setUsed(true);
    setAsked((before) =>
      before.row === position.row && before.column === position.column ? before : position,
    );
  };
  const moveTo = (position: CellPosition) => {
    pending.current = position;
    shown.current = undefined;
    // A new object, so that the effect runs even where the place is the same.
    setAsked({ ...position });
    showRow(position.row);
  };
  /** Scrolls a cell into sight that does not get the focus. */
  const show = (position: CellPosition) => {
    shown.current = position;
    showRow(position.row);
  };
  /** The same item keeps the focus after so many rows came before it. */
  const shift = (by: number) => {
    const row = Math.max(0, focus.row + by);
    if (scroller?.contains(document.activeElement)) pending.current = { ...focus, row };
    setAsked({ ...focus, row });
  };
  /** Back to the first cell, unused: for other rows. */
  const reset = useCallback(() => {
    setAsked(firstCell);
    setUsed(false);
  }, []);
  return { focus, used, follow, moveTo, show, shift, reset };
}

export type GridFocus = ReturnType<typeof useGridFocus>;
