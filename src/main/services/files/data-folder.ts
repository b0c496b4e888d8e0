import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import * as z from 'zod';
import { StartError } from '../start-error.ts';
import { readJsonFile } from './json-file.ts';
import { identifyProcess } from './process-identity.ts';

const lockSchema = z.object({ pid: z.number().int().positive(), started: z.string() });

/** The folder of everything that the app keeps, held by this process alone. */
export type DataFolder = {
  readonly path: string;
  /** Lets another process have it. */
  readonly release: () => Promise<void>;
};

/**
 * Makes the folder and takes hold of it. A StartError where it cannot be written, or another
 * Sortkey has it: two of them would write the same sandbox file.
 */
export async function openDataFolder(given: string): Promise<DataFolder> {
  const path = resolve(given);
  prepareDataFolder(path);
  try {
    return await lock(path);
  } catch (cause) {
    throw cause instanceof StartError ? cause : notWritable(path, cause);
  }
}

/**
 * Makes the folder where there is none, for its owner only. A StartError where it cannot be written.
 * Synchronous, since Electron wants its folders before it is ready.
 */
export function prepareDataFolder(path: string): void {
  try {
    makeFolder(path);
    // With the dot, a file of that name is told as what it is.
    accessSync(`${path}/.`, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw notWritable(path, cause);
  }
}

function notWritable(path: string, cause: unknown): StartError {
  const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
  return new StartError(
    `The data folder ${path} cannot be written (${reason}). Choose another one with --data-dir.`,
    { cause },
  );
}

/** Not mkdir's own `recursive`, which never ends where a folder such as /proc refuses a new one. */
function makeFolder(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (cause) {
    if (existsSync(path)) return;
    const { code } = cause as NodeJS.ErrnoException;
    if (code !== 'ENOENT' || existsSync(dirname(path))) throw cause;
    makeFolder(dirname(path));
    mkdirSync(path, { mode: 0o700 });
  }
}

async function lock(path: string): Promise<DataFolder> {
  const lockFile = join(path, 'lock');
  const own = { pid: process.pid, started: (await identifyProcess(process.pid))?.started ?? '' };
  for (let attempt = 1; ; attempt += 1) {
    try {
      await writeFile(lockFile, JSON.stringify(own), { flag: 'wx', mode: 0o600 });
      return { path, release: () => rm(lockFile, { force: true }) };
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST' || attempt === 3) throw cause;
    }
    await removeStaleLock(path, lockFile);
  }
}

async function removeStaleLock(path: string, lockFile: string): Promise<void> {
  const holder = await readJsonFile(lockFile, lockSchema);
  if (holder !== undefined) {
    const identity = await identifyProcess(holder.pid);
    if (identity !== undefined && identity.started === holder.started) {
      throw new StartError(
        `Sortkey is running on the data folder ${path} already (process ${holder.pid}). ` +
          'Use that one, end it first, or choose another folder with --data-dir.',
      );
    }
  }
  await rm(lockFile, { force: true });
}
