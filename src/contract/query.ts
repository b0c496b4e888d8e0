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
  /** True where reading ended because its budget was spent, not because a page was full. */
  budgetSpent: z.boolean(),
  /** How many parts of the table are read at once. */
  segments: z.number(),
  /** Bytes of the rows that are in memory, and of those that had to go to a file. */
  memoryBytes: z.number(),
  fileBytes: z.number(),
  /** Every attribute seen at the top level, in the order of first sight, with its types. */
  attributes: z.array(
    z.object({
      name: z.string(),
      types: z.array(z.enum(attributeTypes)),
      /** How many of the rows have it. */
      rowCount: z.number(),
    }),
  ),
});
export type ResultSetProgress = z.infer<typeof resultSetProgressSchema>;

/** What a filtered read may spend before it stops to ask, however little it found. */
export const readBudgetSchema = z.object({
  pages: z.number().int().min(1).max(1_000_000),
  /** Read capacity units; no limit where absent. */
  capacityUnits: z.number().min(1).max(1_000_000_000).optional(),
});
export type ReadBudget = z.infer<typeof readBudgetSchema>;

const attributeNameSchema = z.string().max(65_535);

/** What the values of one attribute must be, over the loaded rows. */
export const rowFilterSchema = z.object({
  name: attributeNameSchema,
  test: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('exists') }),
    z.object({ kind: z.literal('type'), types: z.array(z.enum(attributeTypes)).min(1) }),
    /** An attribute value as DynamoDB JSON text. */
    z.object({ kind: z.literal('equals'), value: wireTextSchema }),
    z.object({
      kind: z.literal('contains'),
      text: z.string().min(1).max(10_000),
      matchCase: z.boolean(),
    }),
  ]),
  /** Keeps the rows that fail the test instead, those without the attribute included. */
  negated: z.boolean(),
});
export type RowFilterInput = z.infer<typeof rowFilterSchema>;

/** The loaded rows in an order, and those of them that pass all filters. */
export const arrangementSchema = z.object({
  sort: z.object({ name: attributeNameSchema, descending: z.boolean() }).optional(),
  filters: z.array(rowFilterSchema).max(50),
});
export type Arrangement = z.infer<typeof arrangementSchema>;

export const viewSchema = z.object({
  viewId: z.string().min(1).max(100),
  /** Rows of the view. */
  rowCount: z.number(),
  /** The rows that were loaded when it was made; rows that came since are not in it. */
  loadedRows: z.number(),
});
export type RowsView = z.infer<typeof viewSchema>;

/** Rows of a view by their places; without one, of the loaded rows in the order of their coming. */
const viewInputSchema = resultSetInputSchema.extend({
  viewId: z.string().min(1).max(100).optional(),
});

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
        operation: z.enum(['Query', 'Scan', 'ExecuteStatement']),
        /**
         * QueryInput, ScanInput, or ExecuteStatementInput of a SELECT, as DynamoDB JSON text.
         Its Limit is the number of items wanted a page.
         */
        request: wireTextSchema,
        /** The table's item count as last told: a large Scan is read in several parts at once. */
        itemCount: z.number().min(0).optional(),
      }),
    )
    .output(resultSetInputSchema),
  /**
   * Reads on from where the result set ends: one page of rows, or all. Closing the iterator
   * cancels; what was read stays. [API: Query, Scan, ExecuteStatement]
   */
  load: dynamodbMethod
    .errors(declareErrors(queryErrorCodes))
    .input(
      resultSetInputSchema.extend({
        what: z.enum(['page', 'all']),
        /** For a page of a filtered read; a default where absent. */
        budget: readBudgetSchema.optional(),
      }),
    )
    .output(eventIterator(resultSetProgressSchema)),
  /** A window of rows, as one text: a JSON array of items in DynamoDB JSON. */
  rows: method
    .errors(declareErrors(queryErrorCodes))
    .input(
      viewInputSchema.extend({
        first: z.number().int().min(0),
        count: z.number().int().min(1).max(maximumWindowRows),
      }),
    )
    .output(z.object({ items: z.string() })),
  /**
   * Sorts and filters the loaded rows. A result set has one view: a new one takes the place of the
   * one before once it is made. Cancelled by aborting the call. [API: none]
   */
  arrange: method
    .errors(declareErrors(queryErrorCodes))
    .input(resultSetInputSchema.extend(arrangementSchema.shape))
    .output(viewSchema),
  /**
   * Finds text in the values of the loaded rows: the places in the view of the first rows that
   * hold it, at most `maximumMatches`, and how many rows and values there are in all.
   */
  find: method
    .errors(declareErrors(queryErrorCodes))
    .input(
      viewInputSchema.extend({
        text: z.string().min(1).max(10_000),
        matchCase: z.boolean(),
      }),
    )
    .output(
      z.object({
        places: z.array(z.number()),
        rowCount: z.number(),
        valueCount: z.number(),
      }),
    ),
  /** Frees a result set, and cancels what still reads for it. */
  close: method.input(resultSetInputSchema).output(z.object({})),
};
