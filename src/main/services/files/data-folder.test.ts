import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDataFolder, prepareDataFolder } from './data-folder.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sortkey-folder-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the data folder', () => {
  it('is made, and held until it is released', async () => {
    const path = join(folder, 'new', 'inner');
    const held = await openDataFolder(path);
    await expect(openDataFolder(path)).rejects.toThrow(
      `Sortkey is running on the data folder ${path} already (process ${process.pid}).`,
    );
    await held.release();
    await (await openDataFolder(path)).release();
  });

  it.skipIf(process.platform === 'win32')('is made for its owner only', async () => {
    const path = join(folder, 'own', 'inner');
    prepareDataFolder(path);
    expect((await stat(path)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, 'own'))).mode & 0o777).toBe(0o700);
  });

  it.each([
    ['whose process has ended', JSON.stringify({ pid: 4_194_303, started: '1' })],
    ['whose number another process has now', JSON.stringify({ pid: process.pid, started: '1' })],
    ['that was never finished', ''],
  ])('is taken over from a lock %s', async (_words, lock) => {
    const path = await mkdtemp(join(folder, 'stale-'));
    await writeFile(join(path, 'lock'), lock);
    const held = await openDataFolder(path);
    expect(await readFile(join(path, 'lock'), 'utf8')).toContain(`"pid":${process.pid}`);
    await held.release();
  });

  it.each([
    ['below a file', () => join(folder, 'a file', 'data'), 'ENOTDIR'],
    ['that is a file', () => join(folder, 'a file'), 'ENOTDIR'],
    ...(process.platform === 'linux'
      ? [['where no folder can be made', () => '/proc/sortkey', 'ENOENT'] as const]
      : []),
  ] as const)('says which folder cannot be written: one %s', async (_words, path, reason) => {
    await writeFile(join(folder, 'a file'), '');
    const error: unknown = await openDataFolder(path()).catch((e: unknown) => e);
    expect(error).toMatchObject({ name: 'StartError', exitCode: 2 });
    expect((error as Error).message).toContain(
      `The data folder ${path()} cannot be written (${reason}).`,
    );
    expect((error as Error).message).toMatch(/Choose another one with --data-dir\.$/);
  });
});
