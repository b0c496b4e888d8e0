/** The order of the loaded rows by one attribute. */
export type ColumnSort = { readonly name: string; readonly descending: boolean };

/** What the next click on a name asks for: ascending, descending, then no order again. */
export function nextDescending(sort: ColumnSort | undefined, name: string): boolean | undefined {
  if (sort?.name !== name) return false;
  return sort.descending ? undefined : true;
}

/** The order of a column for `aria-sort`. */
export function sortInAria(
  sort: ColumnSort | undefined,
  name: string,
): 'ascending' | 'descending' | 'none' {
  if (sort?.name !== name) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}
