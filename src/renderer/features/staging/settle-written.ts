import type { Item } from '../../../domain/attribute-value.ts';
import { itemBefore } from '../../../domain/written-item.ts';
import type { ChangeOutcome } from './cancellation.ts';
import type { Outcomes } from './commit.ts';
import { rebase } from './staged-change.ts';
import type { StagedChange } from './staged-change.ts';
import { rememberWritten, settleRows, stageOf, updateStage, useStaging } from './staging-store.ts';

type SettlerOptions = {
  readonly scope: string;
  readonly onWritten: (before: Item | undefined, after: Item | undefined) => void;
  /** How the changes ended the time before. */
  readonly before: Outcomes;
};

/**
 * Takes what was written out of the stage and remembers it for Undo, many changes at a time: one by
 * one, each would cost a copy of the stage.
 */
export function createSettler({ scope, onWritten, before }: SettlerOptions) {
  let ended: (readonly [StagedChange, ChangeOutcome])[] = [];

  /** Whether it was this app that wrote, so that Undo may take it back. */
  const isOurs = ({ rowKey }: StagedChange, outcome: ChangeOutcome & { kind: 'written' }) => {
    if (outcome.already !== true) return true;
    const last = before.get(rowKey);
    return last?.kind === 'failed' && last.unknown === true;
  };

  return {
    add: (change: StagedChange, outcome: ChangeOutcome): void => {
      ended.push([change, outcome]);
    },

    /** Settles what has ended since the last time, and answers it. */
    flush(): (readonly [rowKey: string, outcome: ChangeOutcome])[] {
      const taken = ended;
      ended = [];
      const written = taken.flatMap(([change, outcome]) =>
        outcome.kind === 'written' ? [{ change, outcome }] : [],
      );
      if (written.length > 0) {
        const stage = stageOf(scope);
        const isEdited = (change: StagedChange) => {
          const now = stage.get(change.rowKey);
          return now !== undefined && now !== change;
        };
        // Edited again while it was written: what is staged now is on top of what was written.
        const edited = written.filter(({ change }) => isEdited(change));
        for (const { change, outcome } of edited) {
          const { item } = outcome;
          updateStage(scope, (now) => {
            const staged = now.get(change.rowKey);
            if (staged === undefined || item === undefined) return now;
            return new Map(now).set(change.rowKey, rebase(staged, item));
          });
        }
        const others = written.filter(({ change }) => !isEdited(change));
        settleRows(
          scope,
          others.map(({ change }) => change.rowKey),
        );
        remember(written.filter(({ change, outcome }) => isOurs(change, outcome)));
        for (const { change, outcome } of written) onWritten(change.original, outcome.item);
      }
      return taken.map(([{ rowKey }, outcome]) => [rowKey, outcome] as const);
    },
  };

  function remember(
    written: readonly {
      change: StagedChange;
      outcome: ChangeOutcome & { kind: 'written' };
    }[],
  ): void {
    const known = useStaging.getState().written.get(scope) ?? [];
    const all = new Map(known.map((one) => [one.rowKey, one]));
    for (const { change, outcome } of written) {
      const { rowKey } = change;
      // What others changed in it since it was read is not taken back by an undo.
      const before = outcome.was ?? itemBefore(change, outcome.item);
      // Written twice by commits that go on from one another: back to what was before both.
      const earlier = all.get(rowKey);
      const first =
        earlier === undefined
          ? before
          : itemBefore({ original: earlier.before, edited: earlier.after }, before);
      all.set(rowKey, { rowKey, before: first, after: outcome.item });
    }
    rememberWritten(scope, [...all.values()]);
  }
}
