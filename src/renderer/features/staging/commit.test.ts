import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '../../../domain/attribute-value.ts';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import { commitAll, commitChange, planChange } from './commit.ts';
import { commitTogether, createTransactionTokens } from './commit-together.ts';
import { countOutcomes, countsInWords } from './change-words.ts';
import { readItem } from './item-access.ts';
import { rowKeyOf } from './row-key.ts';
import { emptyStage, rebase, stageAttribute, stageDeletion } from './staged-change.ts';
import type { Stage, StagedChange } from './staged-change.ts';
import type { SortkeyClient } from '../../client/client-type.ts';
import { createItemsService } from '../../../main/services/items/items-service.ts';
import { sendTo } from '../../../main/testing/send-to.ts';
import { startTestEngine, testTableName } from '../../../main/testing/start-engine.ts';
import { createTestTable, sendValue, testClient } from '../../../main/testing/wire.ts';
import type { ItemAccess } from './item-access.ts';

let engine: Awaited<ReturnType<typeof startEngineAccess>>;
beforeAll(async () => {
  engine = await startEngineAccess();
});
afterAll(() => engine.stop());

const item = (pk: string, price = '9.99'): Item => ({ pk: { S: pk }, price: { N: price } });
const keyOf = (one: Item) => rowKeyOf(one, engine.access.schema);
const stagePrice = (stage: Stage, one: Item, price: string) =>
  stageAttribute(stage, keyOf(one), one, 'price', { N: price });
const stored = (pk: string) => readItem(engine.access, item(pk));

async function commit(stage: Stage) {
  const outcomes = await commitAll(engine.access, [...stage.values()], () => undefined);
  return Object.fromEntries([...outcomes].map(([key, outcome]) => [key, outcome]));
}

function only(stage: Stage): StagedChange {
  const [change] = stage.values();
  if (change === undefined) throw new Error('nothing is staged');
  return change;
}

describe('a commit', () => {
  it('writes edits and deletions, and answers the items as they stand', async () => {
    const [a, b] = [item('a'), item('b')];
    await engine.putRaw(a);
    await engine.putRaw(b);
    const stage = stageDeletion(stagePrice(emptyStage, a, '12.50'), keyOf(b), b);
    expect(await commit(stage)).toEqual({
      [keyOf(a)]: { kind: 'written', item: item('a', '12.5') },
      [keyOf(b)]: { kind: 'written', item: undefined, was: b },
    });
    expect(await stored('a')).toEqual(item('a', '12.5'));
    expect(await stored('b')).toBeUndefined();
  });

  it('keeps what somebody else changed elsewhere in the item', async () => {
    const before = item('c');
    await engine.putRaw({ ...before, colour: { S: 'red' } });
    await commit(stagePrice(emptyStage, before, '1'));
    expect(await stored('c')).toEqual({ ...item('c', '1'), colour: { S: 'red' } });
  });

  it('is a conflict where the item is not what it was, and holds back no other change', async () => {
    const [d, e] = [item('d'), item('e')];
    await engine.putRaw(item('d', '5'));
    await engine.putRaw(e);
    const stage = stagePrice(stagePrice(emptyStage, d, '1'), e, '2');
    const outcomes = await commitAll(engine.access, [...stage.values()], () => undefined);
    expect(outcomes.get(keyOf(d))).toEqual({ kind: 'conflict', theirs: item('d', '5') });
    expect(outcomes.get(keyOf(e))).toEqual({ kind: 'written', item: item('e', '2') });
    expect(countsInWords(countOutcomes([...stage.values()], outcomes))).toBe(
      '1 written · 1 in conflict',
    );
    expect(await stored('d')).toEqual(item('d', '5'));
  });

  it('writes mine over theirs once I have seen it', async () => {
    const f = item('f');
    const theirs: Item = { ...item('f', '5'), colour: { S: 'red' } };
    await engine.putRaw(theirs);
    const rebased = rebase(only(stagePrice(emptyStage, f, '1')), theirs);
    expect(await commitChange(engine.access, rebased)).toMatchObject({ kind: 'written' });
    expect(await stored('f')).toEqual({ ...item('f', '1'), colour: { S: 'red' } });
  });

  it('tells that the item is gone, and does not make it anew', async () => {
    const g = item('g');
    await engine.putRaw(g);
    await engine.deleteRaw('g');
    expect(await commit(stagePrice(emptyStage, g, '1'))).toEqual({
      [keyOf(g)]: { kind: 'conflict', theirs: undefined },
    });
    expect(await stored('g')).toBeUndefined();
  });

  it('deletes nothing that has changed', async () => {
    const h = item('h');
    await engine.putRaw(item('h', '5'));
    expect(await commit(stageDeletion(emptyStage, keyOf(h), h))).toEqual({
      [keyOf(h)]: { kind: 'conflict', theirs: item('h', '5') },
    });
  });
});

describe('undoing', () => {
  it('deletes nothing that changed where its condition has no room to look', async () => {
    const names = Array.from({ length: 160 }, (_, index) => `a${index}`);
    const large = (last: string): Item => ({
      pk: { S: 'large' },
      ...Object.fromEntries(names.map((name) => [name, { S: 'x' }])),
      a159: { S: last },
    });
    await engine.putRaw(large('theirs'));
    const change = { rowKey: 'large', original: large('x'), edited: undefined };
    expect(await commitChange(engine.access, change)).toEqual({
      kind: 'conflict',
      theirs: large('theirs'),
    });
    const other = { rowKey: 'b', original: undefined, edited: item('beside') };
    const together = await commitTogether(
      engine.access,
      [change, other],
      createTransactionTokens(),
    );
    expect(together.get('large')).toEqual({ kind: 'conflict', theirs: large('theirs') });
    expect(together.get('b')).toEqual({ kind: 'held' });
    expect(await stored('beside')).toBeUndefined();
    expect(await stored('large')).toEqual(large('theirs'));
  });

  it('waits for all that is under way where an answer cannot be read', async () => {
    const [one, two] = [item('odd'), item('even')];
    await engine.putRaw(one);
    await engine.putRaw(two);
    const { items } = engine.access;
    const update: typeof items.update = async (input, ...rest) => {
      const answer = await items.update(input, ...rest);
      if (!input.request.includes('"odd"')) return answer;
      return Promise.reject(
        new SortkeyError('CONDITION_FAILED', 'No.', { data: { item: '{"pk":{"X":1}}' } }),
      );
    };
    const stage = stagePrice(stagePrice(emptyStage, one, '1'), two, '2');
    const access = { ...engine.access, items: { ...items, update } };
    const outcomes = await commitAll(access, [...stage.values()]);
    expect(outcomes.get(keyOf(one))).toMatchObject({ kind: 'failed', unknown: true });
    expect(outcomes.get(keyOf(two))).toMatchObject({ kind: 'written' });
  });

  it('brings back a deleted item, unless there is one again', async () => {
    const i = item('i');
    expect(await commitChange(engine.access, { original: undefined, edited: i })).toEqual({
      kind: 'written',
      item: i,
    });
    expect(
      await commitChange(engine.access, { original: undefined, edited: item('i', '2') }),
    ).toEqual({ kind: 'conflict', theirs: i });
  });
});

it('says why a change cannot be sent, before it is', () => {
  const planned = planChange(engine.access, { original: item('j'), edited: { n: { N: '1' } } });
  expect(planned.kind === 'impossible' && planned.error.message).toBe(
    'The item has no partition key "pk" (String).',
  );
  expect(planChange(engine.access, { original: item('j'), edited: item('j') }).kind).toBe(
    'nothing',
  );
});

it('reads how the item stands where the endpoint does not tell', async () => {
  const dynalite = await startEngineAccess({ engine: 'dynalite' });
  try {
    const theirs = item('x', '5');
    await dynalite.putRaw(theirs);
    const outcome = await commitChange(dynalite.access, {
      original: item('x'),
      edited: item('x', '1'),
    });
    expect(outcome).toEqual({ kind: 'conflict', theirs });
  } finally {
    await dynalite.stop();
  }
});

/** A table on a real engine, as the renderer reaches it: without the link in between. */
async function startEngineAccess(options?: { engine: 'dynoxide' | 'dynalite' }) {
  const engine = await startTestEngine(options);
  const client = testClient(engine.endpoint);
  const tableName = testTableName('staging');
  await createTestTable(client, tableName);
  const service = createItemsService({ send: sendTo(client).send });
  type Input = { connectionId: string; request: string };
  const items = {
    put: (input: Input) => service.run('PutItem', input),
    get: (input: Input) => service.run('GetItem', input),
    update: (input: Input) => service.run('UpdateItem', input),
    delete: (input: Input) => service.run('DeleteItem', input),
    transact: (input: Input) => service.run('TransactWriteItems', input),
  } satisfies SortkeyClient['items'];
  const schema = { partitionKey: { name: 'pk', type: 'S' } } as const;
  const access: ItemAccess = { items, connectionId: 'any', tableName, schema };
  /** Somebody else's writing, past the app. */
  const putRaw = (item: Item) => sendValue(client, 'PutItem', { TableName: tableName, Item: item });
  const deleteRaw = (pk: string) =>
    sendValue(client, 'DeleteItem', { TableName: tableName, Key: { pk: { S: pk } } });
  return { access, putRaw, deleteRaw, stop: engine.stop };
}
