import { invertStep } from './stage-step.ts';
import type { StageStep } from './stage-step.ts';

/** The steps that can be undone, and those that were undone and can be done again. */
export type StageHistory = {
  /** The latest step is the last. */
  readonly past: readonly StageStep[];
  /** The step undone last is the last. */
  readonly future: readonly StageStep[];
  /** Rows in all steps of the past together. */
  readonly pastRows: number;
};

export const emptyHistory: StageHistory = { past: [], future: [], pastRows: 0 };

/** Steps remembered, and rows in all of them together; the latest step always is. */
const maximumSteps = 10_000;
const maximumRows = 200_000;

/** The history with one more step; what was undone before cannot be done again. */
export function remember(history: StageHistory, step: StageStep): StageHistory {
  if (step.length === 0) return history;
  const past = [...history.past, step];
  let pastRows = history.pastRows + step.length;
  let first = 0;
  while (
    first < past.length - 1 &&
    (past.length - first > maximumSteps || pastRows > maximumRows)
  ) {
    pastRows -= past[first]?.length ?? 0;
    first += 1;
  }
  return { past: first === 0 ? past : past.slice(first), future: [], pastRows };
}

/** The step that undoes the last one, and the history after it; undefined where there is none. */
export function undoStep({ past, future, pastRows: rows }: StageHistory) {
  const last = past.at(-1);
  if (last === undefined) return undefined;
  const pastRows = rows - last.length;
  const history = { past: past.slice(0, -1), future: [...future, last], pastRows };
  return { step: invertStep(last), history };
}

/** The step that was undone last, and the history after it; undefined where there is none. */
export function redoStep({ past, future, pastRows: rows }: StageHistory) {
  const last = future.at(-1);
  if (last === undefined) return undefined;
  const pastRows = rows + last.length;
  const history = { past: [...past, last], future: future.slice(0, -1), pastRows };
  return { step: last, history };
}

/** The history without some rows: what was written is not undone by staging. */
export function forgetRows(history: StageHistory, rowKeys: ReadonlySet<string>): StageHistory {
  const without = (steps: readonly StageStep[]) => {
    if (!steps.some((step) => step.some(({ rowKey }) => rowKeys.has(rowKey)))) return steps;
    return steps.flatMap((step) => {
      const left = step.filter(({ rowKey }) => !rowKeys.has(rowKey));
      return left.length === 0 ? [] : [left];
    });
  };
  const past = without(history.past);
  const pastRows = past.reduce((rows, step) => rows + step.length, 0);
  return { past, future: without(history.future), pastRows };
}
