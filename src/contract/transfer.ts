import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { dynamodbMethod, tableInputSchema } from './common.ts';
import { declareErrors } from './errors.ts';

export const transferErrorCodes = [
  'FILE_NOT_FOUND',
  'FILE_NOT_READABLE',
  'FILE_MALFORMED',
] as const;

/**
 * A file that the user chose or dropped. The reference is made by the host (a path in Electron, an
 * upload in the browser host) and means nothing to anybody else.
 */
export const fileReferenceSchema = z.string().min(1).max(200);

export const fileFormats = ['json', 'ndjson', 'dynamodb-json', 'dynamodb-json-lines'] as const;
export type FileFormat = (typeof fileFormats)[number];

/** A row that cannot go in: where it stands in the file, and why. */
export const rejectedRowSchema = z.object({
  /** Counted from 1, over the rows of the file. */
  row: z.number().int(),
  /** The line of the file on which the row begins, counted from 1. */
  line: z.number().int(),
  reason: z.string(),
});
export type RejectedRow = z.infer<typeof rejectedRowSchema>;

const importInputSchema = tableInputSchema.extend({ file: fileReferenceSchema });

export const importPreviewSchema = z.object({
  fileName: z.string(),
  sizeBytes: z.number(),
  format: z.enum(fileFormats),
  rowCount: z.number().int(),
  /** The first rows as items: a JSON array in DynamoDB JSON text. */
  items: z.string(),
  attributes: z.array(
    z.object({ name: z.string(), types: z.array(z.string()), rowCount: z.number().int() }),
  ),
  rejectedCount: z.number().int(),
  /** The first 1,000 of the rejected rows. */
  rejected: z.array(rejectedRowSchema),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

/**
 * Every row counts as written or as rejected: when complete, rowsRead = rowsWritten + rejectedCount.
 * Of rows with one key the last wins, as in the file's order; the ones that it replaced count as
 * written too.
 */
export const importProgressSchema = z.object({
  /** Of the writing; the pass before it, which only checks the file, is not counted. */
  bytesRead: z.number(),
  bytesTotal: z.number(),
  rowsRead: z.number().int(),
  rowsWritten: z.number().int(),
  rejectedCount: z.number().int(),
  /** The first 1,000 of the rejected rows so far. */
  rejected: z.array(rejectedRowSchema),
  retries: z.number().int(),
  consumedCapacity: z.number().optional(),
  elapsedMs: z.number(),
  complete: z.boolean(),
});
export type ImportProgress = z.infer<typeof importProgressSchema>;

export const transferContract = {
  /**
   * Reads the whole file once without writing anything: the first rows as items, and every row
   * checked against the table. A file that is not JSON is FILE_MALFORMED, with `data.line` and
   * `data.column`.
   */
  previewImport: dynamodbMethod
    .errors(declareErrors(transferErrorCodes))
    .input(importInputSchema)
    .output(importPreviewSchema),
  /**
   * Writes the rows in batches of 25, after it has read the whole file once: a broken one writes
   * nothing. Tells its progress at the start, now and then, and at the end, also before it throws.
   * Closing the iterator cancels. [API: BatchWriteItem]
   */
  startImport: dynamodbMethod
    .errors(declareErrors(transferErrorCodes))
    .input(importInputSchema)
    .output(eventIterator(importProgressSchema)),
};
