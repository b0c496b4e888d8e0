import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import type { ImportProgress } from '../../../contract/transfer.ts';
import { setAttribute } from '../../../domain/attribute-map.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import { arbitraryItem } from '../../../domain/testing/arbitrary-item.ts';
import { startImportHarness, unseenIndex } from './testing/import-harness.ts';
import type { Between, ImportHarness } from './testing/import-harness.ts';
import { memoryFile } from './testing/memory-file.ts';
import { sameItems } from './testing/same-items.ts';

let harness: ImportHarness;
beforeAll(async () => {
  harness = await startImportHarness();
});
afterAll(() => harness.stop());

const bookFile = (rows: readonly { id: number; n: number }[]) =>
  memoryFile(
    'data.ndjson',
    rows.map(({ id, n }) => `{"book_id":${id},"title":"t","n":${n}}\n`).join(''),
    1_000,
  );
const books = (count: number) => Array.from({ length: count }, (_, id) => ({ id, n: id }));
const bookItem = ({ id, n }: { id: number; n: number }): Item => ({
  book_id: { N: String(id) },
  title: { S: 't' },
  n: { N: String(n) },
});

const picky: Between = async (request, send) => {
  if (!request.includes('"n":{"N":"-1"}')) return send(request);
  throw new SortkeyError('VALIDATION_FAILED', 'BatchWriteItem failed: no such number.');
};

describe('an import', () => {
  it('keeps items of every type just as they are', async () => {
    const written = fc.array(arbitraryItem({ storable: true }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(written, fc.integer({ min: 1, max: 50 }), async (drawn, pieceLength) => {
        const items = drawn.map((item, id) =>
          setAttribute(setAttribute(item, 'title', { S: 't' }), 'book_id', { N: String(id) }),
        );
        const lines = items.map((item) => JSON.stringify(item)).join('\n');
        const file = memoryFile('data.json', `[${lines.replaceAll('\n', ',\n')}]`, pieceLength);
        const tableName = await harness.createTable();
        const last = (await harness.import(tableName, file)).at(-1);
        expect(last).toMatchObject({ rowsWritten: items.length, rejected: [] });
        sameItems(await harness.scan(tableName), items);
      }),
      { numRuns: 40 },
    );
  });

  it('tells its progress, and counts exactly', async () => {
    const tableName = await harness.createTable();
    const told = await harness.import(tableName, bookFile(books(5_000)));
    expect(told[0]).toMatchObject({ bytesRead: 0, rowsRead: 0, rowsWritten: 0, complete: false });
    expect(told.length).toBeGreaterThanOrEqual(6);
    expect(told.map((progress) => progress.complete).indexOf(true)).toBe(told.length - 1);
    for (const [before, after] of told.slice(1).map((after, at) => [told[at], after])) {
      expect(after?.rowsRead).toBeGreaterThanOrEqual(before?.rowsRead ?? 0);
      expect(after?.bytesRead).toBeGreaterThanOrEqual(before?.bytesRead ?? 0);
      expect(after?.rowsWritten).toBeLessThanOrEqual(after?.rowsRead ?? 0);
    }
    expect(told.at(-1)).toMatchObject({ rowsRead: 5_000, rowsWritten: 5_000, rejectedCount: 0 });
    expect((await harness.scan(tableName)).length).toBe(5_000);
  });

  it('lets the last of the rows with one key win, whatever is on its way together', async () => {
    // Key 7 comes back before a batch is full, the others while their batch may be on its way.
    const rows = books(1_000).map(({ n }) => ({ id: n % 10 === 0 ? 7 : n % 90, n }));
    const last = new Map(rows.map((row) => [row.id, row]));
    const tableName = await harness.createTable();
    let sent = 0;
    const uneven: Between = async (request, send) => {
      sent += 1;
      // Every other batch is overtaken by the next.
      const turns = sent % 2 === 0 ? 0 : 50;
      for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate);
      return send(request);
    };
    const told = await harness.import(tableName, bookFile(rows), uneven);
    expect(told.at(-1)).toMatchObject({ rowsRead: 1_000, rowsWritten: 1_000, rejectedCount: 0 });
    sameItems(await harness.scan(tableName), [...last.values()].map(bookItem));
  });

  it('sends again what DynamoDB did not process', async () => {
    const tableName = await harness.createTable();
    const lazy: Between = async (request, send) => {
      const { RequestItems } = JSON.parse(request) as { RequestItems: Record<string, object[]> };
      const puts = RequestItems[tableName] ?? [];
      const done = puts.slice(0, Math.ceil(puts.length / 2));
      await send(JSON.stringify({ RequestItems: { [tableName]: done } }));
      const left = puts.slice(done.length);
      return JSON.stringify({ UnprocessedItems: left.length > 0 ? { [tableName]: left } : {} });
    };
    const rows = books(60);
    const last = (await harness.import(tableName, bookFile(rows), lazy)).at(-1);
    // 25 rows take six requests: 13, 6, 3, 2 and 1 of them at a time; 10 rows take five.
    expect(last).toMatchObject({ rowsWritten: 60, rejectedCount: 0, retries: 4 + 4 + 3 });
    sameItems(await harness.scan(tableName), rows.map(bookItem));
  });

  it('rejects the one row that DynamoDB refuses, and writes the others', async () => {
    const tableName = await harness.createTable();
    // Row 42 replaces row 41 and is refused, so row 41 stays.
    const rows = books(60).map((row) => (row.n === 41 ? { id: 40, n: -1 } : row));
    const last = (await harness.import(tableName, bookFile(rows), picky)).at(-1);
    expect(last).toMatchObject({
      complete: true,
      rowsRead: 60,
      rowsWritten: 59,
      rejected: [{ row: 42, line: 42, reason: 'DynamoDB refused it: no such number.' }],
    });
    const kept = rows.filter((row) => row.n !== -1);
    sameItems(await harness.scan(tableName), kept.map(bookItem));
  });

  it('rejects a row that only DynamoDB knows to be wrong', async () => {
    const author = { name: 'author', type: 'S' } as const;
    const projection = { type: 'ALL' } as const;
    const tableName = await harness.createTable({
      indexes: [{ name: unseenIndex, kind: 'global', partitionKey: author, projection }],
    });
    const rows = books(30).map((row) => ({ ...row, title: 't', book_id: row.id, author: 'A' }));
    const content = JSON.stringify(rows).replace('"A"', '7');
    const last = (await harness.import(tableName, memoryFile('data.json', content))).at(-1);
    expect(last).toMatchObject({ complete: true, rowsWritten: 29, rejectedCount: 1 });
    expect(last?.rejected).toEqual([
      { row: 1, line: 1, reason: expect.stringMatching(/^DynamoDB refused it: .*author/) },
    ]);
    expect((await harness.scan(tableName)).length).toBe(29);
  });

  it('ends with what went wrong, after it told how far it came', async () => {
    const tableName = await harness.createTable();
    let sent = 0;
    const lost: Between = async (request, send) => {
      sent += 1;
      if (sent > 10) throw new SortkeyError('ENDPOINT_UNREACHABLE', 'Nothing answers.');
      return send(request);
    };
    const told: ImportProgress[] = [];
    const file = bookFile(books(1_000));
    const run = harness.startImport(tableName, file, undefined, lost);
    await expect(
      (async () => {
        for await (const progress of run) told.push(progress);
      })(),
    ).rejects.toThrow('Nothing answers.');
    expect(told.at(-1)).toMatchObject({ complete: false, rowsWritten: 250 });
    expect((await harness.scan(tableName)).length).toBe(250);
  });

  it('is cancelled by its signal', async () => {
    const tableName = await harness.createTable();
    const controller = new AbortController();
    const run = harness.startImport(tableName, bookFile(books(10_000)), controller.signal);
    await run.next();
    await run.next();
    controller.abort();
    const rest = (async () => {
      for await (const { complete } of run) expect(complete).toBe(false);
    })();
    await expect(rest).rejects.toMatchObject({ code: 'CANCELLED' });
    expect((await harness.scan(tableName)).length).toBeLessThan(10_000);
  });

  it('is cancelled by closing it', async () => {
    const tableName = await harness.createTable();
    const run = harness.startImport(tableName, bookFile(books(10_000)));
    await run.next();
    await run.next();
    await run.return(undefined);
    const writes = harness.writes();
    expect((await harness.scan(tableName)).length).toBeLessThan(10_000);
    expect(harness.writes()).toBe(writes);
  });
});
