import { create } from 'zustand';
import type { Item } from '../../../domain/attribute-value.ts';
import { emptyStage } from './staged-change.ts';
import type { Stage } from './staged-change.ts';

/** An item before and after it was written; undefined where there was none. */
export type WrittenChange = {
  readonly rowKey: string;
  readonly before: Item | undefined;
  readonly after: Item | undefined;
};

type StagingState = {
  /** What is staged, by scope. */
  readonly stages: ReadonlyMap<string, Stage>;
  /** What the last commit of each scope wrote, for Undo. */
  readonly written: ReadonlyMap<string, readonly WrittenChange[]>;
};

/** Changes that wait for their commit; they outlive the view of their table. */
export const useStaging = create<StagingState>()(() => ({ stages: new Map(), written: new Map() }));

const nothingWritten: readonly WrittenChange[] = [];

/** The scope of a table: staged changes never mix. */
export function scopeOf(connectionId: string, tableName: string): string {
  return JSON.stringify([connectionId, tableName]);
}

export function stageOf(scope: string): Stage {
  return useStaging.getState().stages.get(scope) ?? emptyStage;
}

/** Changes what is staged in a scope. */
export function updateStage(scope: string, change: (stage: Stage) => Stage): void {
  useStaging.setState(({ stages }) => ({
    stages: new Map(stages).set(scope, change(stages.get(scope) ?? emptyStage)),
  }));
}

/** Remembers what a commit wrote; an empty list forgets it. */
export function rememberWritten(scope: string, changes: readonly WrittenChange[]): void {
  useStaging.setState(({ written }) => ({ written: new Map(written).set(scope, changes) }));
}

export const useStage = (scope: string): Stage =>
  useStaging((state) => state.stages.get(scope) ?? emptyStage);

export const useWritten = (scope: string): readonly WrittenChange[] =>
  useStaging((state) => state.written.get(scope) ?? nothingWritten);
