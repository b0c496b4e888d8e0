import { scrollElementBy } from './scroll-element.ts';
import type { CellPosition } from './grid-navigation.ts';

/** Focuses a cell that is drawn, scrolled sideways into sight; tells whether it was there. */
export function focusCell(scroller: HTMLElement, position: CellPosition): boolean {
  const cell = elementOf(scroller, position);
  if (cell === null) return false;
  cell.focus({ preventScroll: true });
  showSideways(scroller, cell);
  return true;
}

/** Scrolls a cell that is drawn sideways into sight; tells whether it was there. */
export function showCell(scroller: HTMLElement, position: CellPosition): boolean {
  const cell = elementOf(scroller, position);
  if (cell === null) return false;
  showSideways(scroller, cell);
  return true;
}

/** The element of a cell, where it is drawn. */
export function elementOf(scroller: HTMLElement, { row, column }: CellPosition) {
  return scroller.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
}

/** Scrolls sideways until a cell or a header is in sight, beside the pinned columns. */
export function showSideways(scroller: HTMLElement, cell: HTMLElement): void {
  if (isStuck(cell)) return;
  const place = cell.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  // What lies beneath the pinned columns is not in sight.
  const pinned = [...(cell.parentElement?.children ?? [])].filter(isStuck);
  const left = Math.max(view.left, ...pinned.map((other) => other.getBoundingClientRect().right));
  const right = view.left + scroller.clientWidth;
  if (place.left < left) scrollElementBy(scroller, place.left - left);
  else if (place.right > right)
    scrollElementBy(scroller, Math.min(place.right - right, place.left - left));
}

/** Whether a cell or a header stays in its place when the grid moves sideways. */
function isStuck(cell: Element): boolean {
  if (cell.matches('[data-column]')) return cell.matches('[data-stuck]');
  return getComputedStyle(cell).position === 'sticky';
}

/** The place of the cell that an event came from, or undefined. */
export function cellOf(target: EventTarget | null): CellPosition | undefined {
  if (!(target instanceof Element)) return undefined;
  const cell = target.closest<HTMLElement>('[data-column]');
  if (cell === null) return undefined;
  return { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
}
