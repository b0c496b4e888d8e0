import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestEngine, testTableName } from '../../../testing/start-engine.ts';
import type { TestEngine } from '../../../testing/start-engine.ts';
import { createTestTable, sendValue, testClient } from '../../../testing/wire.ts';
import { sendWireForBytes } from '../../dynamodb/send-wire.ts';
import type { ResultStore } from './result-store.ts';
import { createSegmentReader } from './segment-reader.ts';
import type { SegmentReader, SendPage } from './segment-reader.ts';
import { withStore } from './testing/open-store.ts';

const TableName = testTableName('segments');
const rowCount = 500;
let engine: TestEngine;
let send: SendPage;
let sent: { Segment?: number; TotalSegments?: number; Limit: number }[];

beforeAll(async () => {
  engine = await startTestEngine();
  const client = testClient(engine.endpoint);
  await createTestTable(client, TableName);
  for (let first = 0; first < rowCount; first += 25) {
    const puts = Array.from({ length: 25 }, (_, index) => {
      const pk = { S: `row ${first + index}` };
      return { PutRequest: { Item: { pk } } };
    });
    await sendValue(client, 'BatchWriteItem', { RequestItems: { [TableName]: puts } });
  }
  send = async (request, signal) => {
    sent.push(JSON.parse(request) as (typeof sent)[number]);
    return (await sendWireForBytes(client, 'Scan', request, { signal })).body;
  };
});
afterAll(() => engine.stop());

function withReader(
  segments: number,
  run: (reader: SegmentReader, store: ResultStore) => Promise<void>,
): Promise<void> {
  sent = [];
  const request = { TableName, ReturnConsumedCapacity: 'TOTAL' };
  return withStore({}, (store) =>
    run(
      createSegmentReader({ request, segments, send: (...given) => send(...given), store }),
      store,
    ),
  );
}

async function keysIn(store: ResultStore): Promise<Set<string>> {
  const rows = JSON.parse(await store.rows(0, 10_000)) as { pk: { S: string } }[];
  expect(rows).toHaveLength(store.rowCount());
  return new Set(rows.map(({ pk }) => pk.S));
}

const { signal } = new AbortController();

describe.each([1, 4])('a table in %i segments', (segments) => {
  it('is read once, page by page and then all at once', async () => {
    await withReader(segments, async (reader, store) => {
      const first = await reader.readPage(10, signal);
      expect(first).toMatchObject({ rowCount: 10, scannedCount: 10 });
      expect(first.consumedCapacity).toBeGreaterThan(0);
      await reader.readPage(10, signal);
      expect(sent.map(({ Segment }) => Segment)).toEqual(
        segments === 1 ? [undefined, undefined] : [0, 0],
      );
      let told = 0;
      const onPage = (page: { rowCount: number }) => {
        told += page.rowCount;
      };
      await reader.readAll(() => 50, signal, onPage);
      expect(told).toBe(rowCount - 20);
      expect((await keysIn(store)).size).toBe(rowCount);
      expect(reader.isAtEnd()).toBe(true);
      expect(new Set(sent.map(({ Segment }) => Segment)).size).toBe(segments);
      expect(sent.every(({ TotalSegments = 1 }) => TotalSegments === segments)).toBe(true);
      await expect(reader.readPage(1, signal)).rejects.toThrow('There is no further page');
    });
  });

  it('keeps what was read when it is cancelled, and goes on from there', async () => {
    await withReader(segments, async (reader, store) => {
      const controller = new AbortController();
      const cancel = () => controller.abort(new Error('enough'));
      const loading = reader.readAll(() => 20, controller.signal, cancel);
      await expect(loading).rejects.toThrow('enough');
      const read = store.rowCount();
      expect(read).toBeGreaterThan(0);
      expect(read).toBeLessThan(rowCount);
      await reader.readAll(
        () => 20,
        signal,
        () => {},
      );
      expect(store.rowCount()).toBe(rowCount);
      expect((await keysIn(store)).size).toBe(rowCount);
    });
  });
});

it('tells the failure that ended it, and can be asked again', async () => {
  await withReader(4, async (reader, store) => {
    const whole = send;
    send = (request, given) =>
      sent.length === 2 ? Promise.reject(new Error('broken line')) : whole(request, given);
    const loading = reader.readAll(
      () => 20,
      signal,
      () => {},
    );
    await expect(loading).rejects.toThrow('broken line');
    send = whole;
    await reader.readAll(
      () => 20,
      signal,
      () => {},
    );
    expect((await keysIn(store)).size).toBe(rowCount);
  });
});
