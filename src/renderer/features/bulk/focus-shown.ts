/** A ref that gives the focus to what has just come in sight, where what had it is gone. */
export function focusShown(element: HTMLElement | null): void {
  element?.focus();
}
