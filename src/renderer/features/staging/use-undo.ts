import { useRef, useState } from 'react';
import { describeKey, keyOf } from '../../../domain/keys.ts';
import { notifyDone } from '../../ui/notify.ts';
import type { ChangeOutcome } from './cancellation.ts';
import { commitAll } from './commit.ts';
import type { ItemAccess } from './item-access.ts';
import { changesInWords } from './staged-change.ts';
import type { StagedChange } from './staged-change.ts';
import { rememberWritten } from './staging-store.ts';
import type { WrittenChange } from './staging-store.ts';
import type { CommitProgress, OnWritten } from './use-commit.ts';

/** An item that was not brought back to what it was, and why. */
export type NotUndone = {
  readonly rowKey: string;
  readonly name: string;
  readonly outcome: ChangeOutcome;
};

const showEveryMs = 100;
const none: readonly NotUndone[] = [];

/**
 * Takes back what the last commit wrote, each by its inverse under the inverse condition: where an
 * item was changed again since, it stays as it is and is named.
 */
export function useUndo(access: ItemAccess, scope: string, onWritten: OnWritten) {
  const [progress, setProgress] = useState<CommitProgress>();
  const [left, setLeft] = useState(none);
  const cancelling = useRef<AbortController>(undefined);

  const nameOf = ({ before, after }: WrittenChange): string => {
    const item = after ?? before;
    return item === undefined ? '' : describeKey(keyOf(item, access.schema));
  };

  const undo = async (written: readonly WrittenChange[]) => {
    const aborting = new AbortController();
    cancelling.current = aborting;
    const started = performance.now();
    const outcomes = new Map<string, ChangeOutcome>();
    const show = () =>
      setProgress({
        done: outcomes.size,
        total: written.length,
        elapsedMs: performance.now() - started,
      });
    show();
    const timer = setInterval(show, showEveryMs);
    const onOutcome = ({ rowKey, original }: StagedChange, outcome: ChangeOutcome) => {
      outcomes.set(rowKey, outcome);
      if (outcome.kind === 'written') onWritten(original, outcome.item);
    };
    const inverse = written.map(({ rowKey, before, after }): StagedChange => ({
      rowKey,
      original: after,
      edited: before,
    }));
    try {
      await commitAll(access, inverse, onOutcome, aborting.signal);
    } finally {
      clearInterval(timer);
      setProgress(undefined);
    }
    const kindOf = ({ rowKey }: WrittenChange) => outcomes.get(rowKey)?.kind;
    const isChanged = (change: WrittenChange) => kindOf(change) === 'conflict';
    // What was changed since cannot be undone another time either; what failed can.
    rememberWritten(
      scope,
      written.filter((change) => kindOf(change) !== 'written' && !isChanged(change)),
    );
    setLeft(
      written.flatMap((change) => {
        const outcome = outcomes.get(change.rowKey);
        if (outcome === undefined || outcome.kind === 'written') return [];
        return [{ rowKey: change.rowKey, name: nameOf(change), outcome }];
      }),
    );
    const undone = [...outcomes.values()].filter(({ kind }) => kind === 'written').length;
    if (undone > 0) notifyDone(`${changesInWords(undone)} undone.`);
  };

  return {
    undo,
    busy: progress !== undefined,
    progress,
    /** What is under way ends; the rest stays as it was committed. */
    cancel: () => cancelling.current?.abort(),
    left,
    forgetLeft: () => setLeft(none),
  };
}

export type Undoing = ReturnType<typeof useUndo>;
