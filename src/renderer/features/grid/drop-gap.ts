/**
 * The gap between headers that is nearest to a place on the screen: the index of the shown column
 * behind it, and where it is from the left of the header row.
 */
export function gapAt(row: HTMLElement, x: number): { gap: number; line: number } | undefined {
  const headers = [...row.querySelectorAll<HTMLElement>('[role="columnheader"]')].map((header) => ({
    number: Number(header.dataset.header),
    pinned: getComputedStyle(header).position === 'sticky',
    place: header.getBoundingClientRect(),
  }));
  const pinned = headers.filter((header) => header.pinned);
  const pinnedEnd = pinnedEndOf(row);
  // The other columns scroll beneath the pinned ones.
  const candidates =
    x < pinnedEnd
      ? pinned
      : headers.filter((header) => !header.pinned && rightOf(header) > pinnedEnd);
  const under =
    candidates.find((header) => x < rightOf(header)) ?? candidates.at(-1) ?? pinned.at(-1);
  if (under === undefined) return undefined;
  const { left, right } = under.place;
  const behind = x > (left + right) / 2;
  const at = behind ? right : under.pinned ? left : Math.max(left, pinnedEnd);
  return {
    gap: behind ? under.number : under.number - 1,
    line: at - row.getBoundingClientRect().left,
  };
}

/** Where on the screen the columns begin that are not pinned. */
export function pinnedEndOf(row: HTMLElement): number {
  const pinned = [...row.children].filter((cell) => getComputedStyle(cell).position === 'sticky');
  return Math.max(...pinned.map((cell) => cell.getBoundingClientRect().right));
}

function rightOf({ place }: { place: DOMRect }): number {
  return place.right;
}
