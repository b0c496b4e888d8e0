import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { defaultDataFolder, prepareDataFolder } from './data-folder.ts';

const home = '/home/ann';

const on = (platform: NodeJS.Platform, env: Record<string, string> = {}) =>
  defaultDataFolder({ platform, env, home });

test('lies where the operating system keeps data', () => {
  expect(on('linux')).toBe('/home/ann/.local/share/sortkey');
  expect(on('linux', { XDG_DATA_HOME: '/data' })).toBe('/data/sortkey');
  expect(on('linux', { XDG_DATA_HOME: 'relative' })).toBe('/home/ann/.local/share/sortkey');
  expect(on('darwin')).toBe('/home/ann/Library/Application Support/sortkey');
  expect(on('win32', { LOCALAPPDATA: 'C:\\L' })).toBe('C:\\L\\sortkey');
});

test('is made for its owner only, and refused in words where it cannot be', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sortkey-data-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  prepareDataFolder(join(folder, 'a/b'));
  const { mode } = await stat(join(folder, 'a/b'));
  if (process.platform !== 'win32') expect(mode & 0o777).toBe(0o700);
  await writeFile(join(folder, 'file'), '');
  const impossible = join(folder, 'file/data');
  expect(() => prepareDataFolder(impossible)).toThrow(
    /^The data folder .*data cannot be written \(E\w+\)\. Choose another one with --data-dir\.$/,
  );
});
