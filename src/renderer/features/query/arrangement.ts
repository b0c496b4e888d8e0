import type { Arrangement, RowFilterInput, RowsView } from '../../../contract/query.ts';
import type { AttributeValue } from '../../../domain/attribute-value.ts';

/** A view of the loaded rows, and what made it. */
export type ArrangedView = RowsView & { readonly arrangement: Arrangement };

/** The order in which rows came, and all of them. */
export const noArrangement: Arrangement = { filters: [] };

/** Whether an arrangement changes anything. */
export function isArranged({ sort, filters }: Arrangement): boolean {
  return sort !== undefined || filters.length > 0;
}

/** The arrangement in the order of an attribute; with undefined, in the order of their coming. */
export function sortedBy(
  { filters }: Arrangement,
  name: string,
  descending: boolean | undefined,
): Arrangement {
  return descending === undefined ? { filters } : { sort: { name, descending }, filters };
}

const sameFilter = (a: RowFilterInput, b: RowFilterInput) =>
  JSON.stringify(a) === JSON.stringify(b);

/** The arrangement with one more filter; one that is there already is not added again. */
export function withFilter(arrangement: Arrangement, filter: RowFilterInput): Arrangement {
  if (arrangement.filters.some((other) => sameFilter(other, filter))) return arrangement;
  return { ...arrangement, filters: [...arrangement.filters, filter] };
}

/** The arrangement without the filter at a place. */
export function withoutFilter(arrangement: Arrangement, place: number): Arrangement {
  return { ...arrangement, filters: arrangement.filters.filter((_, index) => index !== place) };
}

/** The rows whose attribute is equal to a value, or lack it where that is undefined. */
export function filterByValue(
  name: string,
  value: AttributeValue | undefined,
  negated: boolean,
): RowFilterInput {
  if (value === undefined) return { name, test: { kind: 'exists' }, negated: !negated };
  return { name, test: { kind: 'equals', value: JSON.stringify(value) }, negated };
}
