import { useRef, useState } from 'react';
import type { Item } from '../../../domain/attribute-value.ts';
import { commitAll } from './commit.ts';
import type { OnOutcome, Outcomes } from './commit.ts';
import { commitTogether, createTransactionTokens } from './commit-together.ts';
import type { ItemAccess } from './item-access.ts';
import { createSettler } from './settle-written.ts';
import { rebase } from './staged-change.ts';
import type { StagedChange } from './staged-change.ts';
import { rememberWritten, stageOf, updateStage } from './staging-store.ts';

/** The two ways to write more than one change. */
export type CommitMode = 'one-by-one' | 'together';

/** How far a commit or its undoing is. */
export type CommitProgress = {
  readonly done: number;
  readonly total: number;
  /** In milliseconds since it began. */
  readonly elapsedMs: number;
};

/**
 * Called with each item that was written: as it was known before, undefined where it is new, and as
 * it stands now, undefined where it is gone. Of a move, with both keys.
 */
export type OnWritten = (before: Item | undefined, after: Item | undefined) => void;

const noOutcomes: Outcomes = new Map();
const nothing: readonly StagedChange[] = [];

/** Outcomes are shown this often: each by itself would keep the screen from drawing. */
const showEveryMs = 100;

/** Commits what is staged, and what to do where that is not possible. */
export function useCommit(access: ItemAccess, scope: string, onWritten: OnWritten) {
  const [outcomes, setOutcomes] = useState<Outcomes>(noOutcomes);
  /** What the last commit was of; what became of it stays listed. */
  const [committed, setCommitted] = useState(nothing);
  const [progress, setProgress] = useState<CommitProgress>();
  const [problem, setProblem] = useState<unknown>();
  const [mode, setMode] = useState<CommitMode>('one-by-one');
  const [tokens] = useState(createTransactionTokens);
  const cancelling = useRef<AbortController>(undefined);
  /** Of the last commit, what was not written: written now, it is undone together with the rest. */
  const unfinished = useRef<ReadonlySet<string>>(new Set());

  const run = async (
    changes: readonly StagedChange[],
    write: (onOutcome: OnOutcome) => Promise<unknown>,
  ) => {
    const started = performance.now();
    const settler = createSettler({ scope, onWritten, before: outcomes });
    let done = 0;
    const show = () => {
      const ended = settler.flush();
      done += ended.length;
      const elapsedMs = performance.now() - started;
      setProgress({ done, total: changes.length, elapsedMs });
      if (ended.length > 0) setOutcomes((known) => new Map([...known, ...ended]));
    };
    show();
    const timer = setInterval(show, showEveryMs);
    try {
      await write(settler.add);
    } catch (error) {
      setProblem(error);
    } finally {
      clearInterval(timer);
      show();
      setProgress(undefined);
    }
  };

  /** Writes changes in the chosen way; without any named, all that is staged. */
  const commit = async (only?: readonly StagedChange[]): Promise<void> => {
    const changes = only ?? [...stageOf(scope).values()];
    const aborting = new AbortController();
    cancelling.current = aborting;
    setProblem(undefined);
    const goesOn = changes.some(({ rowKey }) => unfinished.current.has(rowKey));
    if (!goesOn) rememberWritten(scope, []);
    if (only !== undefined || (goesOn && committed.length > 0)) {
      setCommitted((known) => [...new Map([...known, ...changes].map(keyed)).values()]);
      setOutcomes((known) => without(known, changes));
    } else {
      setCommitted(changes);
      setOutcomes(noOutcomes);
    }
    const left = new Set([...unfinished.current, ...changes.map(({ rowKey }) => rowKey)]);
    unfinished.current = left;
    const tell =
      (onOutcome: OnOutcome): OnOutcome =>
      (change, outcome) => {
        if (outcome.kind === 'written') left.delete(change.rowKey);
        onOutcome(change, outcome);
      };
    await run(changes, async (told) => {
      const onOutcome = tell(told);
      if (mode === 'one-by-one' || changes.length === 1) {
        await commitAll(access, changes, onOutcome, aborting.signal);
        return;
      }
      const ended = await commitTogether(access, changes, tokens);
      for (const change of changes) {
        const outcome = ended.get(change.rowKey);
        if (outcome !== undefined) onOutcome(change, outcome);
      }
    });
  };

  /** Stages a change anew, on what stands now, and writes it unless it is one of all or nothing. */
  const restage = (changes: readonly StagedChange[], isTogether = mode === 'together') => {
    updateStage(scope, (stage) => new Map([...stage, ...changes.map(keyed)]));
    setCommitted((known) =>
      known.map((change) => changes.find(({ rowKey }) => rowKey === change.rowKey) ?? change),
    );
    if (!isTogether) return commit(changes);
    setOutcomes((known) => without(known, changes));
    return Promise.resolve();
  };

  /** Mine over theirs, which were seen: under the condition that they still stand. */
  const takeMine = (change: StagedChange, theirs: Item | undefined) =>
    restage([theirs === undefined ? { ...change, original: undefined } : rebase(change, theirs)]);

  /** What was made of both, under the same condition. */
  const takeMerged = ({ rowKey }: StagedChange, theirs: Item, edited: Item) =>
    restage([{ rowKey, original: theirs, edited }]);

  /** Gives up the change and shows what stands instead. */
  const takeTheirs = ({ rowKey, original }: StagedChange, theirs: Item | undefined) => {
    updateStage(scope, (stage) => new Map([...stage].filter(([key]) => key !== rowKey)));
    onWritten(original, theirs);
  };

  const forget = () => {
    setOutcomes(noOutcomes);
    setCommitted(nothing);
    setProblem(undefined);
  };

  return {
    outcomes,
    committed,
    progress,
    problem,
    busy: progress !== undefined,
    mode,
    setMode,
    commit,
    /** What is under way ends; the rest stays staged. */
    cancel: () => cancelling.current?.abort(),
    takeMine,
    takeMerged,
    takeTheirs,
    forget,
  };
}

export type Committing = ReturnType<typeof useCommit>;

const keyed = (change: StagedChange) => [change.rowKey, change] as const;

function without(outcomes: Outcomes, changes: readonly StagedChange[]): Outcomes {
  const gone = new Set(changes.map(({ rowKey }) => rowKey));
  return new Map([...outcomes].filter(([rowKey]) => !gone.has(rowKey)));
}
