import * as z from 'zod';
import { connectionIdSchema, method } from './common.ts';
import { declareErrors } from './errors.ts';
import { maximumNameLength } from './limits.ts';

export const libraryErrorCodes = [
  'LIBRARY_NOT_WRITTEN',
  'RUN_NOT_FOUND',
  'FAVOURITE_NOT_FOUND',
] as const;

/** A form that is longer than this, in characters, is not kept: its run still is. */
export const maximumFormLength = 64 * 1024;
/** Of what a run asked for in words, in characters. */
export const maximumWordsLength = 1_000;
export const maximumRunsAtOnce = 500;

/** What was asked for, so that it can be found again and put back into its form. */
export const keptRequestSchema = z.object({
  /** An open set: Query, Scan, PutItem, GetItem, UpdateItem, DeleteItem, and what comes later. */
  kind: z.string().min(1).max(40),
  connectionId: connectionIdSchema,
  /** As it was called then: the connection may be gone by now. */
  connectionName: z.string().max(1_000),
  /** Absent where it was about more than one table. */
  tableName: z.string().min(1).max(maximumNameLength).optional(),
  indexName: z.string().min(1).max(maximumNameLength).optional(),
  /** Keys, conditions and expressions, to be read and searched. */
  words: z.string().max(maximumWordsLength),
  /** JSON text that the renderer wrote, and that only it reads; absent where it was too long. */
  form: z.string().max(maximumFormLength).optional(),
});
export type KeptRequest = z.infer<typeof keptRequestSchema>;

/** How a run went. */
export const runOutcomeSchema = z.object({
  elapsedMs: z.number().min(0),
  /** Items answered. */
  rowCount: z.number().min(0).optional(),
  scannedCount: z.number().min(0).optional(),
  /** Capacity units; absent where the endpoint does not say. */
  capacity: z.number().min(0).optional(),
  /** The code of the error that it ended with, CANCELLED where the user ended it. */
  errorCode: z.string().max(100).optional(),
});
export type RunOutcome = z.infer<typeof runOutcomeSchema>;

const runIdSchema = z.number().int().min(1);

export const runSchema = z.object({
  /** A later run has a greater one. */
  id: runIdSchema,
  /** Milliseconds since 1970. */
  startedAt: z.number().min(0),
  request: keptRequestSchema,
  outcome: runOutcomeSchema,
});
export type Run = z.infer<typeof runSchema>;

/** A run in a list: without its form, which is read where it is restored. */
export const listedRunSchema = runSchema.extend({
  request: keptRequestSchema.omit({ form: true }),
  restorable: z.boolean(),
});
export type ListedRun = z.infer<typeof listedRunSchema>;

const favouriteIdSchema = z.string().min(1).max(100);
const favouriteNamesSchema = z.object({
  name: z.string().trim().min(1).max(200),
  /** Empty for none. */
  folder: z.string().trim().max(200),
});

export const favouriteSchema = favouriteNamesSchema.extend({
  id: favouriteIdSchema,
  request: keptRequestSchema,
});
export type Favourite = z.infer<typeof favouriteSchema>;

export const listedFavouriteSchema = favouriteSchema.extend({
  request: keptRequestSchema.omit({ form: true }),
  restorable: z.boolean(),
});
export type ListedFavourite = z.infer<typeof listedFavouriteSchema>;

const writing = method.errors(declareErrors(libraryErrorCodes));

/**
 * What was run, and what is worth running again, in the data folder. A request holds no
 * credentials, so neither does the library.
 */
export const libraryContract = {
  /** Keeps a run that has ended. The oldest go where there are too many. */
  record: writing.input(runSchema.omit({ id: true })).output(z.object({ id: runIdSchema })),
  /** Replaces how a run went: more of its result was read. A run that is gone stays so. */
  amend: writing
    .input(z.object({ id: runIdSchema, outcome: runOutcomeSchema }))
    .output(z.object({})),
  /**
   * The newest runs first, of those that hold all words of the text in their kind, names, words or
   * error code; the case of letters does not count.
   */
  list: method
    .input(
      z.object({
        text: z.string().max(1_000),
        /** Only runs before this one: how the next part is asked for. */
        before: runIdSchema.optional(),
        limit: z.number().int().min(1).max(maximumRunsAtOnce),
      }),
    )
    .output(
      z.object({
        runs: z.array(listedRunSchema),
        /** All that hold the text, those before the part too. */
        total: z.number(),
        complete: z.boolean(),
      }),
    ),
  readRun: writing.input(z.object({ id: runIdSchema })).output(runSchema),
  /** Removes one run, or all of them where none is named. */
  forget: writing.input(z.object({ id: runIdSchema.optional() })).output(z.object({})),

  /** In the order of their folders and names. */
  listFavourites: method.output(z.object({ favourites: z.array(listedFavouriteSchema) })),
  readFavourite: writing.input(z.object({ id: favouriteIdSchema })).output(favouriteSchema),
  addFavourite: writing
    .input(favouriteSchema.omit({ id: true }))
    .output(z.object({ id: favouriteIdSchema })),
  /** Gives another name or folder. */
  changeFavourite: writing
    .input(favouriteNamesSchema.extend({ id: favouriteIdSchema }))
    .output(z.object({})),
  removeFavourite: writing.input(z.object({ id: favouriteIdSchema })).output(z.object({})),
};
