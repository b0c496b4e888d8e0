import { DomainError } from '../../../domain/domain-error.ts';
import { buildItemChange } from '../../../domain/item-edit.ts';
import type { ItemChange } from '../../../domain/item-edit.ts';
import { writeChange } from './item-access.ts';
import type { ItemAccess, WriteOutcome } from './item-access.ts';
import type { StagedChange } from './staged-change.ts';

/** The request of a change, or why there can be none. */
export type PlannedChange =
  | { readonly kind: 'request'; readonly change: ItemChange }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'impossible'; readonly error: DomainError };

/** What will be sent for a change: the same value that the review shows. */
export function planChange(
  { schema, tableName }: Pick<ItemAccess, 'schema' | 'tableName'>,
  { original, edited }: Pick<ItemChange, 'original' | 'edited'>,
): PlannedChange {
  try {
    const change = buildItemChange(schema, tableName, original, edited);
    return change === undefined ? { kind: 'nothing' } : { kind: 'request', change };
  } catch (error) {
    if (error instanceof DomainError) return { kind: 'impossible', error };
    throw error;
  }
}

/** Writes one change under its condition. */
export async function commitChange(
  access: ItemAccess,
  change: Pick<ItemChange, 'original' | 'edited'>,
): Promise<WriteOutcome> {
  const planned = planChange(access, change);
  if (planned.kind === 'request') return writeChange(access, planned.change);
  if (planned.kind === 'impossible') return { kind: 'failed', error: planned.error };
  return { kind: 'written', item: change.edited };
}

/** How each of several changes ended, by row key. */
export type Outcomes = ReadonlyMap<string, WriteOutcome>;

/**
 * Writes changes one after the other, each under its own condition: one that fails does not keep
 * back the others. Calls back after each; stops before the next one where `signal` says so.
 */
export async function commitAll(
  access: ItemAccess,
  changes: readonly StagedChange[],
  onOutcome: (change: StagedChange, outcome: WriteOutcome) => void,
  signal?: AbortSignal,
): Promise<Outcomes> {
  const outcomes = new Map<string, WriteOutcome>();
  for (const change of changes) {
    if (signal?.aborted) break;
    const outcome = await commitChange(access, change);
    outcomes.set(change.rowKey, outcome);
    onOutcome(change, outcome);
  }
  return outcomes;
}

/** `2 of 3 changes were written.`, with what became of the others. */
export function outcomesInWords(outcomes: Outcomes): string {
  const kinds = [...outcomes.values()].map(({ kind }) => kind);
  const count = (kind: WriteOutcome['kind']) => kinds.filter((other) => other === kind).length;
  const parts = [`${count('written')} written`];
  if (count('conflict') > 0) parts.push(`${count('conflict')} in conflict`);
  if (count('failed') > 0) parts.push(`${count('failed')} failed`);
  return parts.join(' · ');
}
