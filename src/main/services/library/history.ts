import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Run, RunOutcome } from '../../../contract/library.ts';
import { lineOfAmendment, lineOfRun, readHistoryLines } from './history-lines.ts';
import { searchRuns, searchTextOf } from './search-runs.ts';
import type { RunsPart } from './search-runs.ts';

export type HistoryLimits = {
  readonly runs: number;
  /** Of the file; forms may be long. */
  readonly bytes: number;
};

const usualLimits: HistoryLimits = { runs: 10_000, bytes: 64 * 1024 * 1024 };

/** The file is written anew once it holds so much more than it must, as a share of the limits. */
const slack = 1.25;

export type History = ReturnType<typeof historyIn>;

/**
 * The runs, in memory and as JSON lines in a file of the data folder that is only ever added to;
 * written anew by a temporary name when too much of it is past.
 * Acts follow one after another. Rejects with the error of the disk.
 */
export function historyIn(dataFolder: string, limits: HistoryLimits = usualLimits) {
  const path = join(dataFolder, 'history.jsonl');
  let runs = new Map<number, Run>();
  let lastId = 0;
  let lines = 0;
  let bytes = 0;
  /** Whether the file ends with a whole line. */
  let whole = true;
  let loading: Promise<void> | undefined;
  let lastAct: Promise<unknown> = Promise.resolve();
  /** What is searched of each run; made when it is searched first. */
  const texts = new WeakMap<Run, string>();

  function inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    const result = lastAct.then(act, act);
    lastAct = result.catch(() => {});
    return result;
  }

  async function read(): Promise<void> {
    const file = await readFile(path).catch(nothingThere);
    if (file === undefined) return;
    const text = file.toString('utf8');
    const found = readHistoryLines(text);
    runs = found.runs;
    lines = found.lineCount;
    bytes = file.length;
    whole = text === '' || text.endsWith('\n');
    for (const id of runs.keys()) lastId = Math.max(lastId, id);
    keepToLimits();
  }

  function load(): Promise<void> {
    // Tried again where the disk refused: the file is still there.
    loading ??= read().catch((cause: unknown) => {
      loading = undefined;
      throw cause;
    });
    return loading;
  }

  /** The oldest go first, and those with long forms weigh more. */
  function keepToLimits(): void {
    for (const id of runs.keys()) {
      if (runs.size <= limits.runs) break;
      runs.delete(id);
    }
    if (bytes <= limits.bytes) return;
    let held = 0;
    for (const run of [...runs.values()].toReversed()) {
      held += Buffer.byteLength(lineOfRun(run));
      // Down to half: else the next run would write it anew again.
      if (held > limits.bytes / 2) runs.delete(run.id);
    }
  }

  async function append(line: string): Promise<void> {
    const handle = await open(path, 'a', 0o600);
    try {
      // A line that a crash or a full disk tore off must not swallow the next one.
      const text = whole ? line : `\n${line}`;
      whole = false;
      await handle.appendFile(text);
      whole = true;
      lines += 1;
      bytes += Buffer.byteLength(text);
    } finally {
      await handle.close();
    }
  }

  async function writeAnew(kept: Map<number, Run>): Promise<void> {
    const temporary = `${path}.${randomUUID().slice(0, 8)}`;
    let written = 0;
    try {
      const handle = await open(temporary, 'wx', 0o600);
      try {
        for (const part of inParts(kept.values())) {
          written += Buffer.byteLength(part);
          await handle.appendFile(part);
        }
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(temporary, path);
    } catch (cause) {
      await rm(temporary, { force: true });
      throw cause;
    }
    [runs, lines, bytes, whole] = [kept, kept.size, written, true];
  }

  async function compactWhereNeeded(): Promise<void> {
    keepToLimits();
    if (lines <= limits.runs * slack && bytes <= limits.bytes) return;
    // The run is on the disk already; the next one tries this again, or fails itself and says so.
    await writeAnew(new Map(runs)).catch(() => {});
  }

  return {
    /** Reads the file before it is needed; what goes wrong is told to who needs it. */
    begin: (): void => void load().catch(() => {}),

    /** Keeps a run and answers its number. */
    record: (run: Omit<Run, 'id'>): Promise<number> =>
      inTurn(async () => {
        await load();
        const kept: Run = { ...run, id: lastId + 1 };
        await append(lineOfRun(kept));
        lastId = kept.id;
        runs.set(kept.id, kept);
        await compactWhereNeeded();
        return kept.id;
      }),

    /** Says how a run went by now; nothing where it is gone. */
    amend: (id: number, outcome: RunOutcome): Promise<void> =>
      inTurn(async () => {
        await load();
        const run = runs.get(id);
        if (run === undefined) return;
        await append(lineOfAmendment(id, outcome));
        // In its place: a map keeps the order in which keys came.
        runs.set(id, { ...run, outcome });
        await compactWhereNeeded();
      }),

    async list(search: {
      text: string;
      before?: number | undefined;
      limit: number;
    }): Promise<RunsPart> {
      await load();
      return searchRuns([...runs.values()], search, (run) => {
        const known = texts.get(run) ?? searchTextOf(run);
        texts.set(run, known);
        return known;
      });
    },

    async find(id: number): Promise<Run | undefined> {
      await load();
      return runs.get(id);
    },

    /** Removes one run, or all of them; tells whether there was one. */
    forget: (id: number | undefined): Promise<boolean> =>
      inTurn(async () => {
        await load();
        const kept = new Map(runs);
        if (id === undefined) kept.clear();
        else if (!kept.delete(id)) return false;
        await writeAnew(kept);
        return true;
      }),

    /** Resolves when what was begun has ended. */
    settled: (): Promise<unknown> => lastAct,
  };
}

const writtenLength = 1024 * 1024;

function* inParts(runs: Iterable<Run>): Generator<string> {
  let part = '';
  for (const run of runs) {
    part += lineOfRun(run);
    if (part.length < writtenLength) continue;
    yield part;
    part = '';
  }
  if (part !== '') yield part;
}

function nothingThere(cause: unknown): undefined {
  if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
}
