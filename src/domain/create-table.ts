import type { KeyAttribute, KeySchema, ProjectionType } from './table-schema.ts';
import type { Billing, IndexSpecification, TableSpecification } from './table-specification.ts';

export { checkCreateTable } from './check-create-table.ts';
export type { TableProblem } from './check-create-table.ts';
export type { Billing, IndexSpecification, TableSpecification } from './table-specification.ts';

type KeySchemaElement = { AttributeName: string; KeyType: 'HASH' | 'RANGE' };
type Throughput = { ReadCapacityUnits: number; WriteCapacityUnits: number };
type Projection = { ProjectionType: ProjectionType; NonKeyAttributes?: string[] };
type LocalIndex = { IndexName: string; KeySchema: KeySchemaElement[]; Projection: Projection };
type GlobalIndex = LocalIndex & { ProvisionedThroughput?: Throughput };

/** The request of CreateTable, as it is sent. */
export type CreateTableRequest = {
  TableName: string;
  AttributeDefinitions: { AttributeName: string; AttributeType: string }[];
  KeySchema: KeySchemaElement[];
  BillingMode: 'PAY_PER_REQUEST' | 'PROVISIONED';
  ProvisionedThroughput?: Throughput;
  GlobalSecondaryIndexes?: GlobalIndex[];
  LocalSecondaryIndexes?: LocalIndex[];
};

/**
 * The request that creates a table. Global indexes of a provisioned table get the table's units.
 * The specification should have passed `checkCreateTable`. [API: CreateTable]
 */
export function buildCreateTableRequest(specification: TableSpecification): CreateTableRequest {
  const throughput = throughputOf(specification.billing);
  const globals = specification.indexes.filter(({ kind }) => kind === 'global').map(indexOf);
  const locals = specification.indexes.filter(({ kind }) => kind === 'local').map(indexOf);
  return {
    TableName: specification.tableName,
    AttributeDefinitions: attributeDefinitions(specification),
    KeySchema: keySchemaOf(specification),
    BillingMode: throughput === undefined ? 'PAY_PER_REQUEST' : 'PROVISIONED',
    ...(throughput && { ProvisionedThroughput: throughput }),
    ...(globals.length > 0 && {
      GlobalSecondaryIndexes: globals.map((index) =>
        throughput ? { ...index, ProvisionedThroughput: throughput } : index,
      ),
    }),
    ...(locals.length > 0 && { LocalSecondaryIndexes: locals }),
  };
}

/** Every key attribute once: DynamoDB refuses definitions that no key uses. */
function attributeDefinitions(
  specification: TableSpecification,
): CreateTableRequest['AttributeDefinitions'] {
  const types = new Map<string, string>();
  for (const schema of [specification, ...specification.indexes]) {
    for (const { name, type } of keyAttributes(schema)) if (!types.has(name)) types.set(name, type);
  }
  return Array.from(types, ([name, type]) => ({ AttributeName: name, AttributeType: type }));
}

function keyAttributes({ partitionKey, sortKey }: KeySchema): KeyAttribute[] {
  return sortKey === undefined ? [partitionKey] : [partitionKey, sortKey];
}

function keySchemaOf(schema: KeySchema): KeySchemaElement[] {
  return keyAttributes(schema).map(({ name }, index) => ({
    AttributeName: name,
    KeyType: index === 0 ? 'HASH' : 'RANGE',
  }));
}

function indexOf(index: IndexSpecification): LocalIndex {
  const { type, nonKeyAttributes } = index.projection;
  return {
    IndexName: index.name,
    KeySchema: keySchemaOf(index),
    Projection: {
      ProjectionType: type,
      ...(type === 'INCLUDE' && { NonKeyAttributes: [...(nonKeyAttributes ?? [])] }),
    },
  };
}

function throughputOf(billing: Billing): Throughput | undefined {
  if (billing.mode === 'on-demand') return undefined;
  return {
    ReadCapacityUnits: billing.readCapacityUnits,
    WriteCapacityUnits: billing.writeCapacityUnits,
  };
}
