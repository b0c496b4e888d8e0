import type { Run, RunOutcome } from '../../../contract/library.ts';
import { isAmendment, isRun } from './is-run.ts';

export type ReadHistory = {
  /** In the order in which they were begun to be kept: the oldest first. */
  readonly runs: Map<number, Run>;
  /** Of the lines that count or counted once. */
  readonly lineCount: number;
};

/**
 * The runs of a history file. A line that is none (torn by a crash, written by another version) is
 * passed over: the others count.
 */
export function readHistoryLines(text: string): ReadHistory {
  const runs = new Map<number, Run>();
  let lineCount = 0;
  for (let start = 0; start < text.length;) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    if (end > start) {
      lineCount += 1;
      takeLine(runs, text.slice(start, end));
    }
    start = end + 1;
  }
  return { runs, lineCount };
}

export function lineOfRun(run: Run): string {
  return `${JSON.stringify(run)}\n`;
}

export function lineOfAmendment(id: number, outcome: RunOutcome): string {
  return `${JSON.stringify({ id, outcome })}\n`;
}

function takeLine(runs: Map<number, Run>, line: string): void {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return;
  }
  if (isRun(value)) runs.set(value.id, value);
  else if (isAmendment(value)) {
    const amended = runs.get(value.id);
    if (amended !== undefined) runs.set(value.id, { ...amended, outcome: value.outcome });
  }
}
