/** More lines than these are not drawn: code of thousands of writes would hold up the window. */
const mostLines = 2_000;

/** What of a code is drawn, and how many lines are not. */
export function shownPart(code: string): { readonly text: string; readonly hidden: number } {
  const lines = code.trimEnd().split('\n');
  const hidden = Math.max(0, lines.length - mostLines);
  return { text: hidden === 0 ? code : lines.slice(0, mostLines).join('\n'), hidden };
}
