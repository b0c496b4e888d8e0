import { useEffect, useRef } from 'react';
import type { MouseEvent } from 'react';
import { cellOf } from './focus-cell.ts';
import type { CellPosition } from './grid-navigation.ts';
import { scrollElementBy } from './scroll-element.ts';
import { addCell, extendSelection, isSelected, noSelection, selectRow } from './selection.ts';
import type { GridSelection } from './selection.ts';
import type { GridFocus } from './use-grid-focus.ts';
import { headerHeight } from './use-grid-window.ts';

type PointerOptions = {
  scroller: HTMLDivElement | null;
  grid: Pick<GridFocus, 'focus' | 'moveTo'>;
  selection: GridSelection;
  setSelection: (selection: GridSelection) => void;
};

type Drag = {
  readonly anchor: CellPosition;
  /** What was selected when it began. */
  readonly before: GridSelection;
  readonly add: boolean;
  head: CellPosition;
  x: number;
  y: number;
};

/** How far the grid scrolls in a frame, for a pointer so many pixels past its edge. */
export function dragSpeed(past: number): number {
  return past === 0 ? 0 : Math.sign(past) * Math.min(80, 4 + Math.abs(past) / 3);
}

/** How far a place is before `low` (negative) or past `high`; 0 between them. */
const pastEdge = (at: number, low: number, high: number): number =>
  at < low ? at - low : Math.max(0, at - high);

/** Selects by mouse: a click, with Shift and Ctrl, and a drag, which scrolls past the edges. */
export function useGridPointer({ scroller, grid, selection, setSelection }: PointerOptions) {
  const drag = useRef<Drag>(undefined);
  const select = useRef(setSelection);
  useEffect(() => {
    select.current = setSelection;
  });

  useEffect(() => {
    if (scroller === null) return undefined;
    let frame: number | undefined;
    const edges = () => {
      const { left, top } = scroller.getBoundingClientRect();
      const right = left + scroller.clientWidth - 1;
      return { left, top: top + headerHeight, right, bottom: top + scroller.clientHeight - 1 };
    };
    const follow = (now: Drag) => {
      const { left, top, right, bottom } = edges();
      const x = Math.min(Math.max(now.x, left + 1), right - 1);
      const y = Math.min(Math.max(now.y, top + 1), bottom - 1);
      const head = cellOf(document.elementFromPoint(x, y));
      if (head === undefined || (head.row === now.head.row && head.column === now.head.column))
        return;
      now.head = head;
      select.current(extendSelection(now.before, now.anchor, head, now.add));
    };
    const scroll = () => {
      frame = undefined;
      const now = drag.current;
      if (now === undefined) return;
      const { left, top, right, bottom } = edges();
      const sideways = dragSpeed(pastEdge(now.x, left, right));
      const down = dragSpeed(pastEdge(now.y, top, bottom));
      if (sideways === 0 && down === 0) return;
      scrollElementBy(scroller, sideways, down);
      follow(now);
      frame = requestAnimationFrame(scroll);
    };
    const onMove = (event: globalThis.MouseEvent) => {
      const now = drag.current;
      if (now === undefined) return;
      if ((event.buttons & 1) === 0) {
        drag.current = undefined;
        return;
      }
      now.x = event.clientX;
      now.y = event.clientY;
      follow(now);
      frame ??= requestAnimationFrame(scroll);
    };
    const onUp = () => {
      drag.current = undefined;
    };
    document.addEventListener('mousemove', onMove);
    document.addEventListener('mouseup', onUp);
    return () => {
      if (frame !== undefined) cancelAnimationFrame(frame);
      document.removeEventListener('mousemove', onMove);
      document.removeEventListener('mouseup', onUp);
    };
  }, [scroller]);

  const onMouseDown = (event: MouseEvent) => {
    const cell = cellOf(event.target);
    if (cell === undefined || !(event.target instanceof Element)) return;
    // An editor, or the button that opens the item.
    if (event.target.closest('input, textarea, button, [data-cell-editor]') !== null) return;
    const add = event.ctrlKey || event.metaKey;
    if (event.button !== 0) {
      // Another button is for what is selected; where the cell is not, it is on its own.
      if (event.button === 2 && isSelected(selection, cell)) event.preventDefault();
      else setSelection(noSelection);
      return;
    }
    const start = { before: selection, add, head: cell, x: event.clientX, y: event.clientY };
    if (event.shiftKey) {
      // The focus stays at the other end of the range.
      event.preventDefault();
      if (scroller?.contains(document.activeElement) !== true) grid.moveTo(grid.focus);
      drag.current = { ...start, anchor: grid.focus };
      setSelection(extendSelection(selection, grid.focus, cell, add));
      return;
    }
    let next: GridSelection = noSelection;
    if (cell.column === 0) next = selectRow(selection, cell.row, add);
    else if (add) next = addCell(selection, grid.focus, cell);
    drag.current = { ...start, before: next, anchor: cell };
    setSelection(next);
  };
  return { onMouseDown };
}
