import type { StageStep } from './stage-step.ts';
import type { StagedChange } from './staged-change.ts';

/**
 * What is known of a stage as a whole. It is kept up with each step by looking at the rows of the
 * step alone: a stage may hold ten thousand changes while one more cell is typed.
 */
export type StageSummary = {
  readonly edited: number;
  readonly created: number;
  readonly deleted: number;
  /** How many edited and new items have an attribute of this name. */
  readonly uses: ReadonlyMap<string, number>;
  /** The attributes of edited and new items; the same list as long as there are no others. */
  readonly names: readonly string[];
};

export const emptySummary: StageSummary = {
  edited: 0,
  created: 0,
  deleted: 0,
  uses: new Map(),
  names: [],
};

function kindOf({ original, edited }: StagedChange): 'edited' | 'created' | 'deleted' {
  if (edited === undefined) return 'deleted';
  return original === undefined ? 'created' : 'edited';
}

/** The summary after a step. */
export function summaryAfter(summary: StageSummary, step: StageStep): StageSummary {
  const counts = { edited: summary.edited, created: summary.created, deleted: summary.deleted };
  const uses = new Map(summary.uses);
  const count = (change: StagedChange | undefined, by: 1 | -1) => {
    if (change === undefined) return;
    counts[kindOf(change)] += by;
    for (const name of Object.keys(change.edited ?? {})) uses.set(name, (uses.get(name) ?? 0) + by);
  };
  for (const { before, after } of step) {
    count(after, 1);
    count(before, -1);
  }
  for (const [name, used] of uses) if (used === 0) uses.delete(name);
  const same =
    uses.size === summary.uses.size && [...uses.keys()].every((n) => summary.uses.has(n));
  return { ...counts, uses, names: same ? summary.names : [...uses.keys()] };
}
