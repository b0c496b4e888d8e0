import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import type { ResultSetProgress } from '../../../contract/query.ts';
import { sendTo } from '../../testing/send-to.ts';
import { startTestEngine, testTableName } from '../../testing/start-engine.ts';
import type { TestEngine } from '../../testing/start-engine.ts';
import { createTestTable, sendValue, testClient } from '../../testing/wire.ts';
import { createQueryService } from './query-service.ts';
import type { QueryService } from './query-service.ts';
import { openResultStores } from './store/result-stores.ts';

const TableName = testTableName('query');
const rowCount = 2_500;
let engine: TestEngine;
let query: QueryService;
let folder: string;
let sent: ReturnType<typeof sendTo>['sent'];

beforeAll(async () => {
  engine = await startTestEngine();
  const client = testClient(engine.endpoint);
  await createTestTable(client, TableName);
  const items = Array.from({ length: rowCount }, (_, index) => ({
    pk: { S: `row ${String(index).padStart(5, '0')}` },
    even: { BOOL: index % 2 === 0 },
    ...(index === rowCount - 1 ? { last: { N: '1' } } : {}),
  }));
  for (let first = 0; first < items.length; first += 25) {
    const puts = items.slice(first, first + 25).map((Item) => ({ PutRequest: { Item } }));
    await sendValue(client, 'BatchWriteItem', { RequestItems: { [TableName]: puts } });
  }
  const access = sendTo(client);
  sent = access.sent;
  folder = await mkdtemp(join(tmpdir(), 'sortkey-query-'));
  query = createQueryService({
    send: access.sendForBytes,
    stores: await openResultStores({ folder }),
    parallelSegments: () => 4,
  });
});
afterAll(async () => {
  await query.closeAll();
  await rm(folder, { recursive: true });
  await engine.stop();
});

async function open(request: object = {}, operation: 'Query' | 'Scan' = 'Scan'): Promise<string> {
  const text = JSON.stringify({ TableName, ...request });
  const opened = await query.open({ connectionId: 'any', operation, request: text });
  return opened.resultSetId;
}

/** Loads, and answers what was told on the way. */
async function load(
  resultSetId: string,
  what: 'page' | 'all' = 'page',
): Promise<ResultSetProgress[]> {
  const told: ResultSetProgress[] = [];
  for await (const progress of query.load({ resultSetId, what })) told.push(progress);
  return told;
}

async function rows(
  resultSetId: string,
  first: number,
  count: number,
): Promise<{ pk: { S: string } }[]> {
  const { items } = await query.rows({ resultSetId, first, count });
  return JSON.parse(items) as { pk: { S: string } }[];
}

describe('a result set', () => {
  it('is empty until it is loaded, and then read page by page', async () => {
    const id = await open({ Limit: 7 });
    expect(await rows(id, 0, 10)).toEqual([]);
    expect((await load(id)).at(-1)).toMatchObject({
      rowCount: 7,
      scannedCount: 7,
      pageCount: 1,
      complete: false,
      // In any order: the engine's own is random.
      attributes: expect.arrayContaining([
        { name: 'even', types: ['BOOL'], rowCount: 7 },
        { name: 'pk', types: ['S'], rowCount: 7 },
      ]) as unknown,
    });
    expect((await load(id)).at(-1)).toMatchObject({ rowCount: 14, pageCount: 2 });
    expect(new Set((await rows(id, 0, 100)).map(({ pk }) => pk.S)).size).toBe(14);
    expect(await rows(id, 6, 2)).toEqual((await rows(id, 0, 14)).slice(6, 8));
    expect(await rows(id, 13, 100)).toEqual((await rows(id, 0, 14)).slice(13));
    expect(await rows(id, 14, 1)).toEqual([]);
  });

  it('loads all, under limits, and sums what it cost', async () => {
    const before = sent.length;
    const id = await open();
    const told = await load(id, 'all');
    expect(told.at(-1)).toMatchObject({ rowCount, scannedCount: rowCount, complete: true });
    expect(told.filter(({ complete }) => complete)).toHaveLength(1);
    const costs = told.map(({ consumedCapacity }) => consumedCapacity ?? 0);
    expect(costs[0]).toBeGreaterThan(0);
    expect([...costs].sort((a, b) => a - b)).toEqual(costs);
    expect(told.at(-1)?.attributes.at(-1)).toEqual({ name: 'last', types: ['N'], rowCount: 1 });
    expect(new Set((await rows(id, 0, rowCount)).map(({ pk }) => pk.S)).size).toBe(rowCount);
    const limits = sent.slice(before).map(({ request }) => Number(request['Limit']));
    expect(Math.min(...limits)).toBeGreaterThanOrEqual(1_000);
    expect(Math.max(...limits)).toBeLessThanOrEqual(4_000);
  });

  it('loads all of a large table in several parts at once, after a page of the first of them', async () => {
    const before = sent.length;
    const request = JSON.stringify({ TableName, Limit: 5 });
    const opened = { connectionId: 'any', operation: 'Scan', request, itemCount: 20_001 } as const;
    const { resultSetId } = await query.open(opened);
    expect((await load(resultSetId)).at(-1)).toMatchObject({ rowCount: 5, segments: 4 });
    const told = await load(resultSetId, 'all');
    expect(told.at(-1)).toMatchObject({ rowCount, complete: true, fileBytes: 0 });
    expect(told.at(-1)?.memoryBytes).toBeGreaterThan(rowCount * 20);
    const pages = sent.slice(before).map(({ request: page }) => page);
    expect(pages.every((page) => page['TotalSegments'] === 4)).toBe(true);
    expect(pages.slice(0, 5).map((page) => page['Segment'])).toEqual([0, 0, 1, 2, 3]);
    const keys = (
      await Promise.all([0, 1_000, 2_000].map((first) => rows(resultSetId, first, 1_000)))
    )
      .flat()
      .map(({ pk }) => pk.S);
    expect(new Set(keys).size).toBe(rowCount);
  });

  it.each([
    ['Scan', { itemCount: 20_000 }, {}],
    ['Scan', { itemCount: 30_000 }, { ExclusiveStartKey: { pk: { S: 'row 00000' } } }],
    ['Scan', { itemCount: 30_000 }, { Segment: 1, TotalSegments: 2 }],
    [
      'Query',
      { itemCount: 30_000 },
      {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: 'row 00042' } },
      },
    ],
  ] as const)('reads in one part: %s, %o, %o', async (operation, given, members) => {
    const request = JSON.stringify({ TableName, ...members });
    const { resultSetId } = await query.open({
      connectionId: 'any',
      operation,
      request,
      ...given,
    });
    expect((await load(resultSetId)).at(-1)).toMatchObject({ segments: 1 });
  });

  it('tells of its progress now and then, not of every page', async () => {
    const id = await open({ Limit: 5 });
    const before = sent.length;
    const told = await load(id, 'all');
    expect(sent.length - before).toBeGreaterThanOrEqual(told.length);
    const elapsed = told.map(({ elapsedMs }) => elapsedMs);
    expect([...elapsed].sort((a, b) => a - b)).toEqual(elapsed);
  });

  it('goes on by itself while a filter finds nothing', async () => {
    const id = await open({
      FilterExpression: 'attribute_exists(#last)',
      ExpressionAttributeNames: { '#last': 'last' },
    });
    const told = await load(id);
    expect(told.length).toBeGreaterThan(1);
    expect(told[0]).toMatchObject({ scannedCount: 1_000, complete: false });
    expect(told.at(-1)).toMatchObject({ rowCount: 1, scannedCount: rowCount, complete: true });
  });

  it('shows a filtered page of the size asked for, and keeps what was found beyond it', async () => {
    const id = await open({
      FilterExpression: 'even = :true',
      ExpressionAttributeValues: { ':true': { BOOL: true } },
      Limit: 10,
    });
    const before = sent.length;
    expect((await load(id)).at(-1)).toMatchObject({ rowCount: 10, complete: false });
    expect((await load(id)).at(-1)).toMatchObject({ rowCount: 20, complete: false });
    expect(sent.length - before).toBe(1);
    expect(await rows(id, 0, 100)).toHaveLength(20);
    expect((await load(id, 'all')).at(-1)).toMatchObject({
      rowCount: rowCount / 2,
      complete: true,
    });
  });

  it('reads one partition', async () => {
    const request = {
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: 'row 00042' } },
    };
    const id = await open(request, 'Query');
    expect((await load(id)).at(-1)).toMatchObject({ rowCount: 1, complete: true });
    expect(await rows(id, 0, 1)).toEqual([{ even: { BOOL: true }, pk: { S: 'row 00042' } }]);
    expect((await load(id)).at(-1)).toMatchObject({ rowCount: 1, pageCount: 1, complete: true });
  });

  it('keeps what was read when it is cancelled, and reads on from there', async () => {
    const id = await open();
    const controller = new AbortController();
    const loading = query.load({ resultSetId: id, what: 'all' }, controller.signal);
    const { value } = await loading.next();
    controller.abort();
    expect(await loading.next()).toEqual({ done: true, value: undefined });
    const read = value?.rowCount ?? 0;
    expect(await rows(id, 0, rowCount)).toHaveLength(read);
    expect(read).toBeLessThan(rowCount);
    expect((await load(id, 'all')).at(-1)).toMatchObject({ rowCount, complete: true });
    expect(new Set((await rows(id, 0, rowCount)).map(({ pk }) => pk.S)).size).toBe(rowCount);
  });

  it('lets one load wait for the other', async () => {
    const id = await open({ Limit: 5 });
    const [first, second] = await Promise.all([load(id), load(id)]);
    expect(first.at(-1)?.rowCount).toBe(5);
    expect(second.at(-1)?.rowCount).toBe(10);
  });
});

describe('a result set whose reading fails', () => {
  it('keeps and tells what was read, says why, and can be read on', async () => {
    const access = sendTo(testClient(engine.endpoint));
    let broken = true;
    let firstAnswer: Promise<unknown> | undefined;
    const failing = createQueryService({
      async send(...given) {
        if (!broken || !given[2].includes('"Segment":3')) {
          const answer = access.sendForBytes(...given);
          firstAnswer ??= answer;
          return answer;
        }
        await firstAnswer;
        await setImmediate();
        throw new SortkeyError('THROTTLED', 'Too fast.');
      },
      stores: await openResultStores({ folder: join(folder, 'failing') }),
      parallelSegments: () => 4,
    });
    const request = JSON.stringify({ TableName, Limit: 5 });
    const opened = { connectionId: 'any', operation: 'Scan', request, itemCount: 1e6 } as const;
    const { resultSetId } = await failing.open(opened);
    const told: ResultSetProgress[] = [];
    const loading = async () => {
      const all = { resultSetId, what: 'all' } as const;
      for await (const progress of failing.load(all)) told.push(progress);
    };
    await expect(loading()).rejects.toMatchObject({ code: 'THROTTLED', message: 'Too fast.' });
    const read = told.at(-1)?.rowCount ?? 0;
    expect(read).toBeGreaterThan(0);
    expect(told.at(-1)).toMatchObject({ complete: false });
    const { items } = await failing.rows({ resultSetId, first: 0, count: rowCount });
    expect(JSON.parse(items)).toHaveLength(read);
    broken = false;
    await loading();
    expect(told.at(-1)).toMatchObject({ rowCount, complete: true });
    await failing.closeAll();
  });
});

describe('the loaded rows', () => {
  it('are sorted, filtered, shown by their places, and searched', async () => {
    const id = await open({ Limit: 1_000 });
    await load(id);
    const even = { name: 'even', negated: false } as const;
    const filters = [{ ...even, test: { kind: 'equals', value: '{"BOOL":true}' } as const }];
    const sort = { name: 'pk', descending: true };
    const view = await query.arrange({ resultSetId: id, sort, filters });
    expect(view).toMatchObject({ loadedRows: 1_000 });
    const { items } = await query.rows({ resultSetId: id, ...view, first: 0, count: 1_000 });
    const shown = (JSON.parse(items) as { pk: { S: string } }[]).map(({ pk }) => pk.S);
    expect(shown).toHaveLength(view.rowCount);
    expect(shown).toEqual(shown.toSorted().toReversed());
    const text = shown[3] ?? '';
    const found = await query.find({ resultSetId: id, ...view, text, matchCase: true });
    expect(found).toEqual({ places: [3], rowCount: 1, valueCount: 1 });
    await load(id);
    // Rows that came since are in no view that was made before.
    expect(
      await query.find({ resultSetId: id, ...view, text: 'row', matchCase: true }),
    ).toMatchObject({ rowCount: view.rowCount });
  });
});

describe('a result set that memory does not hold', () => {
  it('is read from its file, which goes when it is closed', async () => {
    const spilled = join(folder, 'spilled');
    const stores = await openResultStores({ folder: spilled, memoryBytes: 0 });
    const small = createQueryService({
      send: sendTo(testClient(engine.endpoint)).sendForBytes,
      stores,
      parallelSegments: () => 1,
    });
    const request = JSON.stringify({ TableName });
    const { resultSetId } = await small.open({ connectionId: 'any', operation: 'Scan', request });
    for await (const progress of small.load({ resultSetId, what: 'all' })) {
      expect(progress.rowCount).toBeGreaterThan(0);
    }
    expect(await readdir(spilled)).toHaveLength(1);
    const { items } = await small.rows({ resultSetId, first: 0, count: rowCount });
    const keys = (JSON.parse(items) as { pk: { S: string } }[]).map(({ pk }) => pk.S);
    expect(new Set(keys).size).toBe(rowCount);
    await small.close(resultSetId);
    expect(await readdir(spilled)).toEqual([]);
  });
});

describe('a result set that cannot be', () => {
  it('is not found once it is closed', async () => {
    const id = await open();
    await query.close(id);
    await expect(query.rows({ resultSetId: id, first: 0, count: 1 })).rejects.toEqual(
      expect.objectContaining({
        code: 'RESULT_SET_NOT_FOUND',
        message: 'These results are not kept any more. Run the query again.',
      }),
    );
    expect(() => query.load({ resultSetId: 'unknown', what: 'all' })).toThrow('not kept any more');
  });

  it('makes room for others when there are too many', async () => {
    const [oldest, used, ...others] = await Promise.all(Array.from({ length: 50 }, () => open()));
    await query.rows({ resultSetId: oldest ?? '', first: 0, count: 1 });
    await open();
    await expect(query.rows({ resultSetId: used ?? '', first: 0, count: 1 })).rejects.toThrow(
      'not kept any more',
    );
    for (const id of [oldest, ...others])
      await query.rows({ resultSetId: id ?? '', first: 0, count: 1 });
  });

  it.each([
    ['{', /The Scan request is not JSON, line 1/],
    ['{"TableName":"T","FilterExpression":"a ="}', /^Filter expression, character \d+: /],
    ['{"TableName":"T","Limit":0}', /Limit/],
    ['{"TableName":"T","Segments":2}', /no member "Segments"/],
  ])('is refused: %s', async (request, message) => {
    const opening = query.open({ connectionId: 'any', operation: 'Scan', request });
    await expect(opening).rejects.toEqual(
      expect.objectContaining({
        code: 'QUERY_INVALID',
        message: expect.stringMatching(message) as string,
      }),
    );
  });

  it('says that the table is not there when it is loaded', async () => {
    const request = JSON.stringify({ TableName: 'Nowhere' });
    const { resultSetId } = await query.open({ connectionId: 'any', operation: 'Scan', request });
    await expect(load(resultSetId)).rejects.toMatchObject({ code: 'TABLE_NOT_FOUND' });
  });
});
