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

/** Called with each item that was written as it stands now; undefined where it was deleted. */
export type OnWritten = (rowKey: string, item: Item | undefined) => void;

/** Commits what is staged, and what to do where that is not possible. */
export function useCommit(access: ItemAccess, scope: string, onWritten: OnWritten) {
  const [outcomes, setOutcomes] = useState<Outcomes>(noOutcomes);
  const [busy, setBusy] = useState(false);

  const settle = (rowKey: string, before: Item | undefined, outcome: WriteOutcome) => {
    setOutcomes((known) => new Map(known).set(rowKey, outcome));
    if (outcome.kind !== 'written') return;
    updateStage(scope, (stage) => unstage(stage, rowKey));
    const written: WrittenChange = { rowKey, before, after: outcome.item };
    const others = useStaging.getState().written.get(scope) ?? [];
    rememberWritten(scope, [...others.filter((other) => other.rowKey !== rowKey), written]);
    onWritten(rowKey, outcome.item);
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
        settle(change.rowKey, change.original, outcome),
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
      settle(change.rowKey, theirs, await commitChange(access, mine));
    });

  /** Gives up the change and shows what stands instead. */
  const takeTheirs = (rowKey: string, theirs: Item | undefined) => {
    updateStage(scope, (stage) => unstage(stage, rowKey));
    onWritten(rowKey, theirs);
  };

  const forget = () => setOutcomes(noOutcomes);
  const summary = outcomes.size === 0 || busy ? undefined : outcomesInWords(outcomes);
  return { outcomes, summary, busy, commit, overwrite, takeTheirs, forget };
}
