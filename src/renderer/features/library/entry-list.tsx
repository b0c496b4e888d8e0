import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { rowsInSight, startsOf } from '../../ui/row-places.ts';
import { EntryLine } from './entry-line.tsx';
import type { Entry, LibraryRow } from './library-rows.ts';
import classes from './library.module.css';

const headingHeight = 32;
const entryHeight = 48;
const overscan = 8;
/** So close to the end, in pixels, the next part is asked for. */
const nearEnd = 600;

type EntryListProps = {
  /** The accessible name of the list. */
  readonly label: string;
  readonly rows: readonly LibraryRow[];
  readonly onRestore: (entry: Entry) => void;
  readonly onRemove: (entry: Entry) => void;
  /** The end is in sight. */
  readonly onEnd?: (() => void) | undefined;
  /** The buttons beside an entry; reached by Tab beside the one that arrows came to. */
  readonly children: (entry: Entry, tabIndex: number) => ReactNode;
};

/** Entries under headings; only those in sight are on the page. Arrows move, Enter restores. */
export function EntryList({ label, rows, onRestore, onRemove, onEnd, children }: EntryListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState({ top: 0, height: 700 });
  const [active, setActive] = useState('');
  const wantsFocus = useRef(false);
  const starts = useMemo(
    () => startsOf(rows.map(({ kind }) => (kind === 'heading' ? headingHeight : entryHeight))),
    [rows],
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

  const height = starts.at(-1) ?? 0;
  const isNearEnd = sight.top + sight.height + nearEnd >= height;
  useEffect(() => {
    if (isNearEnd) onEnd?.();
  }, [isNearEnd, onEnd]);

  // The row comes to the page a moment after the list was scrolled to it.
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(active)}"]`);
    if (row === null || row === undefined) return;
    wantsFocus.current = false;
    row.focus();
  });

  const known = rows.some(({ key, kind }) => kind === 'entry' && key === active);
  const current = known ? active : rows.find(({ kind }) => kind === 'entry')?.key;

  const goTo = (from: number, step: 1 | -1) => {
    let index = from;
    while (rows[index]?.kind === 'heading') index += step;
    const row = rows[index];
    if (row === undefined || scroller.current === null) return;
    wantsFocus.current = true;
    setActive(row.key);
    const [top, end] = [starts[index] ?? 0, starts[index + 1] ?? 0];
    const { scrollTop, clientHeight } = scroller.current;
    // The heading above the first entry of its group comes with it.
    if (top - headingHeight < scrollTop)
      scroller.current.scrollTop = rows[index - 1]?.kind === 'heading' ? top - headingHeight : top;
    else if (end > scrollTop + clientHeight) scroller.current.scrollTop = end - clientHeight;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const index = rows.findIndex(({ key }) => key === current);
    const page = Math.max(1, Math.floor(sight.height / entryHeight) - 1);
    const last = rows.length - 1;
    const row = rows[index];
    if (event.key === 'ArrowDown') goTo(index + 1, 1);
    else if (event.key === 'ArrowUp') goTo(index - 1, -1);
    else if (event.key === 'PageDown') goTo(Math.min(last, index + page), 1);
    else if (event.key === 'PageUp') goTo(Math.max(0, index - page), index > page ? -1 : 1);
    else if (event.key === 'Home') goTo(0, 1);
    else if (event.key === 'End') goTo(last, -1);
    else if (event.key === 'Delete' && row?.kind === 'entry') onRemove(row.entry);
    else return;
    event.preventDefault();
  };

  const [first, end] = rowsInSight(starts, sight.top, sight.height, overscan);
  return (
    <div className={classes.scroller} ref={scroller} onScroll={look}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of the buttons in it */}
      <ul className={classes.runway} aria-label={label} style={{ height }} onKeyDown={onKeyDown}>
        {rows.slice(first, end).map((row, index) => (
          <li
            key={row.key}
            className={row.kind === 'heading' ? classes.heading : classes.entry}
            style={{ transform: `translateY(${starts[first + index] ?? 0}px)` }}
          >
            {row.kind === 'heading' ? (
              row.text
            ) : (
              <>
                <EntryLine
                  entry={row.entry}
                  tabIndex={row.key === current ? 0 : -1}
                  onFocus={() => setActive(row.key)}
                  onRestore={() => onRestore(row.entry)}
                />
                <div className={classes.acts}>
                  {children(row.entry, row.key === current ? 0 : -1)}
                </div>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
