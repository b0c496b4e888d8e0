import { withRows } from './stage-map.ts';
import { emptyStage } from './staged-change.ts';
import type { Stage, StagedChange } from './staged-change.ts';

/** What became of one row: undefined where nothing is staged for it. */
export type RowStep = {
  readonly rowKey: string;
  readonly before: StagedChange | undefined;
  readonly after: StagedChange | undefined;
};

/** What one act changed: all of it is undone together. Each row at most once. */
export type StageStep = readonly RowStep[];

/** What shall be staged for rows; undefined takes back what is. */
export type StagePatch = Iterable<readonly [rowKey: string, change: StagedChange | undefined]>;

/** The step that a patch is for a stage; rows that stay as they are, are not in it. */
export function stepOf(stage: Stage, patch: StagePatch): StageStep {
  const rows = new Map<string, RowStep>();
  for (const [rowKey, after] of patch) {
    const before = stage.get(rowKey);
    if (before === after) rows.delete(rowKey);
    else rows.set(rowKey, { rowKey, before, after });
  }
  return [...rows.values()];
}

/** The step between two stages. */
export function stepBetween(before: Stage, after: Stage): StageStep {
  if (before === after) return [];
  const gone = [...before.keys()].filter((rowKey) => !after.has(rowKey));
  return stepOf(before, [...gone.map((rowKey) => [rowKey, undefined] as const), ...after]);
}

/** The stage after a step. */
export function applyStep(stage: Stage, step: StageStep): Stage {
  if (step.length === 0) return stage;
  const next = withRows(
    stage,
    step.map(({ rowKey, after }) => [rowKey, after] as const),
  );
  return next.size === 0 ? emptyStage : next;
}

/** The step back. */
export function invertStep(step: StageStep): StageStep {
  return step.map(({ rowKey, before, after }) => ({ rowKey, before: after, after: before }));
}
