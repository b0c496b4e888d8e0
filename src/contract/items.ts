import * as z from 'zod';
import { connectionInputSchema, dynamodbMethod, wireTextSchema } from './common.ts';
import { declareErrors } from './errors.ts';

export const itemsErrorCodes = ['REQUEST_INVALID', 'ITEM_TOO_LARGE'] as const;

/** A request as DynamoDB JSON text: the same value that the preview and the code show. */
export const operationInputSchema = connectionInputSchema.extend({ request: wireTextSchema });

export const operationResultSchema = z.object({
  /** The body of DynamoDB's answer, DynamoDB JSON text: names in order, values untouched. */
  response: z.string(),
  requestId: z.string().optional(),
  httpStatus: z.number(),
  attempts: z.number(),
  elapsedMs: z.number(),
});
export type OperationResult = z.infer<typeof operationResultSchema>;

const operation = dynamodbMethod
  .errors(declareErrors(itemsErrorCodes))
  .input(operationInputSchema)
  .output(operationResultSchema);

/**
 * One item at a time, mirroring the API. CONDITION_FAILED carries `data.item`: the item as it
 * stands, as DynamoDB JSON text, where the request asked for it with
 * ReturnValuesOnConditionCheckFailure.
 */
export const itemsContract = {
  /** Puts one item under a condition. [API: PutItem] */
  put: operation,
  /** Reads one item by its key. [API: GetItem] */
  get: operation,
  /** Changes attributes of one item under a condition. [API: UpdateItem] */
  update: operation,
  /** Deletes one item under a condition. [API: DeleteItem] */
  delete: operation,
  /**
   * Writes up to 100 items together or not at all; the request carries a ClientRequestToken, so
   * that sending it again does nothing twice. TRANSACTION_CANCELLED carries `data.reasons`: the
   * CancellationReasons as DynamoDB JSON text, one for each item in its order.
   * [API: TransactWriteItems]
   */
  transact: operation,
};
