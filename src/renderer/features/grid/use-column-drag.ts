import { useCallback, useEffect, useRef, useState } from 'react';
import type { PointerEvent as ReactPointerEvent } from 'react';
import { droppedPlace } from './column-layout.ts';
import type { ArrangedColumn, ColumnPlace } from './column-layout.ts';
import { gapAt, pinnedEndOf } from './drop-gap.ts';
import { scrollElementBy } from './scroll-element.ts';

/** Less than this is a click. */
const slop = 5;
const edge = 40;
const scrollStep = 14;

/** A column that is dragged, and the line where it would be dropped, in pixels of the header. */
export type ColumnDrag = {
  readonly name: string;
  readonly line: { readonly left: number; readonly height: number } | undefined;
};

/** Drags a column by its header to another place; Escape leaves it where it was. */
export function useColumnDrag(
  shown: readonly ArrangedColumn[],
  onMove: (name: string, place: ColumnPlace) => void,
) {
  const [drag, setDrag] = useState<ColumnDrag>();
  const latest = useRef({ shown, onMove });
  const running = useRef<AbortController>(undefined);
  /** The click that ends a drag does not sort. */
  const clicked = useRef(false);
  useEffect(() => {
    latest.current = { shown, onMove };
  });
  useEffect(() => () => running.current?.abort(), []);

  const onPointerDown = useCallback((event: ReactPointerEvent<HTMLElement>, name: string) => {
    const row = event.currentTarget.closest<HTMLElement>('[role="row"]');
    const scroller = row?.closest<HTMLElement>('[role="grid"]');
    if (event.button !== 0 || event.pointerType === 'touch' || !row || !scroller) return;
    const start = event.clientX;
    let x = start;
    let place: ColumnPlace | undefined;
    let started = false;
    const controller = new AbortController();
    running.current?.abort();
    running.current = controller;
    const { signal } = controller;

    const follow = () => {
      const found = gapAt(row, x);
      place = found && droppedPlace(latest.current.shown, name, found.gap);
      const line = place && found && { left: found.line, height: scroller.clientHeight };
      setDrag({ name, line });
    };
    const scroll = () => {
      if (signal.aborted) return;
      const left = pinnedEndOf(row);
      const right = scroller.getBoundingClientRect().left + scroller.clientWidth;
      const step = x > right - edge ? scrollStep : x > left && x < left + edge ? -scrollStep : 0;
      if (step !== 0) {
        scrollElementBy(scroller, step);
        follow();
      }
      requestAnimationFrame(scroll);
    };
    const end = () => {
      controller.abort();
      setDrag(undefined);
    };
    const onPointerMove = (move: PointerEvent) => {
      x = move.clientX;
      if (!started && Math.abs(x - start) < slop) return;
      if (!started) {
        started = true;
        clicked.current = true;
        requestAnimationFrame(scroll);
      }
      follow();
    };
    const onPointerUp = () => {
      end();
      if (started && place !== undefined) latest.current.onMove(name, place);
      // The click follows the pointer's end at once, or not at all.
      setTimeout(() => {
        clicked.current = false;
      });
    };
    const onKeyDown = (key: KeyboardEvent) => {
      if (key.key !== 'Escape' || !started) return;
      key.preventDefault();
      key.stopPropagation();
      place = undefined;
      end();
      window.addEventListener('pointerup', onPointerUp, { once: true });
    };
    window.addEventListener('pointermove', onPointerMove, { signal });
    window.addEventListener('pointerup', onPointerUp, { signal });
    window.addEventListener('pointercancel', end, { signal });
    window.addEventListener('keydown', onKeyDown, { signal, capture: true });
  }, []);

  /** Whether a click is only the end of a drag. */
  const endsDrag = useCallback(() => clicked.current, []);
  return { drag, onPointerDown, endsDrag };
}
