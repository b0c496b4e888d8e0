import { useState } from 'react';
import type { Item } from '../../../domain/attribute-value.ts';
import { commitAll, commitChange, outcomesInWords } from './commit.ts';
import type { Outcomes } from './commit.ts';
import type { ItemAccess, WriteOutcome } from './item-access.ts';
import { rebase, unstage } from './staged-change.ts';
import type { StagedChange } from './staged-change.ts';
import { rememberWritten, stageOf, updateStage, useStaging } from './staging-store.ts';
import type { WrittenChange } from './staging-store.ts';

const noOutcomes: Outcomes = new Map();

/**
 * Called with each item that was written: as it was known before, undefined where it is new, and as
 * it stands now, undefined where it is gone. Of a move, with both keys.
 */
export type OnWritten = (before: Item | undefined, after: Item | undefined) => void;

/** Commits what is staged, and what to do where that is not possible. */
export function useCommit(access: ItemAccess, scope: string, onWritten: OnWritten) {
  const [outcomes, setOutcomes] = useState<Outcomes>(noOutcomes);
  const [busy, setBusy] = useState(false);

  const settle = (change: StagedChange, before: Item | undefined, outcome: WriteOutcome) => {
    const { rowKey, original: known } = change;
    setOutcomes((known) => new Map(known).set(rowKey, outcome));
    if (outcome.kind !== 'written') return;
    updateStage(scope, (stage) => unstage(stage, rowKey));
    const written: WrittenChange = { rowKey, before, after: outcome.item };
    const others = useStaging.getState().written.get(scope) ?? [];
    rememberWritten(scope, [...others.filter((other) => other.rowKey !== rowKey), written]);
    onWritten(known, outcome.item);
  };

  const during = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } finally {
      setBusy(false);
    }
  };

  /** Writes all that is staged, one by one. */
  const commit = async (): Promise<void> => {
    const changes = [...stageOf(scope).values()];
    setOutcomes(noOutcomes);
    rememberWritten(scope, []);
    await during(async () => {
      await commitAll(access, changes, (change, outcome) =>
        settle(change, change.original, outcome),
      );
    });
  };

  /** Writes mine over theirs, which the user has seen: under the condition that they still stand. */
  const overwrite = (change: StagedChange, theirs: Item | undefined) =>
    during(async () => {
      const mine =
        theirs === undefined
          ? { original: undefined, edited: change.edited }
          : rebase(change, theirs);
      settle(change, theirs, await commitChange(access, mine));
    });

  /** Gives up the change and shows what stands instead. */
  const takeTheirs = ({ rowKey, original }: StagedChange, theirs: Item | undefined) => {
    updateStage(scope, (stage) => unstage(stage, rowKey));
    onWritten(original, theirs);
  };

  const forget = () => setOutcomes(noOutcomes);
  const summary = outcomes.size === 0 || busy ? undefined : outcomesInWords(outcomes);
  return { outcomes, summary, busy, commit, overwrite, takeTheirs, forget };
}
