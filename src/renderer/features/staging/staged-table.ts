import { emptyHistory, forgetRows, redoStep, remember, undoStep } from './stage-history.ts';
import type { StageHistory } from './stage-history.ts';
import { applyStep } from './stage-step.ts';
import type { StageStep } from './stage-step.ts';
import { emptySummary, summaryAfter } from './stage-summary.ts';
import type { StageSummary } from './stage-summary.ts';
import { emptyStage, inOrder } from './staged-change.ts';
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

function isNew(change: StagedChange | undefined): change is StagedChange {
  return change !== undefined && change.original === undefined;
}

/** The new rows after a step; the same list where none of them is in it. */
function newRowsAfter(rows: readonly StagedChange[], step: StageStep): readonly StagedChange[] {
  const touched = step.filter((row) => isNew(row.before) || isNew(row.after));
  if (touched.length === 0) return rows;
  const changed = new Map(touched.map(({ rowKey, after: row }) => [rowKey, row]));
  const kept: StagedChange[] = [];
  for (const row of rows) {
    const isChanged = changed.has(row.rowKey);
    const next = isChanged ? changed.get(row.rowKey) : row;
    if (isChanged) changed.delete(row.rowKey);
    if (isNew(next)) kept.push(next);
  }
  const added = [...changed.values()].filter(isNew);
  return added.length === 0 ? kept : inOrder([...kept, ...added]);
}

/** The table after a step, with its history as it was. */
function after(table: StagedTable, step: StageStep): StagedTable {
  if (step.length === 0) return table;
  return {
    ...table,
    stage: applyStep(table.stage, step),
    summary: summaryAfter(table.summary, step),
    newRows: newRowsAfter(table.newRows, step),
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
