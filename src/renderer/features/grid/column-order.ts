import type { SeenAttribute } from './columns.ts';

/** The parts of the rows that make an attribute common, usual, rare; below them it is an oddity. */
const bands = [0.5, 0.1, 0.01];

/**
 * The names of attributes, those that most rows have first. In bands, and by name within a band:
 * one row more must not change the order.
 */
export function orderByUse(attributes: readonly SeenAttribute[]): string[] {
  const most = Math.max(1, ...attributes.map(({ rowCount = 0 }) => rowCount));
  const bandOf = ({ rowCount = 0 }: SeenAttribute) => {
    const band = bands.findIndex((part) => rowCount >= part * most);
    return band === -1 ? bands.length : band;
  };
  return attributes
    .map((attribute) => ({ name: attribute.name, band: bandOf(attribute) }))
    .toSorted((a, b) => a.band - b.band || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map(({ name }) => name);
}

/** The order of before, with the names that were not seen then behind it. */
export function keepOrder(
  before: readonly string[],
  attributes: readonly SeenAttribute[],
): readonly string[] {
  const known = new Set(before);
  const added = attributes.filter(({ name }) => !known.has(name));
  if (added.length === 0) return before;
  const use = orderByUse(attributes);
  const names = new Set(added.map(({ name }) => name));
  return [...before, ...use.filter((name) => names.has(name))];
}
