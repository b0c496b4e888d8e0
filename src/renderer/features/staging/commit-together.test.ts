import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import type { Connection } from '../../../contract/connections.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import { startTestEngine } from '../../../main/testing/start-engine.ts';
import type { TestEngine } from '../../../main/testing/start-engine.ts';
import { commitTogether, createTransactionTokens, whyNotTogether } from './commit-together.ts';
import type { ItemAccess } from './item-access.ts';
import type { StagedChange } from './staged-change.ts';
import { makeTable } from './testing/engine-access.ts';
import type { TestTable } from './testing/engine-access.ts';

let engine: TestEngine;
let table: TestTable;
beforeAll(async () => {
  engine = await startTestEngine();
  table = await makeTable(engine.endpoint, {
    partitionKey: { name: 'pk', type: 'S' },
    sortKey: { name: 'sk', type: 'N' },
  });
});
afterAll(() => engine.stop());

const item = (pk: string, sk: number, text: string): Item => ({
  pk: { S: pk },
  sk: { N: `${sk}` },
  text: { S: text },
});
const edit = (pk: string, sk: number): StagedChange => ({
  rowKey: `${sk}`,
  original: item(pk, sk, 'before'),
  edited: item(pk, sk, 'after'),
});
const textsIn = async (pk: string) => {
  const items = await table.queryRaw(pk);
  return items.map(({ text }) => (text !== undefined && 'S' in text ? text.S : ''));
};
const putBefore = (pk: string, count: number) =>
  Promise.all(Array.from({ length: count }, (_, sk) => table.putRaw(item(pk, sk, 'before'))));

/** The access, with the tokens that it sends and answers that can be lost. */
function watched(lost: { times: number }): { access: ItemAccess; sent: string[] } {
  const sent: string[] = [];
  const { items } = table.access;
  const transact: ItemAccess['items']['transact'] = async (input, ...rest) => {
    const { ClientRequestToken } = JSON.parse(input.request) as { ClientRequestToken: string };
    sent.push(ClientRequestToken);
    const answer = await items.transact(input, ...rest);
    if (lost.times > 0) {
      lost.times -= 1;
      throw new SortkeyError('LINK_CLOSED', 'The link is closed.');
    }
    return answer;
  };
  return { access: { ...table.access, items: { ...items, transact } }, sent };
}

describe('all or nothing', () => {
  it('writes nothing where one is in conflict, and tells which', async () => {
    await putBefore('conflict', 3);
    await table.putRaw(item('conflict', 1, 'theirs'));
    const changes = [0, 1, 2].map((sk) => edit('conflict', sk));
    const outcomes = await commitTogether(table.access, changes, createTransactionTokens());
    expect([...outcomes]).toEqual([
      ['0', { kind: 'held' }],
      ['1', { kind: 'conflict', theirs: item('conflict', 1, 'theirs') }],
      ['2', { kind: 'held' }],
    ]);
    expect(await textsIn('conflict')).toEqual(['before', 'theirs', 'before']);
  });

  it('says which key is taken where an item cannot be moved', async () => {
    await putBefore('moved', 3);
    const change: StagedChange = {
      rowKey: '0',
      original: item('moved', 0, 'before'),
      edited: item('moved', 2, 'after'),
    };
    const outcomes = await commitTogether(
      table.access,
      [edit('moved', 1), change],
      createTransactionTokens(),
    );
    expect(outcomes.get('1')).toEqual({ kind: 'held' });
    expect(outcomes.get('0')).toMatchObject({
      kind: 'failed',
      error: {
        message:
          'There is an item with the new key already (pk = "moved", sk = 2), so nothing was ' +
          'written. Choose another key, or delete that item first.',
      },
    });
    expect(await textsIn('moved')).toEqual(['before', 'before', 'before']);
  });

  it('is sent again with its token where the answer was lost, and carried out once', async () => {
    await putBefore('token', 2);
    const { access, sent } = watched({ times: 1 });
    const tokens = createTransactionTokens();
    const changes = [edit('token', 0), edit('token', 1)];
    const first = await commitTogether(access, changes, tokens);
    expect([...first.values()]).toMatchObject([
      { kind: 'failed', unknown: true },
      { kind: 'failed', unknown: true },
    ]);
    const second = await commitTogether(access, changes, tokens);
    // Its conditions do not hold any more: only the token makes it a success.
    expect([...second.values()]).toEqual([
      { kind: 'written', item: item('token', 0, 'after') },
      { kind: 'written', item: item('token', 1, 'after') },
    ]);
    expect(sent[0]).toBe(sent[1]);
    expect(await textsIn('token')).toEqual(['after', 'after']);
  });

  it('has another token for another request, and for another attempt once it was answered', async () => {
    await putBefore('others', 2);
    const { access, sent } = watched({ times: 1 });
    const tokens = createTransactionTokens();
    await commitTogether(access, [edit('others', 0)], tokens);
    await commitTogether(access, [edit('others', 1)], tokens);
    await commitTogether(access, [edit('others', 1)], tokens);
    expect(new Set(sent).size).toBe(3);
  });

  it('leaves out what was written before, and writes the rest', async () => {
    await putBefore('already', 3);
    await table.putRaw(item('already', 1, 'after'));
    const changes = [0, 1, 2].map((sk) => edit('already', sk));
    const outcomes = await commitTogether(table.access, changes, createTransactionTokens());
    expect([...outcomes.values()]).toEqual([
      { kind: 'written', item: item('already', 0, 'after') },
      { kind: 'written', item: item('already', 1, 'after'), already: true },
      { kind: 'written', item: item('already', 2, 'after') },
    ]);
    expect(await textsIn('already')).toEqual(['after', 'after', 'after']);
  });

  it('sends nothing where one of them cannot be', async () => {
    const { access, sent } = watched({ times: 0 });
    const changes = [edit('none', 0), { rowKey: 'x', original: undefined, edited: {} }];
    const outcomes = await commitTogether(access, changes, createTransactionTokens());
    expect(outcomes.get('0')).toEqual({ kind: 'held' });
    expect(outcomes.get('x')).toMatchObject({ kind: 'failed' });
    expect(sent).toEqual([]);
  });
});

const changesOf = (count: number) => Array.from({ length: count }, (_, sk) => edit('x', sk));
const lacking = (...lacks: string[]): ItemAccess => ({
  ...table.access,
  connection: { capabilities: { parallelSegments: 1, lacks } } as unknown as Connection,
});

describe('all or nothing is refused in words', () => {
  it.each([
    [
      'for more than a hundred',
      101,
      [],
      'A transaction takes up to 100 writes; these are 101 changes.',
    ],
    [
      'where there are no transactions',
      2,
      ['Transactions, PartiQL, streams, tags and time to live'],
      'This endpoint offers no transactions.',
    ],
  ])('%s', (_words, count, lacks, message) => {
    expect(whyNotTogether(lacking(...lacks), changesOf(count))).toBe(message);
  });

  it('for two changes of one item, and not for a hundred', () => {
    const twice = [edit('x', 1), { ...edit('x', 1), rowKey: 'again' }];
    expect(whyNotTogether(table.access, twice)).toMatch(/^Two changes are about one item/);
    expect(whyNotTogether(lacking('Backups'), changesOf(100))).toBeUndefined();
  });
});
