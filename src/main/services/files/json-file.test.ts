import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { readJsonFile, readUsersFile, writeJsonFile } from './json-file.ts';

const schema = z.object({ names: z.array(z.string()) });
let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sortkey-json-'));
  path = join(folder, 'names.json');
});
afterEach(() => rm(folder, { recursive: true }));

test('what was written is read, and nothing where there is no file', async () => {
  expect(await readUsersFile(path, schema)).toBeUndefined();
  await writeJsonFile(path, { names: ['a'] });
  expect(await readUsersFile(path, schema)).toEqual({ names: ['a'] });
  expect(await readdir(folder)).toEqual(['names.json']);
});

test.each(['{"names": ["a"', '{"names": "of a newer version"}'])(
  'a file of the user that cannot be read is set aside, not overwritten: %s',
  async (text) => {
    await writeFile(path, text);
    expect(await readUsersFile(path, schema)).toBeUndefined();
    await writeJsonFile(path, { names: [] });
    expect(await readFile(`${path}.unreadable`, 'utf8')).toBe(text);
  },
);

test('a file of the app itself is left where it is', async () => {
  await writeFile(path, 'half');
  expect(await readJsonFile(path, schema)).toBeUndefined();
  expect(await readdir(folder)).toEqual(['names.json']);
});
