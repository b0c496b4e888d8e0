import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { rowsInSight, startsOf } from '../../ui/row-places.ts';
import classes from './review-dialog.module.css';

/** Rows beyond the edges that are on the page, too. */
const overscan = 8;

type WindowedListProps<Row> = {
  /** The accessible name of the list. */
  label: string;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** The height of a row that has not been on the page yet. */
  usualHeight: number;
  children: (row: Row) => React.ReactNode;
};

/** A list of which only the rows in sight are on the page; each is as high as it needs to be. */
export function WindowedList<Row>(props: WindowedListProps<Row>) {
  const { label, rows, keyOf, usualHeight, children } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState({ top: 0, height: 600 });
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  const starts = useMemo(
    () => startsOf(rows.map((row) => heights.get(keyOf(row)) ?? usualHeight)),
    [rows, heights, keyOf, usualHeight],
  );
  const look = useCallback(() => {
    const { current } = scroller;
    if (current !== null) setSight({ top: current.scrollTop, height: current.clientHeight });
  }, []);
  useEffect(() => {
    const observer = new ResizeObserver(look);
    if (scroller.current !== null) observer.observe(scroller.current);
    return () => observer.disconnect();
  }, [look]);
  const [first, end] = rowsInSight(starts, sight.top, sight.height, overscan);
  return (
    <section
      ref={scroller}
      className={classes.scroller}
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
      tabIndex={0}
      onScroll={look}
    >
      <div className={classes.runway} style={{ height: starts.at(-1) }}>
        {rows.slice(first, end).map((row, index) => {
          const key = keyOf(row);
          return (
            <Placed
              key={key}
              start={starts[first + index] ?? 0}
              onHeight={(height) => {
                setHeights((known) =>
                  (known.get(key) ?? usualHeight) === height
                    ? known
                    : new Map(known).set(key, height),
                );
              }}
            >
              {children(row)}
            </Placed>
          );
        })}
      </div>
    </section>
  );
}

type PlacedProps = {
  start: number;
  onHeight: (height: number) => void;
  children: React.ReactNode;
};

function Placed({ start, onHeight, children }: PlacedProps) {
  const place = useRef<HTMLDivElement>(null);
  const tell = useRef(onHeight);
  useLayoutEffect(() => {
    tell.current = onHeight;
  });
  useLayoutEffect(() => {
    const { current } = place;
    if (current === null) return undefined;
    const observer = new ResizeObserver(() => tell.current(current.offsetHeight));
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={place} className={classes.placed} style={{ transform: `translateY(${start}px)` }}>
      {children}
    </div>
  );
}
