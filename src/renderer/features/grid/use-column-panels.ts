import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { ArrangedColumn } from './column-layout.ts';
import { cellOf } from './focus-cell.ts';
import { focusHeader } from './focus-header.ts';
import type { CellPosition } from './grid-navigation.ts';

/** What is opened over the header. */
export type OpenPanel =
  | { readonly kind: 'chooser' }
  /** The menu of a column, opened at its header or from one of its cells. */
  | { readonly kind: 'menu'; readonly name: string; readonly from: 'header' | 'cell' };

/** A header by its number, of which 0 is the corner, or by the attribute's name. */
export type HeaderPlace = { readonly number: number } | { readonly name: string };

export type ColumnPanels = {
  readonly open: OpenPanel | undefined;
  readonly onOpen: (panel: OpenPanel | undefined) => void;
  /** Focuses a header, once it is drawn at its place. */
  readonly onFocusHeader: (place: HeaderPlace) => void;
  /** Focuses the cell of a column in the row that had the focus. */
  readonly onLeaveHeader: (number: number) => void;
  /** A header has the focus: its column stays drawn. */
  readonly onHeaderFocused: (number: number) => void;
};

type GridFocus = {
  focus: CellPosition;
  follow: (position: CellPosition) => void;
  moveTo: (position: CellPosition) => void;
};

/** The menu of a column, the chooser of columns, and the focus in the header. */
export function useColumnPanels(
  scroller: HTMLElement | null,
  columns: readonly ArrangedColumn[],
  { focus, follow, moveTo }: GridFocus,
) {
  const [open, setOpen] = useState<OpenPanel>();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const pending = useRef<HeaderPlace>(undefined);
  const latest = useRef({ row: focus.row, follow, moveTo });
  useEffect(() => {
    latest.current = { row: focus.row, follow, moveTo };
  });

  // The column may be drawn, or be at its new place, only after the grid has followed.
  useEffect(() => {
    const asked = pending.current;
    if (asked === undefined || scroller === null) return;
    const number =
      'number' in asked
        ? Math.min(asked.number, columns.length)
        : columns.findIndex(({ name }) => name === asked.name) + 1;
    if (focusHeader(scroller, number) || number === focus.column) pending.current = undefined;
    else follow({ row: focus.row, column: number });
  });

  const onFocusHeader = useCallback((place: HeaderPlace) => {
    pending.current = place;
    redraw();
  }, []);
  const onLeaveHeader = useCallback((column: number) => {
    const { row, moveTo: move } = latest.current;
    move({ row, column });
  }, []);
  const onHeaderFocused = useCallback((column: number) => {
    const { row, follow: followTo } = latest.current;
    followTo({ row, column });
  }, []);
  const panels: ColumnPanels = useMemo(
    () => ({ open, onOpen: setOpen, onFocusHeader, onLeaveHeader, onHeaderFocused }),
    [open, onFocusHeader, onLeaveHeader, onHeaderFocused],
  );

  /** Whether a key in the grid belongs to its header: then the cells do nothing about it. */
  const takesKey = (event: KeyboardEvent): boolean => {
    const inCells = event.target === scroller || cellOf(event.target) !== undefined;
    if (!inCells) return true;
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    const name = columns[focus.column - 1]?.name;
    if (key === 'ArrowDown' && altKey && name !== undefined) {
      setOpen({ kind: 'menu', name, from: 'cell' });
    } else if (
      key === 'ArrowUp' &&
      focus.row === 0 &&
      !(altKey || ctrlKey || metaKey || shiftKey)
    ) {
      onFocusHeader({ number: focus.column });
    } else return false;
    event.preventDefault();
    // The menu that opens listens at the window, and would take this key for one of its own.
    event.stopPropagation();
    return true;
  };
  return { panels, takesKey };
}
