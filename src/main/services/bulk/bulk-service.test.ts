import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BulkActInput } from '../../../contract/bulk.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import { sameItems } from '../transfer/testing/same-items.ts';
import { outcomesOf, startBulkHarness } from './testing/bulk-harness.ts';
import type { BulkHarness } from './testing/bulk-harness.ts';

let bulk: BulkHarness;
beforeAll(async () => {
  bulk = await startBulkHarness();
});
afterAll(() => bulk.stop());

const itemsOf = (count: number, more: (index: number) => Item = () => ({})): Item[] =>
  Array.from({ length: count }, (_, index) => ({
    pk: { S: `item ${String(index).padStart(4, '0')}` },
    ...more(index),
  }));

/** A table that holds these items, and all of them read. */
async function tableOf(items: readonly Item[], request: object = {}) {
  const tableName = await bulk.createTable();
  await bulk.put(tableName, items);
  return { tableName, resultSetId: await bulk.readResults(tableName, request) };
}
/** The files of dry runs. */
const plans = () => readdir(join(bulk.dataFolder, 'bulk'));
const rowsOf = (resultSetId: string) => ({ kind: 'rows', resultSetId }) as const;
const set = (name: string, value: object): BulkActInput => ({
  kind: 'set',
  name,
  value: JSON.stringify(value),
});

describe('a dry run', () => {
  it('counts what would change, what is so already, and what cannot be, and writes nothing', async () => {
    const items = itemsOf(250, (index) => ({
      tags: index === 0 ? { S: 'a' } : { SS: index % 2 === 0 ? ['a', 'b'] : ['c'] },
    }));
    const { tableName, resultSetId } = await tableOf(items);
    const act = { kind: 'delete-elements', name: 'tags', value: '{"SS":["a"]}' } as const;
    const plan = await bulk.plan(tableName, rowsOf(resultSetId), act);
    expect(plan).toMatchObject({
      itemCount: 250,
      changeCount: 124,
      unchangedCount: 125,
      impossibleCount: 1,
      impossible: [{ key: 'pk = "item 0000"', reason: '"tags" is a String, not a String set.' }],
      writeCapacity: 124,
      capacityFrom: 'item-sizes',
      readAnewCount: 0,
    });
    expect(plan.readCapacity).toBeUndefined();
    expect(plan.example?.operation).toBe('UpdateItem');
    expect(JSON.parse(plan.example?.request ?? '')).toMatchObject({
      TableName: tableName,
      UpdateExpression: 'DELETE #tags :tags2',
      ConditionExpression: 'attribute_exists(#pk) AND #tags = :tags',
    });
    sameItems(await bulk.scan(tableName), items);
    await bulk.service.discard(plan.planId);
    expect(await plans()).toEqual([]);
  });

  it('counts capacity by the larger of both sizes, a unit for each KB', async () => {
    const { tableName, resultSetId } = await tableOf(
      itemsOf(2, (index) => (index === 0 ? { text: { S: 'x'.repeat(2_500) } } : {})),
    );
    const target = rowsOf(resultSetId);
    expect(await bulk.plan(tableName, target, { kind: 'delete' })).toMatchObject({
      writeCapacity: 4,
    });
    const longer = set('text', { S: 'x'.repeat(4_090) });
    expect(await bulk.plan(tableName, target, longer)).toMatchObject({ writeCapacity: 10 });
  });

  it('says which items would be too large, and which an index would refuse', async () => {
    const tableName = await bulk.createTable({
      indexes: [
        {
          name: 'by-rank',
          kind: 'global',
          partitionKey: { name: 'rank', type: 'N' },
          projection: { type: 'KEYS_ONLY' },
        },
      ],
    });
    await bulk.put(
      tableName,
      itemsOf(2, (index) => (index === 0 ? { text: { S: 'x'.repeat(300_000) } } : {})),
    );
    const target = rowsOf(await bulk.readResults(tableName));
    const large = await bulk.plan(tableName, target, set('more', { S: 'y'.repeat(200_000) }));
    expect(large).toMatchObject({ changeCount: 1, impossibleCount: 1 });
    expect(large.impossible[0]?.reason).toMatch(/at most 409,600 \(400 KB\)/);
    const ranked = await bulk.plan(tableName, target, set('rank', { S: 'first' }));
    expect(ranked).toMatchObject({ changeCount: 0, impossibleCount: 2 });
    expect(ranked.impossible[0]?.reason).toMatch(/of the index by-rank must be a Number/);
  });

  it('takes only the rows that were chosen', async () => {
    const { tableName, resultSetId } = await tableOf(itemsOf(300));
    const { items } = await bulk.query.rows({ resultSetId, first: 0, count: 300 });
    const keys = (JSON.parse(items) as { pk: { S: string } }[]).map(({ pk }) => pk.S);
    const ranges = [
      { first: 3, count: 2 },
      { first: 120, count: 130 },
    ];
    const chosen = [...keys.slice(3, 5), ...keys.slice(120, 250)];
    const plan = await bulk.plan(tableName, { ...rowsOf(resultSetId), ranges }, { kind: 'delete' });
    expect(plan).toMatchObject({ itemCount: 132, changeCount: 132 });
    expect(await bulk.run(plan.planId)).toMatchObject({ state: 'complete', written: 132 });
    const left = (await bulk.scan(tableName)).map(({ pk }) => (pk as { S: string }).S);
    expect(left.sort()).toEqual(keys.filter((key) => !chosen.includes(key)).sort());
  });

  it('reads items whole of which only some attributes were read', async () => {
    const items = itemsOf(150, (index) => ({ a: { N: String(index) }, b: { S: 'x' } }));
    const { tableName, resultSetId } = await tableOf(items, { ProjectionExpression: 'pk, b' });
    await bulk.remove(tableName, { pk: { S: 'item 0007' } });
    const plan = await bulk.plan(tableName, rowsOf(resultSetId), set('a', { N: '7' }));
    expect(plan).toMatchObject({
      itemCount: 150,
      readAnewCount: 149,
      changeCount: 149,
      impossible: [{ key: 'pk = "item 0007"', reason: 'It is not there any more.' }],
    });
    expect(plan.readCapacity).toBeGreaterThan(0);
    expect(await bulk.run(plan.planId)).toMatchObject({ written: 149 });
  });

  it('cannot do anything to rows whose key was not read', async () => {
    const items = itemsOf(1, () => ({ a: { N: '1' } }));
    const { tableName, resultSetId } = await tableOf(items, { ProjectionExpression: 'a' });
    const plan = await bulk.plan(tableName, rowsOf(resultSetId), { kind: 'delete' });
    expect(plan).toMatchObject({ changeCount: 0, impossibleCount: 1 });
    expect(plan.impossible[0]?.reason).toBe('The item has no partition key "pk" (String).');
  });

  it.each<[string, BulkActInput, string]>([
    ['no name', set('', { S: '' }), 'Give the name of the attribute to change.'],
    [
      'a key',
      set('pk', { S: '' }),
      '"pk" is the partition key, and the key of an item cannot be changed. Choose another attribute.',
    ],
    [
      'the removal of a key',
      { kind: 'remove', name: 'pk' },
      '"pk" is the partition key, and the key of an item cannot be changed. Choose another attribute.',
    ],
    [
      'elements that are no set',
      { kind: 'delete-elements', name: 'tags', value: '{"S":"a"}' },
      'The elements to delete must be given as a set of their type, but this is a String.',
    ],
    [
      'no elements',
      { kind: 'delete-elements', name: 'tags', value: '{"SS":[]}' },
      'The value cannot be written: A set cannot be empty; remove the attribute instead.',
    ],
    ['no JSON', { kind: 'set', name: 'a', value: '{' }, 'The value cannot be written: '],
  ])('refuses %s', async (_words, act, message) => {
    const { tableName, resultSetId } = await tableOf(itemsOf(1));
    const before = await plans();
    await expect(bulk.plan(tableName, rowsOf(resultSetId), act)).rejects.toEqual(
      expect.objectContaining({
        code: 'BULK_INVALID',
        message: expect.stringContaining(message) as string,
      }),
    );
    expect(await plans()).toEqual(before);
  });

  it('refuses results that are closed, or of another table', async () => {
    const { tableName, resultSetId } = await tableOf(itemsOf(1));
    const other = await bulk.createTable();
    await expect(bulk.plan(other, rowsOf(resultSetId), { kind: 'delete' })).rejects.toThrow(
      `These results are not of the table ${other} of this connection.`,
    );
    await bulk.query.close(resultSetId);
    const closed = bulk.plan(tableName, rowsOf(resultSetId), { kind: 'delete' });
    await expect(closed).rejects.toMatchObject({
      code: 'RESULT_SET_NOT_FOUND',
      message: 'These results are not kept any more. Run the query again.',
    });
  });

  it('refuses to change a whole table without reading its items', async () => {
    const { tableName } = await tableOf(itemsOf(1));
    await expect(
      bulk.plan(tableName, { kind: 'table' }, { kind: 'remove', name: 'a' }),
    ).rejects.toMatchObject({
      code: 'BULK_INVALID',
      message:
        'All items of a table can only be deleted without reading them. ' +
        'Load the items first to change them.',
    });
  });
});

describe('a run', () => {
  it('sets an attribute, and records what it was', async () => {
    const items = itemsOf(230, (index) => (index % 3 === 0 ? {} : { a: { N: String(index % 3) } }));
    const { tableName, resultSetId } = await tableOf(items);
    const before = await plans();
    const plan = await bulk.plan(tableName, rowsOf(resultSetId), set('a', { N: '1.0' }));
    expect(await plans()).toHaveLength(before.length + 1);
    expect(plan).toMatchObject({ changeCount: 153, unchangedCount: 77 });
    const done = await bulk.run(plan.planId);
    expect(done).toMatchObject({
      itemCount: 153,
      written: 153,
      conflicts: 0,
      failed: 0,
      state: 'complete',
    });
    expect(done.consumedCapacity).toBeGreaterThanOrEqual(153);
    sameItems(
      await bulk.scan(tableName),
      items.map((item) => ({ ...item, a: { N: '1' } })),
    );

    const { header, lines, end } = await bulk.record(done.recordId);
    expect(header).toMatchObject({
      act: { kind: 'set', name: 'a', value: { N: '1.0' } },
      tableName,
      connection: { name: 'Test', region: 'us-east-1' },
      itemCount: 153,
    });
    expect(outcomesOf(lines)).toEqual({ written: 153 });
    const read = new Map(lines.map((line) => [JSON.stringify(line.key), line.before]));
    expect(read.get('{"pk":{"S":"item 0000"}}')).toBeUndefined();
    expect(read.get('{"pk":{"S":"item 0002"}}')).toEqual({ N: '2' });
    expect(end).toMatchObject({ end: 'complete', written: 153, notTried: 0 });
    expect(await bulk.readFile(done.recordPath)).toHaveLength((await stat(done.recordPath)).size);
    expect((await stat(done.recordPath)).mode & 0o777).toBe(0o600);
    expect(await plans()).toEqual(before);
    await expect(bulk.run(plan.planId)).rejects.toMatchObject({
      code: 'BULK_PLAN_NOT_FOUND',
      message: 'This dry run was carried out already, or is not kept any more. Make another one.',
    });
  });

  it('removes an attribute, whatever its name', async () => {
    const name = '__proto__';
    const items = itemsOf(30).map((item) =>
      Object.fromEntries([...Object.entries(item), [name, { S: 'é' }]]),
    ) as Item[];
    const { tableName, resultSetId } = await tableOf(items);
    const plan = await bulk.plan(tableName, rowsOf(resultSetId), { kind: 'remove', name });
    expect(await bulk.run(plan.planId)).toMatchObject({ written: 30 });
    sameItems(await bulk.scan(tableName), itemsOf(30));
  });

  it('takes elements out of sets; a set that is left empty goes', async () => {
    const items = itemsOf(3, (index) => ({ n: { NS: ['1', '2', '3'].slice(0, index + 1) } }));
    const { tableName, resultSetId } = await tableOf(items);
    const act = { kind: 'delete-elements', name: 'n', value: '{"NS":["1.0","2"]}' } as const;
    const plan = await bulk.plan(tableName, rowsOf(resultSetId), act);
    expect(await bulk.run(plan.planId)).toMatchObject({ written: 3 });
    sameItems(
      await bulk.scan(tableName),
      itemsOf(3, (index): Item => (index === 2 ? { n: { NS: ['3'] } } : {})),
    );
  });

  it('deletes, with the item in the record', async () => {
    const items = itemsOf(40, (index) => ({ a: { N: String(index) } }));
    const { tableName, resultSetId } = await tableOf(items);
    const plan = await bulk.plan(tableName, rowsOf(resultSetId), { kind: 'delete' });
    const done = await bulk.run(plan.planId);
    expect(done).toMatchObject({ written: 40, state: 'complete' });
    expect(await bulk.scan(tableName)).toEqual([]);
    const { lines } = await bulk.record(done.recordId);
    sameItems(
      lines.map(({ before }) => before as Item),
      items,
    );
  });

  it('empties a table, whatever was changed meanwhile', async () => {
    const tableName = await bulk.createTable();
    await bulk.put(tableName, itemsOf(1_260));
    const plan = await bulk.plan(tableName, { kind: 'table' }, { kind: 'delete' });
    expect(plan).toMatchObject({ itemCount: 1_260, changeCount: 1_260, capacityFrom: 'least' });
    expect(plan.readCapacity).toBeGreaterThan(0);
    expect(plan.example?.operation).toBe('BatchWriteItem');
    await bulk.put(tableName, [{ pk: { S: 'item 0003' }, changed: { BOOL: true } }]);
    const done = await bulk.run(plan.planId);
    expect(done).toMatchObject({ written: 1_260, state: 'complete' });
    expect(await bulk.scan(tableName)).toEqual([]);
    const { lines } = await bulk.record(done.recordId);
    expect(new Set(lines.map(({ key }) => JSON.stringify(key))).size).toBe(1_260);
    expect(lines.every(({ before }) => before === undefined)).toBe(true);
  });

  it('writes nothing over a read-only connection, and says so', async () => {
    const { tableName, resultSetId } = await tableOf(itemsOf(10));
    const plan = await bulk.plan(tableName, rowsOf(resultSetId), { kind: 'delete' });
    bulk.setGuard('read-only');
    try {
      await expect(bulk.run(plan.planId)).rejects.toMatchObject({ code: 'READ_ONLY' });
    } finally {
      bulk.setGuard('open');
    }
    expect(await bulk.scan(tableName)).toHaveLength(10);
  });

  it('has no record of an unknown name', async () => {
    for (const name of ['unknown', '../lock', '20260101T000000-00000000']) {
      await expect(bulk.service.record(name, 0, 1)).rejects.toMatchObject({
        code: 'RECORD_NOT_FOUND',
        message: `There is no record ${name} in the data folder. It may have been deleted.`,
      });
    }
  });
});
