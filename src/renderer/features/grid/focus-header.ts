import { showSideways } from './focus-cell.ts';

/** Focuses the header of a column that is drawn; tells whether it was there. */
export function focusHeader(scroller: HTMLElement, number: number): boolean {
  const header = scroller.querySelector<HTMLElement>(`[data-header="${number}"]`);
  if (header === null) return false;
  header.focus({ preventScroll: true });
  if (number > 0) showSideways(scroller, header);
  return true;
}
