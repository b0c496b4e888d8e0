import type { IndexDescription, KeySchema } from '../table-schema.ts';
import { givesKey, whereClause } from './gives-key.ts';
import type { PartiqlStatement } from './statement.ts';

/** What is known of the table that a statement reads. */
export type ReadTable = KeySchema & {
  readonly tableName: string;
  readonly indexes: readonly IndexDescription[];
  /** As last told. */
  readonly itemCount?: number | undefined;
};

/**
 * Why a SELECT reads a whole table or index, in a sentence; undefined where it does not: where its
 * WHERE gives the partition key by `=` or `IN`, in every branch of an OR.
 */
export function scanWarning(statement: PartiqlStatement, table: ReadTable): string | undefined {
  if (statement.kind !== 'select' || statement.table?.name !== table.tableName) return undefined;
  const { index: indexName } = statement.table;
  const index = table.indexes.find(({ name }) => name === indexName);
  // DynamoDB says that there is no such index.
  if (indexName !== undefined && index === undefined) return undefined;
  const { partitionKey } = index ?? table;
  const where = whereClause(statement.tokens);
  if (where !== undefined && givesKey(where, partitionKey.name)) return undefined;
  const what = index === undefined ? table.tableName : `the index ${index.name}`;
  const why =
    where === undefined
      ? 'it has no WHERE'
      : `its WHERE does not give the partition key ${partitionKey.name} by = or IN`;
  return `This statement scans ${what}: ${why}. ${costOf(index?.itemCount ?? table.itemCount)}`;
}

function costOf(itemCount: number | undefined): string {
  if (itemCount === undefined) return 'It may read every item, and each one read costs.';
  const items = itemCount === 1 ? '1 item' : `${itemCount.toLocaleString('en-GB')} items`;
  return `It may read all of about ${items}, and each one read costs, found or not.`;
}
