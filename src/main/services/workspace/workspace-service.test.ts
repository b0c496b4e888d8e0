import {
  appendFile,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorkspaceService } from './workspace-service.ts';
import type { WorkspaceService } from './workspace-service.ts';

let root: string;
let dataFolder: string;
let service: WorkspaceService;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'sortkey-workspace-'));
});
beforeEach(async () => {
  dataFolder = await mkdtemp(join(root, 'data-'));
  service = await createWorkspaceService({ dataFolder });
});
afterAll(() => rm(root, { recursive: true }));

const table = { connectionId: 'sandbox', tableName: '../Books', incarnation: '2026-11-01' };
const nameOf = (windowId: string) => ({ ...table, windowId });
const line = (rowKey: string, price: string | null) =>
  JSON.stringify({ rowKey, change: price === null ? null : { edited: { price: { N: price } } } });

/** Opens a stage and reads all of it; it stays held until `close`. */
async function openStage(windowId: string, from = service) {
  const closing = new AbortController();
  const parts: string[] = [];
  const iterator = from.openStage(nameOf(windowId), closing.signal);
  for (;;) {
    const { value } = await iterator.next();
    if (value === undefined || value.complete) break;
    parts.push(value.entries);
  }
  const close = async () => {
    closing.abort();
    expect(await iterator.next()).toEqual({ value: undefined, done: true });
  };
  const lines = parts.join('').split('\n').filter(Boolean);
  return { parts, lines, iterator, close };
}

const append = (windowId: string, ...lines: string[]) =>
  service.appendStage(nameOf(windowId), lines.join('\n'));
const filesIn = async () => (await readdir(join(dataFolder, 'stages'))).sort();
/** As after a crash: another process on the same folder, which never heard of the first one. */
const startAgain = async () => {
  service = await createWorkspaceService({ dataFolder });
};

describe('what is staged', () => {
  it('is there again after a restart: the last line of each row', async () => {
    const first = await openStage('w');
    await append('w', line('a', '1'), line('b', '2'));
    await append('w', line('a', '3'), line('c', '4'), line('b', null));
    await first.close();
    expect((await openStage('w')).lines).toEqual([line('a', '3'), line('c', '4')]);
    await startAgain();
    expect((await openStage('w')).lines).toEqual([line('a', '3'), line('c', '4')]);
  });

  it('leaves no file once all was taken back', async () => {
    await append('w', line('a', '1'), line('a', null));
    expect((await openStage('w')).lines).toEqual([]);
    expect(await filesIn()).toEqual([]);
  });

  it('is of one table, and of that table as it was made', async () => {
    await append('w', line('a', '1'));
    for (const other of [
      { ...nameOf('w'), incarnation: '2026-11-02' },
      { ...nameOf('w'), tableName: 'Books' },
      { ...nameOf('w'), connectionId: 'other' },
    ]) {
      const iterator = service.openStage(other);
      expect((await iterator.next()).value).toEqual({ entries: '', complete: true });
    }
  });

  it.skipIf(process.platform === 'win32')('is readable by its owner alone', async () => {
    await append('w', line('a', '1'));
    const [file = ''] = await filesIn();
    expect(file).toMatch(/^[\da-f]{32}-[\da-f]{32}\.jsonl$/);
    expect((await stat(join(dataFolder, 'stages'))).mode & 0o777).toBe(0o700);
    const modeOf = async () => (await stat(join(dataFolder, 'stages', file))).mode & 0o777;
    expect(await modeOf()).toBe(0o600);
    await openStage('w');
    expect(await modeOf()).toBe(0o600);
  });

  it('survives a line torn by a crash, and what is added after it', async () => {
    await append('w', line('a', '1'), line('b', '2'));
    const [file = ''] = await filesIn();
    const path = join(dataFolder, 'stages', file);
    await appendFile(path, line('c', '3').slice(0, -4));
    await startAgain();
    await append('w', line('d', '4'));
    expect((await openStage('w')).lines).toEqual(
      ['a', 'b', 'd'].map((row, index) => line(row, ['1', '2', '4'][index] ?? '')),
    );
    expect(await readFile(path, 'utf8')).not.toContain('"c"');
  });

  it.each([
    ['not JSON', '{'],
    ['no row', '{"change":null}'],
    ['no change', '{"rowKey":"x"}'],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00])],
  ])('survives a line that is none: %s', async (_words, bad) => {
    await append('w', line('a', '1'));
    const [file = ''] = await filesIn();
    const path = join(dataFolder, 'stages', file);
    await writeFile(path, Buffer.concat([Buffer.from(bad), Buffer.from(`\n${line('b', '2')}\n`)]), {
      flag: 'a',
    });
    expect((await openStage('w')).lines).toEqual([line('a', '1'), line('b', '2')]);
  });

  it('refuses lines that could not be read again, all of them', async () => {
    await expect(append('w', line('a', '1'), '{"rowKey":1}')).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: 'Line 2 of what is staged is no {"rowKey", "change"}. Nothing was kept.',
    });
    expect((await openStage('w')).lines).toEqual([]);
  });

  it('keeps names and separators that trip careless code', async () => {
    const odd = `{"rowKey":"__proto__","change":{"edited":{"__proto__":{"S":"a\u2028b\\n"}}}}`;
    await append('w', odd);
    expect((await openStage('w')).lines).toEqual([odd]);
  });

  it('comes in parts, and a large change by itself', async () => {
    const large = line('large', '1'.repeat(3_000_000));
    const small = Array.from({ length: 30 }, (_, index) => line(`r${index}`, '1'.repeat(100_000)));
    await append('w', ...small.slice(0, 15), large, ...small.slice(15));
    const { parts, lines } = await openStage('w');
    expect(lines).toEqual([...small.slice(0, 15), large, ...small.slice(15)]);
    const lengths = parts.map((part) => part.length);
    expect(lengths.filter((length) => length > 1024 * 1024)).toEqual([large.length + 1]);
    expect(parts.length).toBeLessThan(7);
  });

  it('keeps the order of lines that are added at the same time', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, index) => append('w', line('a', `${index}`))));
    expect((await openStage('w')).lines).toEqual([line('a', '49')]);
  });

  it('says that it cannot be kept', async () => {
    await writeFile(join(dataFolder, 'stages'), 'a file in the way');
    await expect(append('w', line('a', '1'))).rejects.toMatchObject({
      code: 'WORKSPACE_NOT_WRITTEN',
      message: expect.stringMatching(
        /^What is staged cannot be kept in the data folder: E/,
      ) as string,
    });
  });
});

describe('two windows', () => {
  it('each have their own', async () => {
    const one = await openStage('one');
    const two = await openStage('two');
    await append('one', line('a', '1'));
    await append('two', line('a', '2'));
    await one.close();
    expect((await openStage('one')).lines).toEqual([line('a', '1')]);
    await two.close();
  });

  it('the second takes over what the first left', async () => {
    const one = await openStage('one');
    await append('one', line('a', '1'), line('b', '1'));
    await one.close();
    await append('two', line('c', '2'));
    expect((await openStage('two')).lines).toEqual([
      line('c', '2'),
      line('a', '1'),
      line('b', '1'),
    ]);
    expect(await filesIn()).toHaveLength(1);
    expect((await openStage('one')).lines).toEqual([]);
  });

  it('leaves what is staged otherwise for a window that comes later', async () => {
    await append('one', line('a', '1'), line('b', '1'), line('c', '1'));
    await append('two', line('a', '2'), line('b', '1'));
    const two = await openStage('two');
    expect(two.lines).toEqual([line('a', '2'), line('b', '1'), line('c', '1')]);
    await append('two', line('a', null));
    const three = await openStage('three');
    expect(three.lines).toEqual([line('a', '1')]);
    await two.close();
    expect((await openStage('two')).lines).toEqual([line('b', '1'), line('c', '1')]);
  });

  it('a reload finds its own before the old link has closed', async () => {
    const old = await openStage('w');
    await append('w', line('a', '1'));
    const reloaded = await openStage('w');
    expect(reloaded.lines).toEqual([line('a', '1')]);
    await old.close();
    // Still held by the new one.
    expect((await openStage('other')).lines).toEqual([]);
    await reloaded.close();
    expect((await openStage('another')).lines).toEqual([line('a', '1')]);
  });

  it('duplicated tabs lose nothing of each other', async () => {
    await openStage('w');
    await append('w', line('a', '1'));
    const duplicate = await openStage('w');
    await append('w', line('b', '2'));
    await append('w', line('c', '3'));
    await duplicate.close();
    expect((await openStage('w')).lines).toEqual([line('a', '1'), line('b', '2'), line('c', '3')]);
  });
});

it('removes what nobody has opened for 90 days', async () => {
  await append('old', line('a', '1'));
  const [old = ''] = await filesIn();
  await append('new', line('b', '1'));
  const long = new Date(Date.now() - 91 * 24 * 60 * 60 * 1000);
  await utimes(join(dataFolder, 'stages', old), long, long);
  await startAgain();
  expect((await openStage('w')).lines).toEqual([line('b', '1')]);
});

it('ends with the services', async () => {
  const { iterator } = await openStage('w');
  const ended = iterator.next();
  await service.close();
  expect(await ended).toEqual({ value: undefined, done: true });
});

describe('the layout of columns', () => {
  const layout = {
    order: ['b', '__proto__'],
    hidden: ['a'],
    pinned: [],
    widths: [{ name: 'b', width: 120 }],
  };

  it('is kept for each table', async () => {
    expect(await service.readLayout('sandbox', 'Books')).toBeUndefined();
    await Promise.all([
      service.writeLayout('sandbox', 'Books', { ...layout, hidden: [] }),
      service.writeLayout('sandbox', 'Books', layout),
      service.writeLayout('other', '__proto__', { ...layout, order: [] }),
    ]);
    expect(await service.readLayout('sandbox', 'Books')).toEqual(layout);
    await startAgain();
    expect(await service.readLayout('sandbox', 'Books')).toEqual(layout);
    expect(await service.readLayout('other', '__proto__')).toEqual({ ...layout, order: [] });
  });

  it.each(['{', '[]', '{"x":{"order":[1]}}'])(
    'is forgotten where its file is broken: %s',
    async (text) => {
      const path = join(dataFolder, 'layouts.json');
      await writeFile(path, text);
      expect(await service.readLayout('sandbox', 'Books')).toBeUndefined();
      await service.writeLayout('sandbox', 'Books', layout);
      expect(await readFile(`${path}.unreadable`, 'utf8')).toBe(text);
    },
  );

  it('says that it cannot be kept', async () => {
    await service.writeLayout('sandbox', 'Books', layout);
    await rm(dataFolder, { recursive: true });
    await expect(service.writeLayout('sandbox', 'Books', layout)).rejects.toMatchObject({
      code: 'WORKSPACE_NOT_WRITTEN',
      message: expect.stringMatching(
        /^The columns' layout was not written to .*layouts\.json: /,
      ) as string,
    });
  });
});
