import { useEffect } from 'react';

/**
 * Keeps pinned cells in their place. Chromium makes a layer of each sticky cell: with a hundred of
 * them a frame of a fast scroll costs twice as much. So they are sticky only while the grid moves
 * sideways; before they stand where they are anyway, and afterwards they are shifted to where they
 * were. The style sheet does it, by `data-sideways` and `--shift`.
 */
export function useSideways(scroller: HTMLElement | null): void {
  useEffect(() => (scroller === null ? undefined : followSideways(scroller)), [scroller]);
}

/** As `useSideways` says; answers how it is ended. */
export function followSideways(scroller: HTMLElement): () => void {
  let left = 0;
  const settle = () => {
    // Every cell inherits the shift: it is set only where it changed.
    if (scroller.dataset.sideways !== 'moving') return;
    left = scroller.scrollLeft;
    scroller.style.setProperty('--shift', `${left}px`);
    scroller.dataset.sideways = left === 0 ? 'start' : 'rest';
  };
  const move = () => {
    scroller.dataset.sideways = 'moving';
  };
  const onScroll = () => {
    if (scroller.scrollLeft === left) return;
    left = scroller.scrollLeft;
    move();
  };
  // Before the first frame that has moved: a picture of it could come without the page.
  const onWheel = ({ deltaX, shiftKey }: WheelEvent) => {
    if (deltaX !== 0 || shiftKey) move();
  };
  const onPointerDown = ({ target }: PointerEvent) => {
    if (target === scroller) move();
  };
  move();
  settle();
  scroller.addEventListener('scroll', onScroll, { passive: true });
  scroller.addEventListener('wheel', onWheel, { passive: true });
  scroller.addEventListener('pointerdown', onPointerDown, { passive: true });
  scroller.addEventListener('scrollend', settle);
  return () => {
    scroller.removeEventListener('scroll', onScroll);
    scroller.removeEventListener('wheel', onWheel);
    scroller.removeEventListener('pointerdown', onPointerDown);
    scroller.removeEventListener('scrollend', settle);
  };
}
