import { create } from 'zustand';
import type { Item } from '../../../domain/attribute-value.ts';
import { stepBetween, stepOf } from './stage-step.ts';
import type { StagePatch, StageStep } from './stage-step.ts';
import { nothingStaged, settle, take, turn } from './staged-table.ts';
import type { StagedTable } from './staged-table.ts';
import type { Stage } from './staged-change.ts';

/** An item before and after it was written; undefined where there was none. */
export type WrittenChange = {
  readonly rowKey: string;
  readonly before: Item | undefined;
  readonly after: Item | undefined;
};

type StagingState = {
  /** What is staged, by scope. */
  readonly tables: ReadonlyMap<string, StagedTable>;
  /** What the last commit of each scope wrote, for Undo. */
  readonly written: ReadonlyMap<string, readonly WrittenChange[]>;
};

/** Changes that wait for their commit; they outlive the view of their table. */
export const useStaging = create<StagingState>()(() => ({ tables: new Map(), written: new Map() }));

const nothingWritten: readonly WrittenChange[] = [];

type StepListener = (step: StageStep) => void;
const listeners = new Map<string, Set<StepListener>>();

/** The scope of a table: staged changes never mix. */
export function scopeOf(connectionId: string, tableName: string): string {
  return JSON.stringify([connectionId, tableName]);
}

export function stagedTableOf(scope: string): StagedTable {
  return useStaging.getState().tables.get(scope) ?? nothingStaged;
}

export function stageOf(scope: string): Stage {
  return stagedTableOf(scope).stage;
}

/** Calls back with each step that is made in a scope, also back and forth. Answers how to stop. */
export function watchSteps(scope: string, listener: StepListener): () => void {
  const known = listeners.get(scope) ?? new Set();
  listeners.set(scope, known.add(listener));
  return () => {
    known.delete(listener);
    if (known.size === 0) listeners.delete(scope);
  };
}

function set(scope: string, table: StagedTable, step: StageStep): void {
  useStaging.setState(({ tables }) => ({ tables: new Map(tables).set(scope, table) }));
  for (const listener of listeners.get(scope) ?? []) listener(step);
}

/** Stages changes of rows, or takes them back: all of it is one step of undo. */
export function stageChanges(scope: string, patch: StagePatch): void {
  const table = stagedTableOf(scope);
  const step = stepOf(table.stage, patch);
  if (step.length > 0) set(scope, take(table, step), step);
}

/**
 * Changes what is staged because of what was written or read: no step of undo, and what was staged
 * before for the same rows cannot be brought back any more.
 */
export function updateStage(scope: string, change: (stage: Stage) => Stage): void {
  const table = stagedTableOf(scope);
  const step = stepBetween(table.stage, change(table.stage));
  if (step.length > 0) set(scope, settle(table, step), step);
}

/** Takes rows out of the stage because they were written; their history goes with them. */
export function settleRows(scope: string, rowKeys: readonly string[]): void {
  const table = stagedTableOf(scope);
  const nothing = rowKeys.map((rowKey) => [rowKey, undefined] as const);
  const step = stepOf(table.stage, nothing);
  set(scope, settle(table, step, rowKeys), step);
}

/** Goes one step back or forth; false where there is none. */
export function turnStage(scope: string, way: 'undo' | 'redo'): boolean {
  const turned = turn(stagedTableOf(scope), way);
  if (turned === undefined) return false;
  set(scope, turned.table, turned.step);
  return true;
}

/** Frees what is staged in a scope. */
export function forgetScope(scope: string): void {
  useStaging.setState(({ tables, written }) => ({
    tables: new Map([...tables].filter(([other]) => other !== scope)),
    written: new Map([...written].filter(([other]) => other !== scope)),
  }));
}

/** Remembers what a commit wrote; an empty list forgets it. */
export function rememberWritten(scope: string, changes: readonly WrittenChange[]): void {
  useStaging.setState(({ written }) => ({ written: new Map(written).set(scope, changes) }));
}

export const useStagedTable = (scope: string): StagedTable =>
  useStaging((state) => state.tables.get(scope) ?? nothingStaged);

export const useStage = (scope: string): Stage => useStagedTable(scope).stage;

export const useWritten = (scope: string): readonly WrittenChange[] =>
  useStaging((state) => state.written.get(scope) ?? nothingWritten);
