import { dynamodbMethod } from './common.ts';
import { declareErrors } from './errors.ts';
import { operationInputSchema, operationResultSchema } from './items.ts';

export const statementsErrorCodes = ['STATEMENT_INVALID'] as const;

const operation = dynamodbMethod
  .errors(declareErrors(statementsErrorCodes))
  .input(operationInputSchema)
  .output(operationResultSchema);

/**
 * PartiQL that is run at once; a SELECT of many rows is opened as a result set instead, see
 * `query.open`. A request is DynamoDB JSON text; comments in a statement are not sent.
 * STATEMENT_INVALID carries `data.line` and `data.column` where the place in the statement is
 * known, and `data.path` to it.
 */
export const statementsContract = {
  /** Runs one statement. [API: ExecuteStatement] */
  execute: operation,
  /**
   * Runs up to 25 statements, all reads or all writes, each by itself: the response tells of each
   * in its order. [API: BatchExecuteStatement]
   */
  batch: operation,
  /**
   * Runs up to 100 statements together or not at all; the request carries a ClientRequestToken.
   * TRANSACTION_CANCELLED carries `data.reasons`, one for each statement in its order.
   * [API: ExecuteTransaction]
   */
  transact: operation,
};
