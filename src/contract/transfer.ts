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
  /** The first of the rejected rows. */
  rejected: z.array(rejectedRowSchema),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

export const importProgressSchema = z.object({
  bytesRead: z.number(),
  bytesTotal: z.number(),
  rowsRead: z.number().int(),
  rowsWritten: z.number().int(),
  rejectedCount: z.number().int(),
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
  /** Writes the rows in batches of 25. Closing the iterator cancels. [API: BatchWriteItem] */
  startImport: dynamodbMethod
    .errors(declareErrors(transferErrorCodes))
    .input(importInputSchema)
    .output(eventIterator(importProgressSchema)),
};
