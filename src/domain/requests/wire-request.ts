import type { AttributeMap, Item } from '../attribute-value.ts';
import type { ExpressionAttributeNames } from '../expressions/placeholders.ts';
import type {
  BatchExecuteStatementRequest,
  ExecuteStatementRequest,
  ExecuteTransactionRequest,
} from './statement-requests.ts';

/** Requests as they are sent: the member names are DynamoDB's own. */
type Common = {
  readonly TableName: string;
  readonly ExpressionAttributeNames?: ExpressionAttributeNames;
  readonly ReturnConsumedCapacity?: 'INDEXES' | 'TOTAL' | 'NONE';
};

type Conditional = Common & {
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeValues?: AttributeMap;
  readonly ReturnValuesOnConditionCheckFailure?: 'ALL_OLD' | 'NONE';
  readonly ReturnItemCollectionMetrics?: 'SIZE' | 'NONE';
};

export type PutRequest = Conditional & {
  readonly Item: Item;
  readonly ReturnValues?: 'NONE' | 'ALL_OLD';
};

export const returnValues = ['NONE', 'ALL_OLD', 'UPDATED_OLD', 'ALL_NEW', 'UPDATED_NEW'] as const;
export type ReturnValues = (typeof returnValues)[number];

export type UpdateRequest = Conditional & {
  readonly Key: AttributeMap;
  readonly UpdateExpression?: string;
  readonly ReturnValues?: ReturnValues;
};

export type DeleteRequest = Conditional & {
  readonly Key: AttributeMap;
  readonly ReturnValues?: 'NONE' | 'ALL_OLD';
};

export type GetRequest = Common & {
  readonly Key: AttributeMap;
  readonly ConsistentRead?: boolean;
  readonly ProjectionExpression?: string;
};

type Read = Common & {
  readonly IndexName?: string;
  readonly FilterExpression?: string;
  readonly ProjectionExpression?: string;
  readonly ExpressionAttributeValues?: AttributeMap;
  readonly Limit?: number;
  readonly ConsistentRead?: boolean;
  readonly ExclusiveStartKey?: AttributeMap;
  readonly Select?: 'ALL_ATTRIBUTES' | 'ALL_PROJECTED_ATTRIBUTES' | 'SPECIFIC_ATTRIBUTES' | 'COUNT';
};

export type QueryRequest = Read & {
  readonly KeyConditionExpression: string;
  readonly ScanIndexForward?: boolean;
};

export type ScanRequest = Read & {
  readonly Segment?: number;
  readonly TotalSegments?: number;
};

/** What an action of a transaction has not of its own: it is asked for all of them together. */
type NotOfAction = 'ReturnValues' | 'ReturnConsumedCapacity' | 'ReturnItemCollectionMetrics';

export type ConditionCheck = Omit<Conditional, NotOfAction> & {
  readonly Key: AttributeMap;
  readonly ConditionExpression: string;
};

/** One write of a transaction, or a condition on an item that it does not write. */
export type TransactAction =
  | { readonly Put: Omit<PutRequest, NotOfAction> }
  | { readonly Update: Omit<UpdateRequest, NotOfAction> }
  | { readonly Delete: Omit<DeleteRequest, NotOfAction> }
  | { readonly ConditionCheck: ConditionCheck };

export type TransactWriteItemsRequest = {
  readonly TransactItems: readonly TransactAction[];
  /** The same for the same attempt: sent twice, it is carried out once. */
  readonly ClientRequestToken?: string;
  readonly ReturnConsumedCapacity?: 'INDEXES' | 'TOTAL' | 'NONE';
  readonly ReturnItemCollectionMetrics?: 'SIZE' | 'NONE';
};

/** The request of each operation on items. */
export type WireRequests = {
  PutItem: PutRequest;
  GetItem: GetRequest;
  UpdateItem: UpdateRequest;
  DeleteItem: DeleteRequest;
  Query: QueryRequest;
  Scan: ScanRequest;
  TransactWriteItems: TransactWriteItemsRequest;
  ExecuteStatement: ExecuteStatementRequest;
  BatchExecuteStatement: BatchExecuteStatementRequest;
  ExecuteTransaction: ExecuteTransactionRequest;
};
export type WireOperation = keyof WireRequests;
export type WireRequest = WireRequests[WireOperation];

/** The `ReturnValues` that an operation takes; an operation that takes none has none. */
export const returnValuesOf: Readonly<Record<WireOperation, readonly ReturnValues[]>> = {
  PutItem: ['NONE', 'ALL_OLD'],
  GetItem: [],
  UpdateItem: returnValues,
  DeleteItem: ['NONE', 'ALL_OLD'],
  Query: [],
  Scan: [],
  TransactWriteItems: [],
  ExecuteStatement: [],
  BatchExecuteStatement: [],
  ExecuteTransaction: [],
};

/** A request as the text that is sent: the same text that the preview shows. */
export function serializeRequest(request: WireRequest, indent = 0): string {
  return JSON.stringify(request, undefined, indent);
}
