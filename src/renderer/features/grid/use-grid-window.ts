import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { scrollElementTo } from './scroll-element.ts';
import {
  followScroll,
  logicalTop,
  positionAt,
  spacerHeight,
  topPosition,
  topToShow,
} from './scroll-scale.ts';
import type { ScrollPosition } from './scroll-scale.ts';

export const rowHeight = 28;
export const headerHeight = 29;
/**
 * Rows drawn beyond those in sight: before the way that the grid goes, and behind it. A jump shows
 * none of them before the next one: it draws what is in sight.
 */
const overscan = { ahead: 8, behind: 4 };
// The window moves in steps, so that most scrolls draw nothing anew.
const step = 4;

type Motion = { readonly way: 'up' | 'down' | 'jump'; readonly moving: boolean };
const stands: Motion = { way: 'down', moving: false };
/** How long the bar has to stand until the grid does: a held key stops it again and again. */
const standsAfterMs = 150;

/** What is seen of the grid: its rows, and its columns by pixels. */
export type GridWindow = {
  readonly first: number;
  readonly last: number;
  /** How far rows are shifted from their place, where there are more than an element can hold. */
  readonly offset: number;
  readonly left: number;
  readonly width: number;
  readonly pageRows: number;
  /** It scrolls at present: what can wait until it stands waits. */
  readonly moving: boolean;
};

function windowAt(
  position: ScrollPosition,
  rowCount: number,
  size: { left: number; width: number; height: number },
  { way, moving }: Motion,
): GridWindow {
  const top = Math.floor(logicalTop(position) / rowHeight / step) * step;
  const { ahead, behind } = way === 'jump' ? { ahead: 0, behind: 0 } : overscan;
  const seen = Math.ceil(size.height / rowHeight) + step;
  return {
    first: Math.max(0, top - (way === 'up' ? ahead : behind)),
    last: Math.min(rowCount - 1, top + seen + (way === 'up' ? behind : ahead)),
    offset: position.offset,
    left: Math.floor(size.left / 100) * 100,
    width: size.width,
    pageRows: Math.max(1, Math.floor(size.height / rowHeight) - 1),
    moving,
  };
}

function sameWindow(a: GridWindow, b: GridWindow): boolean {
  return (
    a.first === b.first &&
    a.last === b.last &&
    a.offset === b.offset &&
    a.left === b.left &&
    a.width === b.width &&
    a.pageRows === b.pageRows &&
    a.moving === b.moving
  );
}

/** The rows and the columns that are seen, followed while the grid scrolls and changes its size. */
export function useGridWindow(
  scroller: HTMLDivElement | null,
  rowCount: number,
  headerHeight: number,
) {
  const position = useRef<ScrollPosition>(topPosition);
  const motion = useRef(stands);
  const [seen, setSeen] = useState<GridWindow>(() =>
    windowAt(topPosition, rowCount, { left: 0, width: 1_200, height: 700 }, stands),
  );

  const geometry = useCallback(() => {
    const height = scroller?.clientHeight ?? 0;
    // Without a layout (in a test) there is still a first screen of rows.
    const viewportHeight = height === 0 ? 700 : Math.max(rowHeight, height - headerHeight);
    return { logicalHeight: rowCount * rowHeight, viewportHeight };
  }, [scroller, rowCount, headerHeight]);

  const update = useCallback(() => {
    if (scroller === null) return;
    const now = geometry();
    const before = logicalTop(position.current);
    position.current = followScroll(position.current, scroller.scrollTop, now);
    const top = logicalTop(position.current);
    if (top !== before) {
      const far = Math.abs(top - before) > now.viewportHeight;
      motion.current = { ...motion.current, way: far ? 'jump' : top < before ? 'up' : 'down' };
    }
    const size = {
      left: scroller.scrollLeft,
      width: scroller.clientWidth,
      height: now.viewportHeight,
    };
    const next = windowAt(position.current, rowCount, size, motion.current);
    setSeen((shown) => (sameWindow(shown, next) ? shown : next));
  }, [scroller, geometry, rowCount]);

  useEffect(() => {
    if (scroller === null) return undefined;
    update();
    // After small steps the bar is put where the rows are; the rows do not move by it.
    const settle = () => {
      if (spacerHeight(geometry()) === geometry().logicalHeight) return;
      position.current = positionAt(logicalTop(position.current), geometry());
      scrollElementTo(scroller, position.current.physical);
      update();
    };
    const observer = new ResizeObserver(update);
    observer.observe(scroller);
    // In the frame that scrolls: else it would show the rows of before, and another would be due.
    let stop: ReturnType<typeof setTimeout> | undefined;
    const onScroll = () => {
      clearTimeout(stop);
      motion.current = { ...motion.current, moving: true };
      flushSync(update);
      stop = setTimeout(() => {
        const { way } = motion.current;
        motion.current = { way: way === 'jump' ? 'down' : way, moving: false };
        update();
      }, standsAfterMs);
    };
    scroller.addEventListener('scroll', onScroll, { passive: true });
    scroller.addEventListener('scrollend', settle);
    return () => {
      clearTimeout(stop);
      observer.disconnect();
      scroller.removeEventListener('scroll', onScroll);
      scroller.removeEventListener('scrollend', settle);
    };
  }, [scroller, geometry, update]);

  /** Scrolls so that a row is seen whole. */
  const showRow = useCallback(
    (row: number) => {
      const now = geometry();
      const top = topToShow(row, rowHeight, logicalTop(position.current), now.viewportHeight);
      if (scroller === null || top === undefined) return;
      position.current = positionAt(top, now);
      scrollElementTo(scroller, position.current.physical);
      update();
    },
    [scroller, geometry, update],
  );

  return {
    seen,
    showRow,
    spacer: spacerHeight({ logicalHeight: rowCount * rowHeight, viewportHeight: 0 }),
  };
}
