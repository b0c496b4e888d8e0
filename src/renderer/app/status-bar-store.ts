import { create } from 'zustand';

/** A part of the status bar: a word or two, some of them heavier. */
export type StatusPart = { readonly text: string; readonly strong?: boolean | undefined };

/** What the view that is shown reports: rows read and scanned, pages, capacity, time. */
export const useStatusBar = create<{ readonly parts: readonly StatusPart[] }>()(() => ({
  parts: [],
}));

/** Fills the left of the status bar; an empty list clears it. */
export function setStatus(parts: readonly StatusPart[]): void {
  useStatusBar.setState({ parts });
}
