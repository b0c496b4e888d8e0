/**
 * Chromium clamps an element at 33,554,428 px, which is row 1,198,372 of 28 px. Past a height that
 * is safe everywhere the spacer stands for more than its own height: small scrolls move the rows
 * one to one, jumps (a drag of the bar, End) go to the proportional place.
 */
export const maximumSpacerHeight = 8_000_000;

export type ScrollGeometry = {
  /** The height of all rows. */
  readonly logicalHeight: number;
  /** The height of what rows can be seen in. */
  readonly viewportHeight: number;
};

/** Where the bar stands, and how far the rows are shifted: their top is `physical - offset`. */
export type ScrollPosition = { readonly physical: number; readonly offset: number };

export const topPosition: ScrollPosition = { physical: 0, offset: 0 };

/** The height of the element that gives the scroll bar its length. */
export function spacerHeight(geometry: ScrollGeometry): number {
  return Math.min(geometry.logicalHeight, maximumSpacerHeight);
}

/** The pixel of all rows that is at the top of what is seen. */
export function logicalTop(position: ScrollPosition): number {
  return position.physical - position.offset;
}

const rangeOf = (height: number, viewport: number): number => Math.max(0, height - viewport);

/** The position after the bar moved to `physical`. */
export function followScroll(
  position: ScrollPosition,
  physical: number,
  geometry: ScrollGeometry,
): ScrollPosition {
  const spacer = spacerHeight(geometry);
  if (spacer === geometry.logicalHeight) return { physical, offset: 0 };
  const range = rangeOf(spacer, geometry.viewportHeight);
  const logicalRange = rangeOf(geometry.logicalHeight, geometry.viewportHeight);
  const top = physical - position.offset;
  const atEnd = physical <= 0 || physical >= range;
  const near = Math.abs(physical - position.physical) <= 2 * geometry.viewportHeight;
  if (near && !atEnd && top >= 0 && top <= logicalRange)
    return { physical, offset: position.offset };
  const share = Math.min(1, Math.max(0, physical / range));
  return { physical, offset: physical - share * logicalRange };
}

/** The position at which the rows stand at `top`, the bar at its proportional place. */
export function positionAt(top: number, geometry: ScrollGeometry): ScrollPosition {
  const spacer = spacerHeight(geometry);
  const logicalRange = rangeOf(geometry.logicalHeight, geometry.viewportHeight);
  const logical = Math.min(logicalRange, Math.max(0, top));
  if (spacer === geometry.logicalHeight) return { physical: logical, offset: 0 };
  const range = rangeOf(spacer, geometry.viewportHeight);
  // A scroll bar stands on whole pixels: the rest goes into the offset.
  const physical = Math.round((logical / logicalRange) * range);
  return { physical, offset: physical - logical };
}

/** The top at which a row is seen whole, or undefined where it is already. */
export function topToShow(
  row: number,
  rowHeight: number,
  top: number,
  viewportHeight: number,
): number | undefined {
  const rowTop = row * rowHeight;
  if (rowTop < top) return rowTop;
  if (rowTop + rowHeight > top + viewportHeight) return rowTop + rowHeight - viewportHeight;
  return undefined;
}
