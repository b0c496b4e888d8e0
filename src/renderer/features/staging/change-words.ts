import { diffItems } from '../../../domain/item-diff.ts';
import { isMove } from '../../../domain/item-edit.ts';
import { describeKey, keyOf } from '../../../domain/keys.ts';
import type { KeySchema } from '../../../domain/table-schema.ts';
import type { ChangeOutcome } from './cancellation.ts';
import type { Outcomes } from './commit.ts';
import type { StagedChange } from './staged-change.ts';
import type { CommitProgress } from './use-commit.ts';

export type ChangeKind = 'new' | 'edited' | 'moved' | 'deleted';

/** A review asks again and again, for ten thousand changes; each is of one table. */
const kindsKnown = new WeakMap<StagedChange, ChangeKind>();

export function kindOf(change: StagedChange, schema: KeySchema): ChangeKind {
  const known = kindsKnown.get(change);
  if (known !== undefined) return known;
  const { original, edited } = change;
  const kind =
    edited === undefined
      ? 'deleted'
      : original === undefined
        ? 'new'
        : isMove(schema, original, edited)
          ? 'moved'
          : 'edited';
  kindsKnown.set(change, kind);
  return kind;
}

/** The item that a change is about, by its key; of a move by both. */
export function nameOf(change: StagedChange, schema: KeySchema): string {
  const { original, edited } = change;
  const keys = [original, edited].map((item) => item && describeKey(keyOf(item, schema)));
  if (kindOf(change, schema) === 'moved') return keys.join(' → ');
  return keys[0] ?? keys[1] ?? '';
}

/** The attributes that a change touches: `price, title and 3 more`. */
export function touchedInWords({ original, edited }: StagedChange): string {
  if (original === undefined || edited === undefined) return '';
  const names = diffItems(original, edited).map(({ name }) => name);
  const shown = names.slice(0, 3).join(', ');
  return names.length <= 3 ? shown : `${shown} and ${names.length - 3} more`;
}

/** How a change ended, in the groups in which the review shows them. */
export const outcomeGroups = [
  'written',
  'conflict',
  'failed',
  'unknown',
  'held',
  'not-sent',
] as const;
export type OutcomeGroup = (typeof outcomeGroups)[number];

export function groupOf(outcome: ChangeOutcome | undefined): OutcomeGroup {
  if (outcome === undefined) return 'not-sent';
  return outcome.kind === 'failed' && outcome.unknown === true ? 'unknown' : outcome.kind;
}

export const groupWords: Readonly<Record<OutcomeGroup, string>> = {
  written: 'written',
  conflict: 'in conflict',
  failed: 'failed',
  unknown: 'not known',
  held: 'held back',
  'not-sent': 'not sent',
};

/** What became of one change: `written`, `was so already`. */
export function outcomeInWords(outcome: ChangeOutcome | undefined): string {
  if (outcome?.kind === 'written' && outcome.already === true) return 'was so already';
  const group = groupOf(outcome);
  return group === 'unknown' ? 'not known whether it was carried out' : groupWords[group];
}

/** How many changes ended in which way. */
export function countOutcomes(
  changes: readonly StagedChange[],
  outcomes: Outcomes,
): ReadonlyMap<OutcomeGroup, number> {
  const counts = new Map<OutcomeGroup, number>();
  for (const { rowKey } of changes) {
    const group = groupOf(outcomes.get(rowKey));
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return counts;
}

/** `480 written · 3 in conflict`, without the groups that are empty. */
export function countsInWords(counts: ReadonlyMap<OutcomeGroup, number>): string {
  return outcomeGroups
    .flatMap((group) => {
      const count = counts.get(group) ?? 0;
      return count === 0 ? [] : [`${count.toLocaleString('en-GB')} ${groupWords[group]}`];
    })
    .join(' · ');
}

/** `120 of 500 · 340 a second · 2 s left`. */
export function progressInWords({ done, total, elapsedMs }: CommitProgress): string {
  const parts = [`${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`];
  if (done > 0 && elapsedMs > 500) {
    const rate = (done / elapsedMs) * 1000;
    parts.push(`${Math.round(rate).toLocaleString('en-GB')} a second`);
    if (done < total) parts.push(`${Math.ceil((total - done) / rate)} s left`);
  }
  return parts.join(' · ');
}
