import { startTransition, useEffect, useEffectEvent, useRef } from 'react';
import type { GridSource } from './grid-source.ts';
import type { GoTo, ItemsGridProps } from './items-grid-props.ts';
import { scrollElementTo } from './scroll-element.ts';
import { noSelection, selectedRows, shiftSelection } from './selection.ts';
import type { GridSelection } from './selection.ts';
import type { GridFocus } from './use-grid-focus.ts';

type FollowedOptions = {
  scroller: HTMLDivElement | null;
  props: Pick<ItemsGridProps, 'run' | 'columns' | 'source' | 'goTo' | 'onFocusCell'>;
  grid: GridFocus;
  selection: GridSelection;
  setSelection: (selection: GridSelection) => void;
};

/** Follows what happens to the rows: others are read, new ones come first, one is to be shown. */
export function useFollowedRows(options: FollowedOptions): void {
  const { scroller, props, grid } = options;
  const { run, columns, source, goTo } = props;

  const scrolledRun = useRef(run);
  useEffect(() => {
    if (scrolledRun.current === run || scroller === null) return;
    scrolledRun.current = run;
    scrollElementTo(scroller, 0);
  }, [scroller, run]);

  const row = grid.used ? source.rowAt(grid.focus.row) : undefined;
  const name = columns[grid.focus.column - 1]?.name;
  // What is shown beside the grid may come a moment after the focus: a held key must not wait.
  const tell = useEffectEvent((found: NonNullable<typeof row>, attribute: string | undefined) =>
    startTransition(() => props.onFocusCell?.(found, attribute)),
  );
  useEffect(() => {
    if (row !== undefined) tell(row, name);
  }, [row, name]);

  const newRows = newRowsOf(source);
  const shownNewRows = useRef({ run, count: newRows });
  const shift = useEffectEvent((before: number) => {
    const { focus } = grid;
    if (focus.row >= before && source.rowCount > 0) grid.shift(newRows - before);
    // Which of the new rows came or went is not known: what is selected among them is so no more.
    const isBelow = selectedRows(options.selection).every(({ first }) => first >= before);
    options.setSelection(
      isBelow ? shiftSelection(options.selection, newRows - before) : noSelection,
    );
  });
  useEffect(() => {
    const before = shownNewRows.current;
    shownNewRows.current = { run, count: newRows };
    if (before.run === run && before.count !== newRows) shift(before.count);
  }, [run, newRows]);

  const shownPlace = useRef<number>(undefined);
  const go = useEffectEvent((place: GoTo) => {
    const index = columns.findIndex((column) => column.name === place.name);
    const column = index === -1 ? Math.max(1, grid.focus.column) : index + 1;
    options.setSelection(noSelection);
    const position = { row: place.row, column };
    if (place.focus !== false) return grid.moveTo(position);
    grid.follow(position);
    grid.show(position);
  });
  useEffect(() => {
    if (goTo === undefined || scroller === null || shownPlace.current === goTo.id) return;
    shownPlace.current = goTo.id;
    go(goTo);
  }, [goTo, scroller]);
}

const newRowsOf = ({ newRowCount = 0 }: GridSource): number => newRowCount;
