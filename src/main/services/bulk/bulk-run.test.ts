import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BulkActInput, BulkProgress } from '../../../contract/bulk.ts';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import { sameItems } from '../transfer/testing/same-items.ts';
import { mendRecords } from './mend-record.ts';
import { createRecordReader } from './read-record.ts';
import { outcomesOf, startBulkHarness } from './testing/bulk-harness.ts';
import type { BulkHarness, RecordedLine } from './testing/bulk-harness.ts';

let bulk: BulkHarness;
beforeAll(async () => {
  bulk = await startBulkHarness();
});
afterEach(() => bulk.intercept());
afterAll(() => bulk.stop());

const keyOf = (index: number) => ({ pk: { S: `item ${String(index).padStart(4, '0')}` } });
const itemsOf = (count: number): Item[] =>
  Array.from({ length: count }, (_, index) => ({ ...keyOf(index), a: { N: '0' } }));
const setA: BulkActInput = { kind: 'set', name: 'a', value: '{"N":"1"}' };

/** A dry run over a table of so many items. */
async function planned(count: number, act: BulkActInput) {
  const tableName = await bulk.createTable();
  await bulk.put(tableName, itemsOf(count));
  const resultSetId = await bulk.readResults(tableName);
  const { planId } = await bulk.plan(tableName, { kind: 'rows', resultSetId }, act);
  return { tableName, planId };
}

const isWrite = (operation: string) =>
  ['UpdateItem', 'DeleteItem', 'BatchWriteItem'].includes(operation);
const notKnown = { data: { carriedOut: 'not known' } };
const lost = () => new SortkeyError('SERVICE_FAILED', 'The answer was lost.', notKnown);

/** Every item is as the record says: changed where it was written, as it was where it was not. */
async function recordIsTrue(tableName: string, lines: readonly RecordedLine[], count: number) {
  const written = new Set(
    lines.filter(({ outcome }) => outcome === 'written').map(({ key }) => JSON.stringify(key)),
  );
  const expected = itemsOf(count).map((item, index) =>
    written.has(JSON.stringify(keyOf(index))) ? { ...item, a: { N: '1' } } : item,
  );
  sameItems(await bulk.scan(tableName), expected);
}

describe('items that another writer changed since the dry run', () => {
  it('are left as they are, and told as conflicts', async () => {
    const { tableName, planId } = await planned(30, setA);
    await bulk.put(tableName, [{ ...keyOf(3), a: { N: '7' } }]);
    await bulk.put(tableName, [{ ...keyOf(4), a: { N: '1.0' } }]);
    await bulk.put(tableName, [{ ...keyOf(5), a: { N: '0' }, b: { S: 'theirs' } }]);
    await bulk.remove(tableName, keyOf(6));
    const done = await bulk.run(planId);
    expect(done).toMatchObject({
      state: 'complete',
      written: 27,
      unchanged: 1,
      conflicts: 2,
      failed: 0,
      failures: expect.arrayContaining([
        { key: 'pk = "item 0003"', reason: 'Its "a" was changed since it was read.' },
        { key: 'pk = "item 0006"', reason: 'It was deleted since it was read.' },
      ]) as unknown,
    });
    const items = new Map(
      (await bulk.scan(tableName)).map((item) => [JSON.stringify(item['pk']), item]),
    );
    expect(items.get('{"S":"item 0003"}')).toMatchObject({ a: { N: '7' } });
    expect(items.get('{"S":"item 0005"}')).toMatchObject({ a: { N: '1' }, b: { S: 'theirs' } });
    expect(items.has('{"S":"item 0006"}')).toBe(false);
    const { lines } = await bulk.record(done.recordId);
    expect(outcomesOf(lines)).toEqual({ written: 27, unchanged: 1, conflict: 2 });
  });

  it('are not deleted', async () => {
    const { tableName, planId } = await planned(10, { kind: 'delete' });
    await bulk.put(tableName, [{ ...keyOf(3), a: { N: '7' } }]);
    await bulk.remove(tableName, keyOf(6));
    expect(await bulk.run(planId)).toMatchObject({ written: 8, unchanged: 1, conflicts: 1 });
    sameItems(await bulk.scan(tableName), [{ ...keyOf(3), a: { N: '7' } }]);
  });
});

describe('an endpoint that does not tell how an item stands', () => {
  it('is asked, so that one that changed is not taken for one that is gone', async () => {
    const { tableName, planId } = await planned(3, { kind: 'delete' });
    await bulk.put(tableName, [{ ...keyOf(1), a: { N: '7' } }]);
    await bulk.remove(tableName, keyOf(2));
    bulk.intercept(async (_operation, _request, send) => {
      try {
        return await send();
      } catch (error) {
        const refused = error instanceof SortkeyError && error.code === 'CONDITION_FAILED';
        throw refused ? new SortkeyError('CONDITION_FAILED', error.message) : error;
      }
    });
    const done = await bulk.run(planId);
    expect(done).toMatchObject({ written: 1, conflicts: 1, unchanged: 1 });
    expect(done.failures).toEqual([
      { key: 'pk = "item 0001"', reason: 'It was changed since it was read.' },
    ]);
    expect(await bulk.scan(tableName)).toEqual([{ ...keyOf(1), a: { N: '7' } }]);
  });
});

describe('a run that is cancelled', () => {
  it('ends what is under way, and its record says what was done', async () => {
    const { tableName, planId } = await planned(500, setA);
    let writes = 0;
    bulk.intercept(async (operation, _request, send) => {
      if (isWrite(operation)) writes += 1;
      if (writes === 230) bulk.service.cancel(planId);
      return send();
    });
    const done = await bulk.run(planId);
    expect(done.state).toBe('cancelled');
    expect(done.written).toBe(writes);
    expect(writes).toBeLessThan(500);
    const { lines, end } = await bulk.record(done.recordId);
    expect(outcomesOf(lines)).toEqual({ written: writes });
    expect(end).toMatchObject({ end: 'cancelled', written: writes, notTried: 500 - writes });
    await recordIsTrue(tableName, lines, 500);
  });

  it('is cancelled, too, by whoever does not listen any more', async () => {
    const { tableName, planId } = await planned(300, setA);
    const controller = new AbortController();
    let recordId = '';
    let writes = 0;
    bulk.intercept(async (operation, _request, send) => {
      if (isWrite(operation)) writes += 1;
      if (writes === 50) controller.abort();
      return send();
    });
    for await (const progress of bulk.service.run(planId, controller.signal)) {
      ({ recordId } = progress);
    }
    const { lines, end } = await bulk.record(recordId);
    expect(end).toMatchObject({ end: 'cancelled', written: writes });
    expect(lines).toHaveLength(writes);
    await recordIsTrue(tableName, lines, 300);
    bulk.intercept();

    const another = await planned(300, setA);
    for await (const progress of bulk.service.run(another.planId)) {
      ({ recordId } = progress);
      break;
    }
    const closed = await bulk.record(recordId);
    expect(closed.end).toMatchObject({ end: 'cancelled' });
    await recordIsTrue(another.tableName, closed.lines, 300);
  });
});

describe('a write that fails', () => {
  it('is sent again when its answer was lost, and counts once', async () => {
    const { tableName, planId } = await planned(40, setA);
    let writes = 0;
    bulk.intercept(async (operation, _request, send) => {
      if (!isWrite(operation)) return send();
      writes += 1;
      if (writes % 3 === 0) {
        await send();
        throw lost();
      }
      if (writes % 5 === 0) throw lost();
      return send();
    });
    const done = await bulk.run(planId);
    expect(done).toMatchObject({ state: 'complete', written: 40, conflicts: 0, failed: 0 });
    expect(writes).toBeGreaterThan(40);
    await recordIsTrue(tableName, (await bulk.record(done.recordId)).lines, 40);
  });

  it('is sent again when DynamoDB throttles, and fewer go at once', async () => {
    const { tableName, planId } = await planned(100, setA);
    let atOnce = 0;
    let most = 0;
    let writes = 0;
    bulk.intercept(async (operation, _request, send) => {
      if (!isWrite(operation)) return send();
      writes += 1;
      atOnce += 1;
      if (writes > 60) most = Math.max(most, atOnce);
      try {
        if (writes <= 60 && writes % 2 === 0) {
          throw new SortkeyError('THROTTLED', 'DynamoDB throttled UpdateItem.');
        }
        return await send();
      } finally {
        atOnce -= 1;
      }
    });
    expect(await bulk.run(planId)).toMatchObject({ state: 'complete', written: 100 });
    expect(most).toBeLessThan(32);
    sameItems(
      await bulk.scan(tableName),
      itemsOf(100).map((item) => ({ ...item, a: { N: '1' } })),
    );
  });

  it.each([
    ['unknown', notKnown],
    ['failed', {}],
  ])('stops the run where all others would fail, too, and is told as %s', async (as, detail) => {
    const { tableName, planId } = await planned(60, setA);
    let writes = 0;
    bulk.intercept(async (operation, _request, send) => {
      if (!isWrite(operation)) return send();
      writes += 1;
      if (writes <= 20) return send();
      throw new SortkeyError('ENGINE_STOPPED', 'The sandbox does not run.', detail);
    });
    const told: BulkProgress[] = [];
    const running = (async () => {
      for await (const progress of bulk.service.run(planId)) told.push(progress);
    })();
    await expect(running).rejects.toMatchObject({ code: 'ENGINE_STOPPED' });
    const last = told.at(-1);
    expect(last).toMatchObject({ state: 'stopped', written: 20 });
    const { lines, end } = await bulk.record(last?.recordId ?? '');
    expect(outcomesOf(lines)).toEqual({ written: 20, [as]: last?.failed });
    expect(end).toMatchObject({ end: 'stopped', reason: 'The sandbox does not run.' });
    bulk.intercept();
    await recordIsTrue(tableName, lines, 60);
  });

  it('says why DynamoDB refused an item, and goes on with the others', async () => {
    const { planId } = await planned(5, setA);
    bulk.intercept(async (operation, request, send) => {
      if (isWrite(operation) && request.includes('item 0002')) {
        throw new SortkeyError('VALIDATION_FAILED', 'UpdateItem failed: not this one');
      }
      return send();
    });
    expect(await bulk.run(planId)).toMatchObject({
      state: 'complete',
      written: 4,
      failed: 1,
      failures: [{ key: 'pk = "item 0002"', reason: 'UpdateItem failed: not this one' }],
    });
  });

  it('is sent again for those of a batch that were left', async () => {
    const tableName = await bulk.createTable();
    await bulk.put(tableName, itemsOf(60));
    const { planId } = await bulk.plan(tableName, { kind: 'table' }, { kind: 'delete' });
    let batches = 0;
    bulk.intercept(async (operation, request, send) => {
      if (operation !== 'BatchWriteItem') return send();
      batches += 1;
      const { RequestItems } = JSON.parse(request) as { RequestItems: object };
      if (batches > 2) return send();
      return {
        body: JSON.stringify({ UnprocessedItems: RequestItems }),
        requestId: undefined,
        httpStatus: 200,
        attempts: 1,
        elapsedMs: 0,
      };
    });
    expect(await bulk.run(planId)).toMatchObject({ state: 'complete', written: 60 });
    expect(batches).toBe(5);
    expect(await bulk.scan(tableName)).toEqual([]);
  });
});

describe('the record of a run that died with the app', () => {
  it('says what is done, and of which items it is not known', async () => {
    const { planId } = await planned(250, setA);
    const folder = await mkdtemp(join(tmpdir(), 'sortkey-dead-'));
    let writes = 0;
    const carriedOut = new Set<string>();
    let copied: Promise<void> | undefined;
    const sent = new Set<string>();
    bulk.intercept(async (operation, request, send) => {
      if (!isWrite(operation)) return send();
      writes += 1;
      const key = JSON.stringify((JSON.parse(request) as { Key: unknown }).Key);
      if (copied === undefined) sent.add(key);
      const answer = await send();
      if (copied === undefined) carriedOut.add(key);
      // The folder as a crash would leave it here: this write is done, and its line not written.
      if (writes >= 220)
        copied ??= cp(join(bulk.dataFolder, 'records'), folder, { recursive: true });
      await copied;
      return answer;
    });
    const done = await bulk.run(planId);
    const path = join(folder, `${done.recordId}.jsonl`);
    await writeFile(path, '{"key":{"pk":{"S":"half a li', { flag: 'a' });
    await mendRecords(folder);
    const window = await createRecordReader(folder)(done.recordId, 0, 1_000);
    expect(JSON.parse(window.end ?? '')).toMatchObject({ end: 'interrupted' });
    const lines = JSON.parse(window.lines) as RecordedLine[];
    const keys = (wanted: string) =>
      lines.filter(({ outcome }) => outcome === wanted).map(({ key }) => JSON.stringify(key));
    const written = keys('written');
    const known = new Set([...written, ...keys('unknown')]);
    expect(written.every((key) => carriedOut.has(key))).toBe(true);
    expect([...sent].every((key) => known.has(key))).toBe(true);
    expect(known.size).toBe(lines.length);
    expect(await readdir(folder)).not.toContain(`${done.recordId}.sending`);
    await rm(folder, { recursive: true });
  });
});
