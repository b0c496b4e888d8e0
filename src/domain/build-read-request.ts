import { buildConditionExpression } from './expressions/condition-builder.ts';
import { createPlaceholders } from './expressions/placeholders.ts';
import type { Placeholders } from './expressions/placeholders.ts';
import type { ReadSpecification } from './read-specification.ts';
import { buildQueryRequest, buildScanRequest } from './requests/index.ts';
import type { QueryRequest, ScanRequest } from './requests/index.ts';

export type ReadRequest =
  | { readonly operation: 'Query'; readonly request: QueryRequest }
  | { readonly operation: 'Scan'; readonly request: ScanRequest };

/**
 * The request that reads the first page of a specification, which should have passed
 * `checkReadSpecification`. [API: Query, Scan]
 */
export function buildReadRequest(specification: ReadSpecification): ReadRequest {
  const placeholders = createPlaceholders();
  const keyCondition =
    specification.kind === 'Query' ? keyConditionOf(specification, placeholders) : '';
  const { expression: filter } = buildConditionExpression(
    { kind: 'group', join: 'AND', conditions: specification.filters },
    placeholders,
  );
  const expressions = {
    ...(filter !== '' && { FilterExpression: filter }),
    ExpressionAttributeNames: placeholders.names(),
    ExpressionAttributeValues: placeholders.values(),
  };
  const input = {
    tableName: specification.tableName,
    indexName: specification.index,
    limit: specification.limit,
    consistentRead: specification.consistentRead,
  };
  if (specification.kind === 'Scan') {
    return { operation: 'Scan', request: buildScanRequest({ ...input, expressions }) };
  }
  const request = buildQueryRequest({
    ...input,
    expressions: { ...expressions, KeyConditionExpression: keyCondition },
    scanIndexForward: specification.scanIndexForward,
  });
  return { operation: 'Query', request };
}

function keyConditionOf(specification: ReadSpecification, placeholders: Placeholders): string {
  const { partitionKey, sortKeyCondition } = specification;
  const parts: string[] = [];
  if (partitionKey !== undefined) {
    const { name, value } = partitionKey;
    parts.push(`${placeholders.name(name)} = ${placeholders.value(value, name)}`);
  }
  if (sortKeyCondition !== undefined) {
    const { name, operator } = sortKeyCondition;
    const path = placeholders.name(name);
    const values = sortKeyCondition.values.map((value) => placeholders.value(value, name));
    if (operator === 'begins_with') parts.push(`begins_with(${path}, ${values.join(', ')})`);
    else parts.push(`${path} ${operator} ${values.join(' AND ')}`);
  }
  return parts.join(' AND ');
}
