import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { dynamodbMethod, method, tableInputSchema, wireTextSchema } from './common.ts';
import { declareErrors } from './errors.ts';

export const bulkErrorCodes = [
  'BULK_INVALID',
  'BULK_PLAN_NOT_FOUND',
  'RECORD_NOT_FOUND',
  'RECORD_NOT_WRITTEN',
  'RESULT_SET_NOT_FOUND',
] as const;

/** An empty name is refused in words, as BULK_INVALID. */
const attributeNameSchema = z.string().max(65_535);

/** What is done to each item. Values are attribute values as DynamoDB JSON text. */
export const bulkActSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set'), name: attributeNameSchema, value: wireTextSchema }),
  z.object({ kind: z.literal('remove'), name: attributeNameSchema }),
  /** Takes elements out of a set: an UpdateItem's DELETE. */
  z.object({
    kind: z.literal('delete-elements'),
    name: attributeNameSchema,
    value: wireTextSchema,
  }),
  z.object({ kind: z.literal('delete') }),
]);
export type BulkActInput = z.infer<typeof bulkActSchema>;

export const bulkTargetSchema = z.discriminatedUnion('kind', [
  /** Loaded rows of a result set, by their places in a view; all of them where there are no ranges. */
  z.object({
    kind: z.literal('rows'),
    resultSetId: z.string().min(1).max(100),
    viewId: z.string().min(1).max(100).optional(),
    ranges: z
      .array(z.object({ first: z.number().int().min(0), count: z.number().int().min(1) }))
      .max(100_000)
      .optional(),
    /** Reads every item whole again: some were written since they were loaded. */
    readAnew: z.boolean().optional(),
  }),
  /** Every item of the table, read anew by a Scan of the keys. Only to be deleted. */
  z.object({ kind: z.literal('table') }),
]);
export type BulkTarget = z.infer<typeof bulkTargetSchema>;

const itemProblemSchema = z.object({ key: z.string(), reason: z.string() });

/** The dry run: what would be sent, and what it would cost. Nothing was written. */
export const bulkPlanSchema = z.object({
  /** Absent until the dry run is complete. */
  planId: z.string().optional(),
  itemCount: z.number(),
  /** Items that would be written, that already are as they shall be, and that cannot be written. */
  changeCount: z.number(),
  unchangedCount: z.number(),
  impossibleCount: z.number(),
  /** Why, for the first of those that cannot be. */
  impossible: z.array(itemProblemSchema),
  /** Write capacity units of a standard write; indexes are not counted. */
  writeCapacity: z.number(),
  /** What the units come from; `least` where not even a mean size is known: one for each item. */
  capacityFrom: z.enum(['item-sizes', 'mean-item-size', 'least']),
  /** Read capacity units that the dry run itself consumed; absent where it read nothing. */
  readCapacity: z.number().optional(),
  /** Items that were read whole again, since their rows show only some attributes or are old. */
  readAnewCount: z.number(),
  /** Items of so many attributes that a deletion cannot compare all of them. */
  partlyComparedCount: z.number(),
  /** The first request as it would be sent, DynamoDB JSON text, with its operation. */
  example: z.object({ operation: z.string(), request: z.string() }).optional(),
});
export type BulkPlan = z.infer<typeof bulkPlanSchema>;

export const bulkProgressSchema = z.object({
  itemCount: z.number(),
  written: z.number(),
  /** Items that somebody else had made as they shall be meanwhile. */
  unchanged: z.number(),
  /** Items that were changed by somebody since they were read: left as they are. */
  conflicts: z.number(),
  failed: z.number(),
  consumedCapacity: z.number().optional(),
  elapsedMs: z.number(),
  /** Why the first ones failed or were left. */
  failures: z.array(itemProblemSchema),
  /** The record of what was done, kept in the data folder. */
  recordId: z.string(),
  recordPath: z.string(),
  /** `stopped` by an error, which comes after. What is in no count was not tried. */
  state: z.enum(['running', 'complete', 'cancelled', 'stopped']),
});
export type BulkProgress = z.infer<typeof bulkProgressSchema>;

const planInputSchema = z.object({ planId: z.string().min(1).max(100) });

/** Changing or deleting many items at once: first a dry run, then the writes, with a record. */
export const bulkContract = {
  /**
   * Reads what would be changed; the last event has the plan's id.
   * [API: DescribeTable, BatchGetItem, Scan]
   */
  plan: dynamodbMethod
    .errors(declareErrors(bulkErrorCodes))
    .input(tableInputSchema.extend({ target: bulkTargetSchema, act: bulkActSchema }))
    .output(eventIterator(bulkPlanSchema)),
  /**
   * Carries out a plan once. Each item is written under the condition that what the act depends on
   * is as it was read; deleting all items of a table has no condition. Closing the iterator cancels
   * as `cancel` does, but tells nothing more. [API: UpdateItem, DeleteItem, BatchWriteItem]
   */
  run: dynamodbMethod
    .errors(declareErrors(bulkErrorCodes))
    .input(planInputSchema)
    .output(eventIterator(bulkProgressSchema)),
  /** No further writes for a plan: what is under way ends and is counted, and then its run ends. */
  cancel: method.input(planInputSchema).output(z.object({})),
  /** Forgets a plan that shall not be carried out. */
  discard: method.input(planInputSchema).output(z.object({})),
  /**
   * What was done to which item. `header` and `end` are JSON text, `lines` a JSON array of
   * `{ key, before?, outcome, reason? }`: fewer than asked for where they are long. `before` is the
   * attribute's value, or the item that was deleted, as it was read.
   */
  record: method
    .errors(declareErrors(bulkErrorCodes))
    .input(
      z.object({
        recordId: z.string().min(1).max(200),
        first: z.number().int().min(0),
        count: z.number().int().min(1).max(1_000),
      }),
    )
    .output(
      z.object({
        header: z.string(),
        lines: z.string(),
        total: z.number(),
        end: z.string().optional(),
      }),
    ),
};
