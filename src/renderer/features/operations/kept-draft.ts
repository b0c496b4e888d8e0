import * as z from 'zod';
import { create } from 'zustand';
import { returnValuesOf } from '../../../domain/requests/index.ts';
import { emptyGroup } from './builder/builder-draft.ts';
import { draftKey, operations } from './operation-draft.ts';
import type { OperationDraft } from './operation-draft.ts';

const keptSchema = z.object({
  operation: z.enum(operations),
  /** The item or the key. */
  subject: z.object({ text: z.string(), format: z.enum(['json', 'dynamodb-json']).optional() }),
  options: z.object({
    update: z.string(),
    condition: z.string(),
    projection: z.string(),
    names: z.string(),
    values: z.string(),
    returnValues: z.enum(['NONE', 'ALL_OLD', 'UPDATED_OLD', 'ALL_NEW', 'UPDATED_NEW']),
    consistentRead: z.boolean(),
  }),
});

/** What was typed for one operation. */
export type KeptDraft = z.infer<typeof keptSchema>;

/** What was typed for the operation of a draft, as text. The rows of the builder are not in it. */
export function keepDraft(draft: OperationDraft): string {
  const { operation } = draft;
  const { updateRows: _, conditionRows: __, ...options } = draft.options[operation];
  const subject = operation === 'PutItem' ? draft.item : draft.key;
  return JSON.stringify({ operation, subject, options } satisfies KeptDraft);
}

/** What was kept; undefined where the text is none, or of another version. */
export function readKeptDraft(text: string): KeptDraft | undefined {
  try {
    const kept = keptSchema.parse(JSON.parse(text));
    const { returnValues } = kept.options;
    const offered = returnValuesOf[kept.operation];
    return returnValues === 'NONE' || offered.includes(returnValues) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** The draft with what was kept in its place; what is typed for other operations stays. */
export function withKept(draft: OperationDraft, kept: KeptDraft): OperationDraft {
  const { operation, subject, options } = kept;
  const rows = { updateRows: [], conditionRows: emptyGroup };
  return {
    ...draft,
    operation,
    ...(operation === 'PutItem' ? { item: subject } : { key: subject, offeredKey: '' }),
    options: { ...draft.options, [operation]: { ...options, ...rows } },
  };
}

type WantedDrafts = { readonly wanted: ReadonlyMap<string, KeptDraft> };

/** What is to be put into the panel of a table once that is there, by the name of its draft. */
export const useWantedDrafts = create<WantedDrafts>()(() => ({ wanted: new Map() }));

/** Puts what was kept into a table's panel, now or when it opens; nothing is sent. */
export function wantDraft(connectionId: string, tableName: string, kept: KeptDraft): void {
  useWantedDrafts.setState(({ wanted }) => ({
    wanted: new Map(wanted).set(draftKey(connectionId, tableName), kept),
  }));
}

export function forgetWanted(name: string): void {
  useWantedDrafts.setState(({ wanted }) => ({
    wanted: new Map([...wanted].filter(([other]) => other !== name)),
  }));
}
