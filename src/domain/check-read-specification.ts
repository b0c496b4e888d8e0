import { attributeTypeNames } from './attribute-value.ts';
import { compareKeyValues } from './compare-key-values.ts';
import { DomainError } from './domain-error.ts';
import { buildConditionExpression } from './expressions/condition-builder.ts';
import type { ConditionGroup, ConditionRow } from './expressions/builder-rows.ts';
import { checkKeyValue } from './keys.ts';
import type { ReadSpecification } from './read-specification.ts';
import { keyNames } from './table-schema.ts';
import type { IndexDescription, KeySchema } from './table-schema.ts';

/** What of a table decides how it can be read. */
export type ReadableTable = KeySchema & {
  readonly indexes?:
    | readonly Pick<IndexDescription, 'name' | 'kind' | 'partitionKey' | 'sortKey'>[]
    | undefined;
};

/**
 * Why a read would be refused, or would find nothing for a reason that nobody would see (an
 * engine answers a key of the wrong type with no items), in words; undefined where it can be sent.
 */
export function checkReadSpecification(
  specification: ReadSpecification,
  table: ReadableTable,
): string | undefined {
  const index = table.indexes?.find(({ name }) => name === specification.index);
  if (specification.index !== undefined && index === undefined) {
    return `The table has no index ${specification.index}.`;
  }
  if (specification.consistentRead && index?.kind === 'global') {
    return `A global index cannot be read consistently; ${index.name} is one. Switch it off.`;
  }
  const { limit } = specification;
  if (limit !== undefined && !(Number.isSafeInteger(limit) && limit >= 1)) {
    return 'The limit must be a whole number from 1.';
  }
  const schema: KeySchema = index ?? table;
  const problem =
    specification.kind === 'Query'
      ? (checkPartitionKey(specification, schema) ??
        checkSortKey(specification, schema) ??
        checkNoKeyFilter(specification.filters, schema))
      : undefined;
  return problem ?? checkFilters(specification);
}

function checkPartitionKey(
  { partitionKey }: ReadSpecification,
  schema: KeySchema,
): string | undefined {
  const expected = schema.partitionKey;
  if (partitionKey === undefined) {
    return `A query needs a value of the partition key ${JSON.stringify(expected.name)}.`;
  }
  if (partitionKey.name !== expected.name) {
    const found = JSON.stringify(partitionKey.name);
    return `The partition key is ${JSON.stringify(expected.name)}, not ${found}.`;
  }
  return checkKeyValue(expected, 'partition key', partitionKey.value);
}

function checkSortKey(
  { sortKeyCondition }: ReadSpecification,
  { sortKey }: KeySchema,
): string | undefined {
  if (sortKeyCondition === undefined) return undefined;
  if (sortKey === undefined) return 'There is no sort key to put a condition on.';
  const { name, operator, values } = sortKeyCondition;
  if (name !== sortKey.name) {
    return `The sort key is ${JSON.stringify(sortKey.name)}, not ${JSON.stringify(name)}.`;
  }
  const count = operator === 'BETWEEN' ? 2 : 1;
  if (values.length !== count) {
    return `The condition ${operator} needs ${count === 2 ? 'two values' : 'one value'}.`;
  }
  if (operator === 'begins_with' && sortKey.type === 'N') {
    const type = attributeTypeNames[sortKey.type];
    return `begins_with is for text and binary; ${name} is a ${type}.`;
  }
  for (const value of values) {
    const problem = checkKeyValue(sortKey, 'sort key', value);
    if (problem !== undefined) return problem;
  }
  const [low, high] = values;
  if (low !== undefined && high !== undefined && compareKeyValues(low, high) > 0) {
    return 'The first value of BETWEEN must not be greater than the second.';
  }
  return undefined;
}

/** A Query's filter may not hold the key that the Query is about; its conditions do that. */
function checkNoKeyFilter(
  filters: readonly (ConditionRow | ConditionGroup)[],
  schema: KeySchema,
): string | undefined {
  for (const filter of filters) {
    if (filter.kind === 'group') {
      const problem = checkNoKeyFilter(filter.conditions, schema);
      if (problem !== undefined) return problem;
    } else if (keyNames(schema).includes(String(filter.path[0]))) {
      const name = JSON.stringify(filter.path[0]);
      return `${name} is a key here: a query cannot filter by it. Use the key conditions.`;
    }
  }
  return undefined;
}

function checkFilters({ filters }: ReadSpecification): string | undefined {
  try {
    buildConditionExpression({ kind: 'group', join: 'AND', conditions: filters });
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.message;
    throw error;
  }
}
