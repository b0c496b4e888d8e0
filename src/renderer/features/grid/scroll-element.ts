/** Moves the scroll bar of an element, at once. */
export function scrollElementTo(element: HTMLElement, top: number): void {
  element.scrollTop = top;
}

/** Moves an element's content sideways, at once. */
export function scrollElementBy(element: HTMLElement, left: number): void {
  element.scrollLeft += left;
}
