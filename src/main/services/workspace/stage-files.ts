import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { adoptLines, inParts, readStageLines } from './stage-lines.ts';
import type { StageLines } from './stage-lines.ts';

/** A stage that nobody has opened for so long is of a table that is gone, or forgotten. */
const keptMs = 90 * 24 * 60 * 60 * 1000;
/** Written to a file at once. */
const writtenLength = 1024 * 1024;
const ending = '.jsonl';

/** The stage of one window at one table, which is another one when it was made anew. */
export type StageName = {
  readonly connectionId: string;
  readonly tableName: string;
  readonly incarnation: string;
  readonly windowId: string;
};

export type StageFiles = ReturnType<typeof stageFilesIn>;

/**
 * Staged changes in the data folder: a file of JSON lines for each window and table, only ever
 * added to, and written anew when it is opened. File names are hashes: a table's name could be a
 * path elsewhere. Acts on the files follow one after another.
 */
export function stageFilesIn(dataFolder: string) {
  const folder = join(dataFolder, 'stages');
  /** By file: in how many windows it is open. A duplicated tab shares the file of the first. */
  const holders = new Map<string, number>();
  /** Files that are known to end with a whole line. */
  const whole = new Set<string>();
  let lastAct: Promise<unknown> = Promise.resolve();

  function inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    const result = lastAct.then(act, act);
    lastAct = result.catch(() => {});
    return result;
  }

  async function filesOf(table: string): Promise<string[]> {
    const names = await readdir(folder).catch(nothingThere);
    return (names ?? []).filter((name) => name.startsWith(table) && name.endsWith(ending));
  }

  async function read(file: string): Promise<StageLines> {
    const bytes = await readFile(join(folder, file)).catch(nothingThere);
    return bytes === undefined ? new Map() : readStageLines(bytes);
  }

  /** Writes a file anew in one step: after a crash it is the old one or the new one. */
  async function replace(file: string, lines: StageLines): Promise<void> {
    const path = join(folder, file);
    whole.delete(file);
    if (lines.size === 0) return rm(path, { force: true });
    const temporary = `${path}.${randomUUID().slice(0, 8)}`;
    try {
      const handle = await open(temporary, 'wx', 0o600);
      try {
        for (const part of inParts(lines.values(), writtenLength)) await handle.appendFile(part);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(temporary, path);
    } catch (cause) {
      await rm(temporary, { force: true });
      throw cause;
    }
    await syncFolder(folder);
    whole.add(file);
  }

  return {
    /**
     * Takes hold of a window's stage and answers its lines, with those of the table's other stages
     * that no window holds. Those become its own; what is staged there for a row that has another
     * change here stays where it is, for a window that comes later.
     */
    hold: (name: StageName): Promise<StageLines> =>
      inTurn(async () => {
        const own = fileOf(name);
        const lines = await read(own);
        const stale: { file: string; left: StageLines }[] = [];
        for (const file of await filesOf(hash(tableOf(name)))) {
          if (file === own || holders.has(file)) continue;
          stale.push({ file, left: adoptLines(lines, await read(file)) });
        }
        // Also where nothing changes: how old a file is says when it was opened last.
        if (lines.size > 0 || (await exists(join(folder, own)))) await replace(own, lines);
        // Only now, that all of it is in the own file.
        for (const { file, left } of stale) await replace(file, left);
        holders.set(own, (holders.get(own) ?? 0) + 1);
        return lines;
      }),

    release(name: StageName): void {
      const file = fileOf(name);
      const left = (holders.get(file) ?? 1) - 1;
      if (left > 0) holders.set(file, left);
      else holders.delete(file);
    },

    /** Adds lines to a window's stage; they are on the disk once this answers. */
    append: (name: StageName, entries: string): Promise<void> =>
      inTurn(async () => {
        const file = fileOf(name);
        const path = join(folder, file);
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const made = !(await exists(path));
        const handle = await open(path, 'a', 0o600);
        try {
          // A line that a crash or a full disk tore off must not swallow the next one.
          const text = whole.has(file) || made ? entries : `\n${entries}`;
          whole.delete(file);
          await handle.appendFile(text.endsWith('\n') ? text : `${text}\n`);
          await handle.datasync();
          whole.add(file);
        } finally {
          await handle.close();
        }
        if (made) await syncFolder(folder);
      }),

    /** Removes what nobody has opened for 90 days. */
    removeForgotten: (now: number): Promise<void> =>
      inTurn(async () => {
        for (const name of (await readdir(folder).catch(nothingThere)) ?? []) {
          const path = join(folder, name);
          const { mtimeMs } = await stat(path);
          if (now - mtimeMs > keptMs) await rm(path, { force: true });
        }
      }),

    /** Resolves when what was begun has ended. */
    settled: (): Promise<unknown> => lastAct,
  };
}

function tableOf({ connectionId, tableName, incarnation }: StageName): string {
  return JSON.stringify([connectionId, tableName, incarnation]);
}

function fileOf(name: StageName): string {
  return `${hash(tableOf(name))}-${hash(name.windowId)}${ending}`;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function nothingThere(cause: unknown): undefined {
  if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(nothingThere)) !== undefined;
}

/** Makes a new or renamed file's entry last; Windows has no such thing for folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
