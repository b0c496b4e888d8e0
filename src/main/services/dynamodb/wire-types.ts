/** The operations that the app sends, by DynamoDB's own names. */
export const wireOperations = [
  'BatchGetItem',
  'BatchWriteItem',
  'CreateTable',
  'DeleteItem',
  'DeleteTable',
  'DescribeTable',
  'GetItem',
  'ListTables',
  'PutItem',
  'Query',
  'Scan',
  'UpdateItem',
] as const;
export type WireOperation = (typeof wireOperations)[number];

/** The operations that change something. */
export const writeOperations: ReadonlySet<WireOperation> = new Set([
  'BatchWriteItem',
  'CreateTable',
  'DeleteItem',
  'DeleteTable',
  'PutItem',
  'UpdateItem',
]);

/** DynamoDB's answer, its body untouched. */
export type WireAnswer = {
  /** DynamoDB JSON text. */
  readonly body: string;
  readonly requestId: string | undefined;
  readonly httpStatus: number;
  readonly attempts: number;
  readonly elapsedMs: number;
};

export type SendOptions = { readonly signal?: AbortSignal | undefined };

/**
 * Sends a request, DynamoDB JSON text, over a connection. Every failure is a SortkeyError with one
 * of `dynamodbErrorCodes`; a write over a read-only connection is READ_ONLY.
 */
export type SendOverConnection = (
  connectionId: string,
  operation: WireOperation,
  body: string,
  options?: SendOptions,
) => Promise<WireAnswer>;
