import { makeFigure, median } from '../figure.ts';
import type { Figure } from '../figure.ts';
import { runProgram } from '../program.ts';

/** What a program that scans a table is told. */
export type ScanInput = {
  readonly endpoint: string;
  readonly tableName: string;
  readonly segments: number;
  /** The peer's alone: ours chooses its own. */
  readonly limit?: number;
  /** Ours alone: sorts and searches what it has loaded. */
  readonly thenSort?: boolean;
};

export type ScanOutcome = {
  readonly items: number;
  readonly ms: number;
  readonly cpuMs: number;
  /** The most memory that the process had until all was read, and until its end. */
  readonly loadedBytes: number;
  readonly mostBytes: number;
};

/** A way to scan, and what it took in each round. */
export type Contestant = {
  readonly name: string;
  readonly program: string;
  readonly input: ScanInput;
  readonly outcomes: ScanOutcome[];
};

export function contestant(name: string, program: string, input: ScanInput): Contestant {
  return { name, program, input, outcomes: [] };
}

/** Runs a contestant once; true where it came to its end in the time it was given. */
export async function runOnce(who: Contestant, rows: number, mostMs?: number): Promise<boolean> {
  const signal = mostMs === undefined ? undefined : AbortSignal.timeout(Math.ceil(mostMs));
  try {
    const outcome = await runProgram<ScanOutcome>(
      who.program,
      who.input,
      signal === undefined ? {} : { signal },
    );
    if (outcome.items !== rows) {
      throw new Error(`${who.name} read ${outcome.items} items of ${rows}.`);
    }
    who.outcomes.push(outcome);
    return true;
  } catch (cause) {
    if (signal?.aborted) return false;
    throw cause;
  }
}

export const middleMs = ({ outcomes }: Contestant): number => median(outcomes.map(({ ms }) => ms));

export const middleCpuMs = ({ outcomes }: Contestant): number =>
  median(outcomes.map(({ cpuMs }) => cpuMs));

/** The one that took least time. */
export function best(contestants: readonly Contestant[]): Contestant {
  const finished = contestants.filter(({ outcomes }) => outcomes.length > 0);
  const [first, ...others] = finished.sort((a, b) => middleMs(a) - middleMs(b));
  if (first === undefined)
    throw new Error(`None of ${others.length} ways to scan came to its end.`);
  return first;
}

export function tell({ name, outcomes }: Contestant): string {
  const seconds = outcomes.map(({ ms }) => (ms / 1_000).toFixed(2)).join(', ');
  const cpu = outcomes.map(({ cpuMs }) => (cpuMs / 1_000).toFixed(2)).join(', ');
  return `${name}: ${seconds} s, ${cpu} s of CPU`;
}

/** What loading so many rows, and then sorting them, takes of memory. */
export function* memoryFigures({ outcomes }: Contestant, rows: number): Generator<Figure> {
  const most = (of: (outcome: ScanOutcome) => number) => Math.max(...outcomes.map(of)) / 1e6;
  const unit = 'MB';
  const common = { unit, smallerIsBetter: true, goal: 600 };
  const loaded = most(({ loadedBytes }) => loadedBytes);
  yield makeFigure({
    ...common,
    name: `memory of a process that loads ${rows} rows`,
    value: loaded,
  });
  const sorted = most(({ mostBytes }) => mostBytes);
  yield makeFigure({ ...common, name: 'and then sorts and searches them', value: sorted });
}
