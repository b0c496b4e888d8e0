/** Moves the scroll bar of an element, at once. */
export function scrollElementTo(element: HTMLElement, top: number): void {
  element.scrollTop = top;
}

/** Moves an element's content sideways, and up where `top` is given, at once. */
export function scrollElementBy(element: HTMLElement, left: number, top = 0): void {
  element.scrollLeft += left;
  if (top !== 0) element.scrollTop += top;
}
