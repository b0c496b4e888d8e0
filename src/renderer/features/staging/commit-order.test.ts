import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '../../../domain/attribute-value.ts';
import type { KeySchema } from '../../../domain/table-schema.ts';
import { startTestEngine } from '../../../main/testing/start-engine.ts';
import { commitAll } from './commit.ts';
import { groupsOf } from './commit-order.ts';
import type { StagedChange } from './staged-change.ts';
import { makeTable } from './testing/engine-access.ts';
import type { TestTable } from './testing/engine-access.ts';

const schema: KeySchema = { partitionKey: { name: 'pk', type: 'S' } };
let engine: Awaited<ReturnType<typeof startTestEngine>>;
let table: TestTable;
beforeAll(async () => {
  engine = await startTestEngine();
  table = await makeTable(engine.endpoint, schema);
});
afterAll(() => engine.stop());

const item = (pk: string, text = pk): Item => ({ pk: { S: pk }, text: { S: text } });
const change = (
  rowKey: string,
  from: string | undefined,
  to: string | undefined,
): StagedChange => ({
  rowKey,
  original: from === undefined ? undefined : item(from),
  edited: to === undefined ? undefined : item(to, rowKey),
});
const keysOf = (changes: readonly StagedChange[]) =>
  groupsOf(schema, changes).map((group) => group.map(({ rowKey }) => rowKey));

const textOf = (value: unknown) => String((value as { S?: string }).S);

/** The text of each item by its key. */
async function textsRaw(): Promise<Record<string, string>> {
  const items = await table.scanRaw();
  return Object.fromEntries(items.map((one) => [textOf(one['pk']), textOf(one['text'])]));
}

describe('the order of a commit', () => {
  it('leaves changes of different items apart', () => {
    const changes = [
      change('1', 'a', 'a'),
      change('2', undefined, 'b'),
      change('3', 'c', undefined),
    ];
    expect(keysOf(changes)).toEqual([['1'], ['2'], ['3']]);
  });

  it('frees a key before another row takes it', () => {
    const changes = [
      change('new a', undefined, 'a'),
      change('b to c', 'b', 'c'),
      change('other', 'z', 'z'),
      change('a to b', 'a', 'b'),
      change('no c', 'c', undefined),
    ];
    expect(keysOf(changes)).toEqual([['no c', 'b to c', 'a to b', 'new a'], ['other']]);
  });

  it('lets a row take the key of one that is gone, on the engine', async () => {
    await Promise.all(['a', 'b', 'c'].map((pk) => table.putRaw(item(pk))));
    const changes = [
      change('new a', undefined, 'a'),
      change('b to c', 'b', 'c'),
      change('a to b', 'a', 'b'),
      change('no c', 'c', undefined),
    ];
    const outcomes = await commitAll(table.access, changes);
    expect([...outcomes.values()].map(({ kind }) => kind)).toEqual(changes.map(() => 'written'));
    expect(await textsRaw()).toEqual({ a: 'new a', b: 'a to b', c: 'b to c' });
  });

  it('ends where two change places: neither is lost', async () => {
    await Promise.all(['x', 'y'].map((pk) => table.putRaw(item(pk))));
    const outcomes = await commitAll(table.access, [change('1', 'x', 'y'), change('2', 'y', 'x')]);
    expect([...outcomes.values()].map(({ kind }) => kind)).toEqual(['failed', 'failed']);
    expect(await textsRaw()).toMatchObject({ x: 'x', y: 'y' });
  });
});

it('begins no more once it is cancelled, and ends what is under way', async () => {
  const changes = Array.from({ length: 60 }, (_, index) =>
    change(`n${index}`, undefined, `n${index}`),
  );
  const aborting = new AbortController();
  const outcomes = await commitAll(table.access, changes, () => aborting.abort(), aborting.signal);
  expect(outcomes.size).toBeGreaterThan(0);
  expect(outcomes.size).toBeLessThanOrEqual(8);
  const there = new Set((await table.scanRaw()).map((one) => JSON.stringify(one['pk'])));
  for (const { rowKey } of changes) {
    expect(there.has(JSON.stringify({ S: rowKey }))).toBe(outcomes.has(rowKey));
  }
});
