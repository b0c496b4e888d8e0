import { access, constants, mkdir, rm, writeFile } from 'node:fs/promises';
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
  try {
    await makeFolder(path);
    // With the dot, a file of that name is told as what it is.
    await access(`${path}/.`, constants.W_OK | constants.X_OK);
    return await lock(path);
  } catch (cause) {
    if (cause instanceof StartError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartError(
      `The data folder ${path} cannot be used: ${reason}. Choose another one with --data-dir.`,
      { cause },
    );
  }
}

/** Not mkdir's own `recursive`, which never ends where a folder such as /proc refuses a new one. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || (await exists(dirname(path)))) throw cause;
    await makeFolder(dirname(path));
    await mkdir(path, { mode: 0o700 });
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
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
