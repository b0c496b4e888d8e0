import { DomainError } from '../../../domain/domain-error.ts';
import { buildItemChange } from '../../../domain/item-edit.ts';
import type { ItemChange } from '../../../domain/item-edit.ts';
import type { ChangeOutcome } from './cancellation.ts';
import { groupsOf } from './commit-order.ts';
import type { ItemAccess, WriteOutcome } from './item-access.ts';
import type { StagedChange } from './staged-change.ts';
import { changedUnguarded } from './unguarded.ts';
import { writeChange } from './write-change.ts';
import { failed, isHopeless } from './write-failure.ts';

/** Changes that are under way at the same time. */
const writesAtOnce = 8;

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

/** Writes one change under its condition. Throws nothing: whatever went wrong is its outcome. */
export async function commitChange(
  access: ItemAccess,
  change: Pick<ItemChange, 'original' | 'edited'>,
): Promise<WriteOutcome> {
  const planned = planChange(access, change);
  if (planned.kind === 'impossible') return { kind: 'failed', error: planned.error };
  if (planned.kind === 'nothing') return { kind: 'written', item: change.edited };
  try {
    const theirs = await changedUnguarded(access, planned.change);
    if (theirs !== undefined) return { kind: 'conflict', theirs };
  } catch (error) {
    return { kind: 'failed', error };
  }
  try {
    return await writeChange(access, planned.change);
  } catch (error) {
    // An answer that cannot be read: other changes are under way, and are not to be left alone.
    return failed(error);
  }
}

/** How each of several changes ended, by row key; one that is missing was not sent. */
export type Outcomes = ReadonlyMap<string, ChangeOutcome>;

export type OnOutcome = (change: StagedChange, outcome: ChangeOutcome) => void;

/**
 * Writes changes up to eight at once, each under its own condition: one that fails does not keep
 * back the others. Calls back after each. Begins none any more once `signal` says so, or one failed
 * in a way in which all would; what is under way ends.
 */
export async function commitAll(
  access: ItemAccess,
  changes: readonly StagedChange[],
  onOutcome: OnOutcome = () => undefined,
  signal?: AbortSignal,
): Promise<Outcomes> {
  const outcomes = new Map<string, ChangeOutcome>();
  const groups = groupsOf(access.schema, changes).values();
  let hopeless = false;
  const work = async () => {
    for (const group of groups) {
      for (const change of group) {
        if (hopeless || signal?.aborted === true) return;
        const outcome = await commitChange(access, change);
        hopeless ||= isHopeless(outcome);
        outcomes.set(change.rowKey, outcome);
        onOutcome(change, outcome);
      }
    }
  };
  await Promise.all(Array.from({ length: writesAtOnce }, work));
  return outcomes;
}
