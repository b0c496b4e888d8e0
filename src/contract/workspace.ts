import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { method, tableInputSchema } from './common.ts';
import { declareErrors } from './errors.ts';
import { maximumRequestLength } from './limits.ts';

export const workspaceErrorCodes = ['WORKSPACE_NOT_WRITTEN'] as const;

/** How the columns of a table are shown; names are attribute names. */
export const columnLayoutSchema = z.object({
  /** The order of those that were moved; all others follow. */
  order: z.array(z.string().max(65_535)).max(10_000),
  hidden: z.array(z.string().max(65_535)).max(10_000),
  /** Beside the keys, which always are. */
  pinned: z.array(z.string().max(65_535)).max(100),
  widths: z
    .array(z.object({ name: z.string().max(65_535), width: z.number().min(16).max(4_000) }))
    .max(10_000),
});
export type ColumnLayout = z.infer<typeof columnLayoutSchema>;

/** Tells a table from another one of its name: when it was made. */
const stageInputSchema = tableInputSchema.extend({
  incarnation: z.string().max(1_000),
  /** Another one for each window, the same after a reload. */
  windowId: z.string().min(1).max(100),
});

/**
 * Staged changes as JSON lines that the renderer wrote:
 * `{"rowKey": …, "change": null | {"original": …, "edited": …}}`.
 */
const entriesSchema = z.string().max(maximumRequestLength);

/** What is kept of the work at a table between two starts of the app, in the data folder. */
export const workspaceContract = {
  readLayout: method.input(tableInputSchema).output(columnLayoutSchema.optional()),
  writeLayout: method
    .errors(declareErrors(workspaceErrorCodes))
    .input(tableInputSchema.extend({ layout: columnLayoutSchema }))
    .output(z.object({})),
  /**
   * The staged changes of a window, and those that no window holds any more: these become the
   * window's own, but for rows that it has staged otherwise, which wait for a later window. Held
   * for as long as the iterator is open; tells them in one or more parts, the last line of a row
   * being the one that counts, then that all were told, then waits. Two windows of one id (a page
   * reloaded before its old link closed, a duplicated tab) share what is kept.
   */
  openStage: method
    .errors(declareErrors(workspaceErrorCodes))
    .input(stageInputSchema)
    .output(eventIterator(z.object({ entries: z.string(), complete: z.boolean() }))),
  /** Adds lines, all of them or none; they are on the disk once this answers. */
  appendStage: method
    .errors(declareErrors(workspaceErrorCodes))
    .input(stageInputSchema.extend({ entries: entriesSchema }))
    .output(z.object({})),
};
