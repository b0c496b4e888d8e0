/** How many items a page asks for where the request does not say. */
export const defaultPageRows = 100;

/**
 * A page of DynamoDB ends at 1 MB. The sandbox's engine reads the rest of the table for a page
 * without a limit, so there always is one, within these bounds.
 */
const smallest = 1_000;
const largest = 4_000;
const pageBytes = 1_000_000;

/** The limit for reading everything, from the mean size of the items seen so far. */
export function limitForAll(meanItemBytes: number | undefined): number {
  if (meanItemBytes === undefined || meanItemBytes === 0) return smallest;
  return Math.min(largest, Math.max(smallest, Math.floor(pageBytes / meanItemBytes)));
}

/**
 * The limit for a page of rows. With a filter it counts the items looked at, of which few may
 * match; without one, the rows themselves.
 */
export function limitForPage(rowsWanted: number, filtered: boolean): number {
  return filtered ? Math.max(rowsWanted, smallest) : Math.min(rowsWanted, largest);
}

/** What may be spent on one page before the user is asked again, where nothing else was said. */
export const defaultReadBudget = { pages: 10 };

/** A table of fewer items is read in one part: each segment costs a request of its own. */
const itemsForSegments = 20_000;

/**
 * In how many parts a Query or Scan is read: one where it is a part already, begins at a key, or
 * is of few items.
 */
export function segmentsFor(
  request: {
    readonly ExclusiveStartKey?: unknown;
    readonly TotalSegments?: unknown;
    readonly NextToken?: unknown;
  },
  given: {
    readonly operation: 'Query' | 'Scan' | 'ExecuteStatement';
    readonly itemCount: number | undefined;
    readonly parallelSegments: number;
  },
): number {
  const { operation, itemCount = 0, parallelSegments } = given;
  const isPart = request.ExclusiveStartKey !== undefined || request.TotalSegments !== undefined;
  const isLarge = operation === 'Scan' && itemCount > itemsForSegments;
  return isLarge && !isPart ? parallelSegments : 1;
}
