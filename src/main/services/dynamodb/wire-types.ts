/** The operations that the app sends, by DynamoDB's own names. */
export const wireOperations = [
  'BatchExecuteStatement',
  'BatchGetItem',
  'BatchWriteItem',
  'CreateTable',
  'DeleteItem',
  'DeleteTable',
  'DescribeTable',
  'ExecuteStatement',
  'ExecuteTransaction',
  'GetItem',
  'ListTables',
  'PutItem',
  'Query',
  'Scan',
  'TransactWriteItems',
  'UpdateItem',
] as const;
export type WireOperation = (typeof wireOperations)[number];

/** The operations that change something; those of PartiQL do as they say, see `isWrite`. */
export const writeOperations: ReadonlySet<WireOperation> = new Set([
  'BatchWriteItem',
  'CreateTable',
  'DeleteItem',
  'DeleteTable',
  'PutItem',
  'TransactWriteItems',
  'UpdateItem',
]);

/** DynamoDB's answer, its body as the bytes that came: DynamoDB JSON in UTF-8. */
export type WireBytes = {
  readonly body: Uint8Array;
  readonly requestId: string | undefined;
  readonly httpStatus: number;
  readonly attempts: number;
  readonly elapsedMs: number;
};

/** The same with its body as text. */
export type WireAnswer = Omit<WireBytes, 'body'> & { readonly body: string };

export type SendOptions = { readonly signal?: AbortSignal | undefined };

/**
 * Sends a request, DynamoDB JSON text, over a connection. Every failure is a SortkeyError with one
 * of `dynamodbErrorCodes`; a write over a read-only connection is READ_ONLY.
 */
export type SendOverConnection<Answer = WireAnswer> = (
  connectionId: string,
  operation: WireOperation,
  body: string,
  options?: SendOptions,
) => Promise<Answer>;
