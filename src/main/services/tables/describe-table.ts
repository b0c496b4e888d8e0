import type { TableDescription } from '../../../contract/tables.ts';
import { keyTypes } from '../../../domain/attribute-value.ts';
import type { KeyType } from '../../../domain/attribute-value.ts';
import type { KeySchema, ProjectionType } from '../../../domain/table-schema.ts';

type WireKeySchema = readonly { AttributeName: string; KeyType: string }[];
type WireUnits = { ReadCapacityUnits?: number; WriteCapacityUnits?: number };
type WireIndex = {
  IndexName: string;
  IndexStatus?: string;
  KeySchema: WireKeySchema;
  Projection?: { ProjectionType?: string; NonKeyAttributes?: string[] };
  ItemCount?: number;
  IndexSizeBytes?: number;
};

/** DynamoDB's TableDescription, as far as it is used. [API: DescribeTable, CreateTable] */
export type WireTable = {
  TableName: string;
  TableStatus: string;
  TableArn?: string;
  /** Seconds since 1970. */
  CreationDateTime?: number;
  KeySchema: WireKeySchema;
  AttributeDefinitions: readonly { AttributeName: string; AttributeType: string }[];
  BillingModeSummary?: { BillingMode?: string };
  ProvisionedThroughput?: WireUnits;
  GlobalSecondaryIndexes?: readonly WireIndex[];
  LocalSecondaryIndexes?: readonly WireIndex[];
  ItemCount?: number;
  TableSizeBytes?: number;
  DeletionProtectionEnabled?: boolean;
  StreamSpecification?: { StreamEnabled?: boolean };
};

/** A table in the contract's words. */
export function describeTable(table: WireTable): TableDescription {
  const types = new Map(
    table.AttributeDefinitions.map((each) => [each.AttributeName, each.AttributeType]),
  );
  const global = (table.GlobalSecondaryIndexes ?? []).map((index) =>
    describeIndex(index, 'global', types),
  );
  const local = (table.LocalSecondaryIndexes ?? []).map((index) =>
    describeIndex(index, 'local', types),
  );
  return {
    tableName: table.TableName,
    status: table.TableStatus,
    ...describeKeys(table.KeySchema, types),
    billing: describeBilling(table),
    indexes: [...global, ...local],
    itemCount: table.ItemCount,
    sizeBytes: table.TableSizeBytes,
    arn: table.TableArn,
    createdAt:
      table.CreationDateTime === undefined
        ? undefined
        : new Date(table.CreationDateTime * 1_000).toISOString(),
    deletionProtection: table.DeletionProtectionEnabled ?? false,
    streamEnabled: table.StreamSpecification?.StreamEnabled ?? false,
  };
}

/** Keys of several attributes show their first one of each kind: the contract has no more yet. */
function describeKeys(schema: WireKeySchema, types: ReadonlyMap<string, string>): KeySchema {
  const find = (keyType: string) => {
    const name = schema.find((each) => each.KeyType === keyType)?.AttributeName;
    return name === undefined ? undefined : { name, type: keyTypeOf(types.get(name)) };
  };
  const partitionKey = find('HASH');
  if (partitionKey === undefined) throw new Error('The table has no partition key.');
  const sortKey = find('RANGE');
  return sortKey === undefined ? { partitionKey } : { partitionKey, sortKey };
}

function keyTypeOf(type: string | undefined): KeyType {
  const found = keyTypes.find((each) => each === type);
  if (found === undefined) throw new Error(`${type} is not the type of a key attribute.`);
  return found;
}

function describeBilling(table: WireTable): TableDescription['billing'] {
  const mode = table.BillingModeSummary?.BillingMode;
  const { ReadCapacityUnits = 0, WriteCapacityUnits = 0 } = table.ProvisionedThroughput ?? {};
  // An old table has no summary; one on demand has units of 0.
  if (mode === 'PAY_PER_REQUEST' || (mode === undefined && ReadCapacityUnits === 0)) {
    return { mode: 'on-demand' };
  }
  return {
    mode: 'provisioned',
    readCapacityUnits: ReadCapacityUnits,
    writeCapacityUnits: WriteCapacityUnits,
  };
}

function describeIndex(
  index: WireIndex,
  kind: 'global' | 'local',
  types: ReadonlyMap<string, string>,
): TableDescription['indexes'][number] {
  const { ProjectionType: type = 'ALL', NonKeyAttributes: nonKeyAttributes } =
    index.Projection ?? {};
  return {
    name: index.IndexName,
    kind,
    ...describeKeys(index.KeySchema, types),
    projection: { type: type as ProjectionType, nonKeyAttributes },
    status: index.IndexStatus,
    itemCount: index.ItemCount,
    sizeBytes: index.IndexSizeBytes,
  };
}
