import type { BulkTarget } from '../../../contract/bulk.ts';
import type { TableDescription } from '../../../contract/tables.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import type { ScanRequest } from '../../../domain/requests/index.ts';
import { keyNames } from '../../../domain/table-schema.ts';
import { limitForAll } from '../query/page-size.ts';
import type { WireAnswer } from '../dynamodb/wire-types.ts';
import type { ResultSource } from '../query/query-service.ts';

/** Rows by their places in a view, as the query service tells them: DynamoDB JSON text. */
export type RowsOfResults = {
  readonly sourceOf: (resultSetId: string) => ResultSource | undefined;
  readonly rows: (input: {
    readonly resultSetId: string;
    readonly viewId?: string | undefined;
    readonly first: number;
    readonly count: number;
  }) => Promise<{ readonly items: string }>;
};

/** A piece of a target, and what reading it consumed. */
export type TargetRows = {
  readonly rows: readonly Item[];
  readonly consumedCapacity: number | undefined;
};

/** So many rows are in memory at once: items are up to 400 KB. */
export const windowRows = 100;

/** The rows of a result set or its view, in pieces. */
export async function* rowsOfResults(
  results: Pick<RowsOfResults, 'rows'>,
  target: Extract<BulkTarget, { kind: 'rows' }>,
): AsyncGenerator<TargetRows, void, void> {
  const { resultSetId, viewId } = target;
  const ranges = target.ranges ?? [{ first: 0, count: Number.POSITIVE_INFINITY }];
  for (const range of ranges) {
    let { first } = range;
    const end = range.first + range.count;
    while (first < end) {
      const count = Math.min(windowRows, end - first);
      const { items } = await results.rows({ resultSetId, viewId, first, count });
      const rows = JSON.parse(items) as Item[];
      if (rows.length === 0) break;
      yield { rows, consumedCapacity: undefined };
      first += rows.length;
    }
  }
}

/** Whether the rows of a read may lack attributes that their items have. */
export function isPartialRead(
  { request }: ResultSource,
  indexes: TableDescription['indexes'],
): boolean {
  if (request.ProjectionExpression !== undefined) return true;
  if (request.IndexName === undefined || request.Select === 'ALL_ATTRIBUTES') return false;
  const index = indexes.find(({ name }) => name === request.IndexName);
  return index?.projection.type !== 'ALL';
}

/** The keys of all items of a table, page by page. [API: Scan] */
export async function* keysOfTable(
  table: TableDescription,
  send: (request: string) => Promise<WireAnswer>,
): AsyncGenerator<TargetRows, void, void> {
  const names = keyNames(table);
  const base: ScanRequest = {
    TableName: table.tableName,
    ProjectionExpression: names.map((_, index) => `#k${index}`).join(', '),
    ExpressionAttributeNames: Object.fromEntries(names.map((name, index) => [`#k${index}`, name])),
    // What was written just before would else be missed.
    ConsistentRead: true,
    ReturnConsumedCapacity: 'TOTAL',
    // The sandbox's engine reads the rest of the table for a page without a limit.
    Limit: limitForAll(meanItemSize(table)),
  };
  let startKey: Item | undefined;
  do {
    const start = startKey === undefined ? {} : { ExclusiveStartKey: startKey };
    const { body } = await send(JSON.stringify({ ...base, ...start }));
    const page = JSON.parse(body) as {
      Items?: Item[];
      LastEvaluatedKey?: Item;
      ConsumedCapacity?: { CapacityUnits?: number };
    };
    yield { rows: page.Items ?? [], consumedCapacity: page.ConsumedCapacity?.CapacityUnits };
    startKey = page.LastEvaluatedKey;
  } while (startKey !== undefined);
}

/** Bytes of an item on average as the table tells it; undefined where it does not. */
export function meanItemSize({ itemCount = 0, sizeBytes = 0 }: TableDescription) {
  return itemCount > 0 && sizeBytes > 0 ? sizeBytes / itemCount : undefined;
}
