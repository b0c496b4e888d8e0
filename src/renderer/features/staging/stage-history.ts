import { invertStep } from './stage-step.ts';
import type { StageStep } from './stage-step.ts';

/** The steps that can be undone, and those that were undone and can be done again. */
export type StageHistory = {
  /** The latest step is the last. */
  readonly past: readonly StageStep[];
  /** The step undone last is the last. */
  readonly future: readonly StageStep[];
};

export const emptyHistory: StageHistory = { past: [], future: [] };

/** Steps remembered, and rows in all of them together; the latest step always is. */
const maximumSteps = 10_000;
const maximumRows = 200_000;

function bounded(steps: readonly StageStep[]): readonly StageStep[] {
  let rows = 0;
  let first = steps.length;
  while (first > 0 && steps.length - first < maximumSteps) {
    rows += steps[first - 1]?.length ?? 0;
    if (rows > maximumRows && first < steps.length) break;
    first -= 1;
  }
  return first === 0 ? steps : steps.slice(first);
}

/** The history with one more step; what was undone before cannot be done again. */
export function remember({ past, future }: StageHistory, step: StageStep): StageHistory {
  if (step.length === 0) return { past, future };
  return { past: bounded([...past, step]), future: [] };
}

/** The step that undoes the last one, and the history after it; undefined where there is none. */
export function undoStep({ past, future }: StageHistory) {
  const last = past.at(-1);
  if (last === undefined) return undefined;
  return {
    step: invertStep(last),
    history: { past: past.slice(0, -1), future: [...future, last] },
  };
}

/** The step that was undone last, and the history after it; undefined where there is none. */
export function redoStep({ past, future }: StageHistory) {
  const last = future.at(-1);
  if (last === undefined) return undefined;
  return { step: last, history: { past: [...past, last], future: future.slice(0, -1) } };
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
  return { past: without(history.past), future: without(history.future) };
}
