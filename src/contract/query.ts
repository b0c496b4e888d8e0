import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { attributeTypes } from '../domain/attribute-value.ts';
import { connectionInputSchema, dynamodbMethod, method, wireTextSchema } from './common.ts';
import { declareErrors } from './errors.ts';
import { maximumWindowRows } from './limits.ts';

export const queryErrorCodes = [
  'RESULT_SET_NOT_FOUND',
  'QUERY_INVALID',
  'RESULTS_NOT_KEPT',
] as const;

const resultSetInputSchema = z.object({ resultSetId: z.string().min(1).max(100) });

export const resultSetProgressSchema = z.object({
  rowCount: z.number(),
  scannedCount: z.number(),
  pageCount: z.number(),
  /** Read capacity units of all pages so far; absent where the endpoint does not say. */
  consumedCapacity: z.number().optional(),
  elapsedMs: z.number(),
  /** True when DynamoDB has no further page. */
  complete: z.boolean(),
  /** Every attribute seen at the top level, in the order of first sight, with its types. */
  attributes: z.array(z.object({ name: z.string(), types: z.array(z.enum(attributeTypes)) })),
});
export type ResultSetProgress = z.infer<typeof resultSetProgressSchema>;

/**
 * A run of a Query or Scan makes a result set on the main side, addressed by row number. Rows
 * cross the boundary as DynamoDB JSON text.
 */
export const queryContract = {
  /** Checks the request and makes an empty result set for it; nothing is read yet. */
  open: dynamodbMethod
    .errors(declareErrors(queryErrorCodes))
    .input(
      connectionInputSchema.extend({
        operation: z.enum(['Query', 'Scan']),
        /** QueryInput or ScanInput as DynamoDB JSON text. Its Limit is the number of items wanted a page. */
        request: wireTextSchema,
      }),
    )
    .output(resultSetInputSchema),
  /**
   * Reads on from where the result set ends: one page of rows, or all. Closing the iterator
   * cancels; what was read stays. [API: Query, Scan]
   */
  load: dynamodbMethod
    .errors(declareErrors(queryErrorCodes))
    .input(resultSetInputSchema.extend({ what: z.enum(['page', 'all']) }))
    .output(eventIterator(resultSetProgressSchema)),
  /** A window of rows, as one text: a JSON array of items in DynamoDB JSON. */
  rows: method
    .errors(declareErrors(queryErrorCodes))
    .input(
      resultSetInputSchema.extend({
        first: z.number().int().min(0),
        count: z.number().int().min(1).max(maximumWindowRows),
      }),
    )
    .output(z.object({ items: z.string() })),
  /** Frees a result set, and cancels what still reads for it. */
  close: method.input(resultSetInputSchema).output(z.object({})),
};
