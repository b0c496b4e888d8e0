import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Item } from '../../../../domain/attribute-value.ts';
import { openResultStores } from './result-stores.ts';
import { pageBody, withStore } from './testing/open-store.ts';

const row = (n: number): Item => ({ n: { N: String(n) }, text: { S: 'x'.repeat(100) } });

/** A page of rows with numbers from `first` on. */
function page(first: number, count: number): Uint8Array {
  return pageBody(Array.from({ length: count }, (_, index) => row(first + index)));
}

function numbers(rows: string): number[] {
  return (JSON.parse(rows) as { n: { N: string } }[]).map(({ n }) => Number(n.N));
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sortkey-rows-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the memory of result sets', () => {
  it('is one budget for all of them, and what is past it goes to files', async () => {
    const pageBytes = page(0, 100).length;
    const stores = await openResultStores({ folder, memoryBytes: 3 * pageBytes });
    const [one, other] = [stores.create(), stores.create()];
    await one.append(page(0, 100)).kept;
    await one.append(page(100, 100)).kept;
    await other.append(page(0, 100)).kept;
    expect(await readdir(folder)).toEqual([]);
    await other.append(page(100, 100)).kept;
    expect(await readdir(folder)).toHaveLength(1);
    expect(numbers(await other.rows(90, 20))).toEqual(
      Array.from({ length: 20 }, (_, index) => 90 + index),
    );
    const { memoryBytes, fileBytes } = other.usage();
    expect(memoryBytes).toBeLessThan(pageBytes);
    expect(fileBytes).toBeGreaterThan(0.9 * pageBytes);

    await one.dispose();
    await one.dispose();
    expect(stores.memoryBytes()).toBe(memoryBytes);
    await other.append(page(200, 100)).kept;
    expect(other.usage().fileBytes).toBe(fileBytes);
    await other.dispose();
    expect(stores.memoryBytes()).toBe(0);
    expect(await readdir(folder)).toEqual([]);
  });

  it('can be given another limit', async () => {
    const stores = await openResultStores({ folder, memoryBytes: 0 });
    const store = stores.create();
    await store.append(page(0, 10)).kept;
    expect(store.usage().memoryBytes).toBe(0);
    stores.setMemoryLimit(1_000_000);
    await store.append(page(10, 10)).kept;
    expect(store.usage().memoryBytes).toBeGreaterThan(1_000);
    expect(numbers(await store.rows(8, 4))).toEqual([8, 9, 10, 11]);
    await store.dispose();
  });

  it('holds a number of rows at most', async () => {
    await withStore({ rowsInMemory: 100 }, async (store) => {
      await store.append(page(0, 100)).kept;
      expect(store.usage().fileBytes).toBe(0);
      await store.append(page(100, 1)).kept;
      expect(store.usage().fileBytes).toBeGreaterThan(0);
    });
  });
});

it('removes the files that a crash left, and nothing else', async () => {
  await mkdir(join(folder, 'results'));
  const left = join(folder, 'results', '0b5a3f1e-7f5c-4d2a-9a57-0d7c5f1f3a11.rows');
  await writeFile(left, 'x');
  await writeFile(join(folder, 'results', 'notes.txt'), 'x');
  await openResultStores({ folder: join(folder, 'results') });
  expect(await readdir(join(folder, 'results'))).toEqual(['notes.txt']);
});

it('says that the disk takes no more, and keeps the rows', async () => {
  const stores = await openResultStores({ folder, memoryBytes: 0 });
  const store = stores.create();
  await rm(folder, { recursive: true });
  await expect(store.append(page(0, 3)).kept).rejects.toMatchObject({
    code: 'RESULTS_NOT_KEPT',
    message: expect.stringMatching(
      /^The results no longer fit in memory, and .+\.rows cannot be written: ENOENT.+ Make room on that disk, or read fewer items\.$/,
    ) as string,
  });
  expect(numbers(await store.rows(0, 10))).toEqual([0, 1, 2]);
  await store.dispose();
});

it('reads windows of any place from the file, also while more is written to it', async () => {
  await withStore({ memoryBytes: 0 }, async (store) => {
    const appends = Array.from(
      { length: 40 },
      (_, index) => store.append(page(index * 100, 100)).kept,
    );
    await appends[3];
    const early = store.rows(350, 20);
    await Promise.all(appends);
    expect(numbers(await early)).toEqual(Array.from({ length: 20 }, (_, index) => 350 + index));
    const view = Uint32Array.from({ length: 500 }, (_, place) => (place * 1_237) % 4_000);
    expect(numbers(await store.rows(0, 500, view))).toEqual([...view]);
    expect(numbers(await store.rows(0, 4_000))).toEqual(Array.from({ length: 4_000 }, (_, n) => n));
    expect(await store.rows(4_000, 10)).toBe('[]');
  });
});

describe('long work', () => {
  const many = Array.from({ length: 10 }, (_, index) => page(index * 10_000, 10_000));

  it('is over the rows that there are when it begins', async () => {
    await withStore({}, async (store) => {
      await store.append(page(0, 100)).kept;
      const sorting = store.sort({ name: 'n', descending: true });
      await store.append(page(100, 100)).kept;
      expect([...(await sorting)]).toEqual(Array.from({ length: 100 }, (_, place) => 99 - place));
    });
  });

  it.each([{}, { memoryBytes: 0 }])(
    'lets others have their turn, and can be cancelled: %o',
    async (options) => {
      await withStore(options, async (store) => {
        for (const body of many) await store.append(body).kept;
        const work = [
          (signal: AbortSignal) => store.sort({ name: 'n', descending: false }, { signal }),
          (signal: AbortSignal) => store.find({ text: 'xyz', matchCase: true }, { signal }),
          (signal: AbortSignal) =>
            store.filter({ name: 'n', test: { kind: 'exists' }, negated: true }, { signal }),
        ];
        for (const run of work) {
          const controller = new AbortController();
          const running = run(controller.signal);
          const failed = expect(running).rejects.toThrow('enough');
          await setImmediate();
          controller.abort(new Error('enough'));
          await failed;
        }
      });
    },
  );

  it('ends when the store is let go of', async () => {
    const stores = await openResultStores({ folder, memoryBytes: 0 });
    const store = stores.create();
    for (const body of many) await store.append(body).kept;
    const failed = expect(store.sort({ name: 'n', descending: false })).rejects.toThrow('aborted');
    await store.dispose();
    await failed;
    expect(await readdir(folder)).toEqual([]);
    expect(() => store.append(page(0, 1))).toThrow('aborted');
  });

  it('refuses a view of rows that are not there', async () => {
    await withStore({}, async (store) => {
      await store.append(page(0, 3)).kept;
      const within = Uint32Array.of(3);
      await expect(store.sort({ name: 'n', descending: false }, { within })).rejects.toThrow(
        'Row 3 is not among the 3 rows',
      );
    });
  });
});
