import { emptyHistory, forgetRows, redoStep, remember, undoStep } from './stage-history.ts';
import type { StageHistory } from './stage-history.ts';
import { applyStep } from './stage-step.ts';
import type { StageStep } from './stage-step.ts';
import { emptySummary, summaryAfter } from './stage-summary.ts';
import type { StageSummary } from './stage-summary.ts';
import { emptyStage, newRowsOf } from './staged-change.ts';
import type { Stage, StagedChange } from './staged-change.ts';

/** What is staged for one table. */
export type StagedTable = {
  readonly stage: Stage;
  readonly summary: StageSummary;
  /** The new rows in the order of their making. */
  readonly newRows: readonly StagedChange[];
  readonly history: StageHistory;
};

export const nothingStaged: StagedTable = {
  stage: emptyStage,
  summary: emptySummary,
  newRows: [],
  history: emptyHistory,
};

function isNew(change: StagedChange | undefined): boolean {
  return change !== undefined && change.original === undefined;
}

/** The table after a step, with its history as it was. */
function after(table: StagedTable, step: StageStep): StagedTable {
  if (step.length === 0) return table;
  const stage = applyStep(table.stage, step);
  const renewed = step.some((row) => isNew(row.before) || isNew(row.after));
  return {
    ...table,
    stage,
    summary: summaryAfter(table.summary, step),
    newRows: renewed ? newRowsOf(stage) : table.newRows,
  };
}

/** A step that can be undone. */
export function take(table: StagedTable, step: StageStep): StagedTable {
  return { ...after(table, step), history: remember(table.history, step) };
}

/** A step that cannot be undone, since rows were written or come from elsewhere. */
export function settle(
  table: StagedTable,
  step: StageStep,
  rowKeys: Iterable<string> = step.map(({ rowKey }) => rowKey),
): StagedTable {
  return { ...after(table, step), history: forgetRows(table.history, new Set(rowKeys)) };
}

/** One step back or forth, and the step that it was; undefined where there is none. */
export function turn(table: StagedTable, way: 'undo' | 'redo') {
  const turned = way === 'undo' ? undoStep(table.history) : redoStep(table.history);
  if (turned === undefined) return undefined;
  const { step, history } = turned;
  return { step, table: { ...after(table, step), history } };
}
