import type { AttributeMap } from '../attribute-value.ts';
import type { SendableExpressions } from '../expressions/sendable-expressions.ts';
import { attributeMembers } from './item-requests.ts';
import type { QueryRequest, ScanRequest } from './wire-request.ts';

/** What Query and Scan have in common. */
export type ReadInput = {
  readonly tableName: string;
  readonly indexName?: string | undefined;
  readonly expressions?: SendableExpressions | undefined;
  /** How many items DynamoDB looks at for one page. */
  readonly limit?: number | undefined;
  readonly consistentRead?: boolean | undefined;
  readonly exclusiveStartKey?: AttributeMap | undefined;
};

/** The request that reads the items of one partition key value. [API: Query] */
export function buildQueryRequest(
  input: ReadInput & {
    expressions: SendableExpressions & { readonly KeyConditionExpression: string };
    scanIndexForward?: boolean | undefined;
  },
): QueryRequest {
  return {
    ...readMembers(input),
    KeyConditionExpression: input.expressions.KeyConditionExpression,
    ...(input.scanIndexForward === false && { ScanIndexForward: false }),
  };
}

/** The request that reads a whole table or index, or one segment of it. [API: Scan] */
export function buildScanRequest(
  input: ReadInput & {
    segment?: { readonly number: number; readonly total: number } | undefined;
  },
): ScanRequest {
  return {
    ...readMembers(input),
    ...(input.segment && { Segment: input.segment.number, TotalSegments: input.segment.total }),
  };
}

function readMembers(input: ReadInput): ScanRequest {
  const { FilterExpression, ProjectionExpression } = input.expressions ?? {};
  return {
    TableName: input.tableName,
    ...(input.indexName !== undefined && { IndexName: input.indexName }),
    ...(FilterExpression !== undefined && { FilterExpression }),
    ...(ProjectionExpression !== undefined && { ProjectionExpression }),
    ...attributeMembers(input.expressions ?? {}),
    ...(input.limit !== undefined && { Limit: input.limit }),
    ...(input.consistentRead && { ConsistentRead: true }),
    ...(input.exclusiveStartKey && { ExclusiveStartKey: input.exclusiveStartKey }),
    ReturnConsumedCapacity: 'TOTAL',
  };
}
