import {
  appendFile,
  chmod,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Run } from '../../../contract/library.ts';
import { createLibraryService } from './library-service.ts';
import type { LibraryService } from './library-service.ts';

let root: string;
let dataFolder: string;
let service: LibraryService;
const path = () => join(dataFolder, 'history.jsonl');
const restart = (limits?: { runs: number; bytes: number }) => {
  service = createLibraryService({ dataFolder, limits });
};
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'sortkey-library-'));
});
beforeEach(async () => {
  dataFolder = await mkdtemp(join(root, 'data-'));
  restart();
});
afterAll(() => rm(root, { recursive: true }));

type Changes = Partial<Run['request']> & Partial<Run['outcome']>;

function runOf(words: string, changes: Changes = {}): Omit<Run, 'id'> {
  const { elapsedMs = 14, rowCount, capacity, errorCode, scannedCount, ...request } = changes;
  return {
    startedAt: 1_800_000_000_000,
    request: {
      kind: 'Query',
      connectionId: 'sandbox',
      connectionName: 'Sandbox',
      tableName: 'Books',
      words,
      form: `{"of":${JSON.stringify(words)}}`,
      ...request,
    },
    outcome: { elapsedMs, rowCount, capacity, errorCode, scannedCount },
  };
}

const wordsOf = async (text = '', limit = 100, before?: number) => {
  const { runs, ...counts } = await service.list({ text, limit, before });
  return { words: runs.map(({ request }) => request.words), ...counts };
};

describe('history', () => {
  it('gives the runs, the newest first, also after a restart', async () => {
    for (const words of ['one', 'two', 'three']) await service.record(runOf(words));
    const expected = { words: ['three', 'two', 'one'], total: 3, complete: true };
    expect(await wordsOf()).toEqual(expected);
    restart();
    expect(await wordsOf()).toEqual(expected);
    expect(await service.record(runOf('four'))).toBe(4);
    expect(await wordsOf()).toMatchObject({ words: ['four', 'three', 'two', 'one'] });
  });

  it('lists runs without their forms, and reads them with', async () => {
    const id = await service.record(runOf('one', { rowCount: 5, capacity: 0.5 }));
    await service.record(runOf('two', { form: undefined }));
    const { runs } = await service.list({ text: '', limit: 10 });
    expect(runs.map(({ restorable }) => restorable)).toEqual([false, true]);
    expect(JSON.stringify(runs)).not.toContain('form');
    expect(await service.readRun(id)).toMatchObject({
      request: { form: '{"of":"one"}' },
      outcome: { rowCount: 5, capacity: 0.5 },
    });
  });

  it('keeps what is said later of how a run went', async () => {
    const id = await service.record(runOf('one', { rowCount: 5 }));
    await service.record(runOf('two'));
    await service.amend(id, { elapsedMs: 90, rowCount: 500 });
    await service.amend(77, { elapsedMs: 1 });
    restart();
    expect(await service.readRun(id)).toMatchObject({ outcome: { elapsedMs: 90, rowCount: 500 } });
    expect(await wordsOf()).toMatchObject({ words: ['two', 'one'] });
  });

  it('goes on from part to part, whatever comes meanwhile', async () => {
    for (let n = 1; n <= 7; n += 1) await service.record(runOf(`n${n}`));
    expect(await wordsOf('', 3)).toEqual({ words: ['n7', 'n6', 'n5'], total: 7, complete: false });
    await service.record(runOf('n8'));
    expect(await wordsOf('', 3, 5)).toEqual({
      words: ['n4', 'n3', 'n2'],
      total: 8,
      complete: false,
    });
    expect(await wordsOf('', 3, 2)).toEqual({ words: ['n1'], total: 8, complete: true });
  });

  it('finds runs by all words, in kind, names, words and error', async () => {
    await service.record(runOf('title begins with Arrow'));
    await service.record(runOf('SET price = :p', { kind: 'UpdateItem', tableName: 'Éditions' }));
    await service.record(runOf('', { indexName: 'by-author', errorCode: 'THROTTLED' }));
    expect(await wordsOf('ARROW query')).toMatchObject({ words: ['title begins with Arrow'] });
    expect(await wordsOf('éditions')).toMatchObject({ words: ['SET price = :p'], total: 1 });
    expect(await wordsOf('update :p')).toMatchObject({ words: ['SET price = :p'] });
    expect(await wordsOf('by-author throttled')).toMatchObject({ words: [''] });
    expect(await wordsOf('arrow update')).toEqual({ words: [], total: 0, complete: true });
  });

  it('passes over torn and foreign lines, and does not let them swallow the next run', async () => {
    await service.record(runOf('one'));
    const { request, outcome } = runOf('foreign');
    const run = { id: 5, startedAt: 1, request, outcome };
    const foreign = [
      '{"id":2,"startedAt":1,',
      '[]',
      '"x"',
      '\u0000',
      ...[
        { ...run, id: 0 },
        { ...run, startedAt: null },
        { ...run, request: { ...request, words: 5 } },
        { ...run, request: { ...request, form: {} } },
        { ...run, outcome: { ...outcome, rowCount: -1 } },
        { id: 1, outcome: { elapsedMs: 'long' } },
      ].map((line) => JSON.stringify(line)),
      '{"id":3,"startedAt":18',
    ];
    await appendFile(path(), foreign.join('\n'));
    restart();
    expect(await wordsOf()).toMatchObject({ words: ['one'] });
    await service.record(runOf('two'));
    expect(await wordsOf()).toMatchObject({ words: ['two', 'one'] });
    restart();
    expect(await wordsOf()).toMatchObject({ words: ['two', 'one'] });
  });

  it('keeps no more runs than it may, in memory and in the file', async () => {
    restart({ runs: 20, bytes: 1e6 });
    for (let n = 1; n <= 90; n += 1) await service.record(runOf(`n${n}`));
    const { words, total } = await wordsOf();
    expect({ total, first: words[0], last: words.at(-1) }).toEqual({
      total: 20,
      first: 'n90',
      last: 'n71',
    });
    expect((await readFile(path(), 'utf8')).split('\n').length).toBeLessThanOrEqual(27);
    restart({ runs: 5, bytes: 1e6 });
    expect(await wordsOf()).toMatchObject({ words: ['n90', 'n89', 'n88', 'n87', 'n86'] });
    expect(await readdir(dataFolder)).toEqual(['history.jsonl']);
  });

  it('keeps no more bytes than it may, whatever is amended', async () => {
    restart({ runs: 1_000, bytes: 20_000 });
    const form = JSON.stringify('x'.repeat(1_000));
    for (let n = 1; n <= 60; n += 1) {
      const id = await service.record(runOf(`n${n}`, { form }));
      await service.amend(id, { elapsedMs: n });
    }
    expect((await stat(path())).size).toBeLessThanOrEqual(20_000);
    const { words } = await wordsOf();
    expect(words[0]).toBe('n60');
    expect(words.length).toBeGreaterThan(5);
    expect(await service.readRun(60)).toMatchObject({ outcome: { elapsedMs: 60 } });
  });

  it('forgets one run, or all', async () => {
    for (const words of ['one', 'two', 'three']) await service.record(runOf(words));
    await service.forget(2);
    restart();
    expect(await wordsOf()).toMatchObject({ words: ['three', 'one'] });
    await expect(service.forget(2)).rejects.toMatchObject({ code: 'RUN_NOT_FOUND' });
    await service.forget(undefined);
    expect(await readFile(path(), 'utf8')).toBe('');
    expect(await wordsOf()).toMatchObject({ total: 0 });
    await expect(service.readRun(1)).rejects.toMatchObject({
      code: 'RUN_NOT_FOUND',
      message: 'This run is not in the history any more. Look at the history again.',
    });
  });

  it('is for its owner only', async () => {
    await service.record(runOf('one'));
    expect((await stat(path())).mode & 0o777).toBe(0o600);
    await service.forget(1);
    expect((await stat(path())).mode & 0o777).toBe(0o600);
  });

  it('says that the disk refused, and keeps what was there', async () => {
    await rm(dataFolder, { recursive: true });
    await writeFile(dataFolder, '');
    await chmod(dataFolder, 0o600);
    await expect(service.record(runOf('one'))).rejects.toMatchObject({
      code: 'LIBRARY_NOT_WRITTEN',
      message: expect.stringMatching(
        /^The run is not in the history: the data folder cannot be written\. ENOTDIR/,
      ) as string,
    });
  });
});

const namesOf = async () =>
  (await service.listFavourites()).map(({ folder, name }) => `${folder}/${name}`);

describe('favourites', () => {
  const { request } = runOf('title begins with Arrow');

  it('keeps them in folders, also after a restart', async () => {
    await service.addFavourite({ name: 'open', folder: 'Orders', request });
    const id = await service.addFavourite({ name: 'Arrows', folder: '', request });
    await service.addFavourite({ name: 'late', folder: 'Orders', request });
    expect(await namesOf()).toEqual(['/Arrows', 'Orders/late', 'Orders/open']);
    restart();
    expect(await namesOf()).toEqual(['/Arrows', 'Orders/late', 'Orders/open']);
    expect(await service.readFavourite(id)).toEqual({ id, name: 'Arrows', folder: '', request });
    expect(JSON.stringify(await service.listFavourites())).not.toContain('form');
  });

  it('renames, moves and removes them', async () => {
    const id = await service.addFavourite({ name: 'open', folder: 'Orders', request });
    await service.addFavourite({ name: 'late', folder: 'Orders', request });
    await service.changeFavourite(id, 'open today', 'Daily');
    expect(await namesOf()).toEqual(['Daily/open today', 'Orders/late']);
    await service.removeFavourite(id);
    restart();
    expect(await namesOf()).toEqual(['Orders/late']);
    const gone = { code: 'FAVOURITE_NOT_FOUND' };
    await expect(service.removeFavourite(id)).rejects.toMatchObject(gone);
    await expect(service.changeFavourite(id, 'a', '')).rejects.toMatchObject(gone);
    await expect(service.readFavourite(id)).rejects.toMatchObject(gone);
  });

  it('keeps a file aside that it cannot read', async () => {
    await writeFile(join(dataFolder, 'favourites.json'), '{"favourites": [');
    expect(await namesOf()).toEqual([]);
    await service.addFavourite({ name: 'a', folder: '', request });
    expect((await readdir(dataFolder)).toSorted()).toEqual([
      'favourites.json',
      'favourites.json.unreadable',
    ]);
  });
});
