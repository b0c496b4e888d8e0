import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendTo } from '../../testing/send-to.ts';
import { startTestEngine, testTableName } from '../../testing/start-engine.ts';
import type { TestEngine } from '../../testing/start-engine.ts';
import { createTestTable, testClient } from '../../testing/wire.ts';
import { createItemsService } from './items-service.ts';
import type { ItemOperation, ItemsService } from './items-service.ts';

const TableName = testTableName('items');
let engine: TestEngine;
let items: ItemsService;
let sent: ReturnType<typeof sendTo>['sent'];

beforeAll(async () => {
  engine = await startTestEngine();
  const client = testClient(engine.endpoint);
  await createTestTable(client, TableName);
  const access = sendTo(client);
  sent = access.sent;
  items = createItemsService({ send: access.send });
});
afterAll(() => engine.stop());

/** The response's body, as a value. */
async function run(operation: ItemOperation, request: object): Promise<unknown> {
  const text = JSON.stringify({ TableName, ...request });
  const { response } = await items.run(operation, { connectionId: 'any', request: text });
  return JSON.parse(response) as unknown;
}

async function failure(operation: ItemOperation, request: object | string): Promise<unknown> {
  const before = sent.length;
  const text = typeof request === 'string' ? request : JSON.stringify({ TableName, ...request });
  const error: unknown = await items
    .run(operation, { connectionId: 'any', request: text })
    .catch((cause: unknown) => cause);
  expect(sent.length - before, 'requests sent').toBe(0);
  return error;
}

const Key = (pk: string) => ({ pk: { S: pk } });

describe('one item at a time', () => {
  it('puts, gets, updates and deletes', async () => {
    await run('PutItem', { Item: { ...Key('a'), n: { N: '1' } } });
    const updated = await run('UpdateItem', {
      Key: Key('a'),
      UpdateExpression: 'SET n = n + :one, tags = :tags',
      ExpressionAttributeValues: { ':one': { N: '0.1' }, ':tags': { SS: ['x'] } },
      ReturnValues: 'UPDATED_NEW',
    });
    expect(updated).toEqual({ Attributes: { n: { N: '1.1' }, tags: { SS: ['x'] } } });
    const deleted = await run('DeleteItem', { Key: Key('a'), ReturnValues: 'ALL_OLD' });
    expect(deleted).toEqual({
      Attributes: { n: { N: '1.1' }, pk: { S: 'a' }, tags: { SS: ['x'] } },
    });
    expect(await run('GetItem', { Key: Key('a') })).toEqual({});
  });

  it('answers what came with the response', async () => {
    const request = JSON.stringify({
      TableName,
      Key: Key('none'),
      ReturnConsumedCapacity: 'TOTAL',
    });
    const result = await items.run('GetItem', { connectionId: 'any', request });
    expect(result).toMatchObject({ httpStatus: 200, attempts: 1 });
    expect(result.requestId).toMatch(/^\w{20,}$/);
    expect(JSON.parse(result.response)).toMatchObject({
      ConsumedCapacity: { TableName, CapacityUnits: 0.5 },
    });
  });

  it('gives the names of attributes in order, whatever the engine does', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `attribute ${String(index + 10)}`);
    const attributes = Object.fromEntries(names.map((name) => [name, { N: '1' }]));
    await run('PutItem', { Item: { ...Key('order'), ...attributes, m: { M: attributes } } });
    const { Item } = (await run('GetItem', { Key: Key('order') })) as {
      Item: { m: { M: object } };
    };
    expect(Object.keys(Item)).toEqual([...names, 'm', 'pk']);
    expect(Object.keys(Item.m.M)).toEqual(names);
  });

  it('sends no raw name, so that one that is not ASCII cannot end the engine', async () => {
    await run('PutItem', { Item: { ...Key('é'), 名前: { S: 'old' }, Größe: { N: '1' } } });
    const updated = await run('UpdateItem', {
      Key: Key('é'),
      UpdateExpression: 'SET 名前 = :new REMOVE Größe',
      ConditionExpression: 'attribute_exists(名前)',
      ExpressionAttributeValues: { ':new': { S: 'new' } },
      ReturnValues: 'ALL_NEW',
    });
    expect(updated).toEqual({ Attributes: { pk: { S: 'é' }, 名前: { S: 'new' } } });
    const projected = await run('GetItem', { Key: Key('é'), ProjectionExpression: '名前' });
    expect(projected).toEqual({ Item: { 名前: { S: 'new' } } });
    for (const { request } of sent) {
      for (const [member, value] of Object.entries(request)) {
        if (member.endsWith('Expression')) expect(value).toMatch(/^[ -~]*$/);
      }
    }
  });

  it('sends a request with placeholders as it was given', async () => {
    const request = {
      TableName,
      Key: Key('same'),
      UpdateExpression: 'SET #n = if_not_exists(#n, :zero) + :one',
      ConditionExpression: 'attribute_not_exists(#n) OR #n < :ten',
      ExpressionAttributeNames: { '#n': 'n' },
      ExpressionAttributeValues: { ':zero': { N: '0' }, ':one': { N: '1' }, ':ten': { N: '10' } },
    };
    await run('UpdateItem', request);
    expect(sent.at(-1)?.request).toEqual(request);
  });

  it('gives the item as it stands when the condition fails', async () => {
    await run('PutItem', { Item: { ...Key('held'), b: { N: '2' }, a: { N: '1' } } });
    await expect(
      run('PutItem', {
        Item: Key('held'),
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    ).rejects.toMatchObject({
      code: 'CONDITION_FAILED',
      detail: { data: { item: '{"a":{"N":"1"},"b":{"N":"2"},"pk":{"S":"held"}}' } },
    });
  });
});

const putAction = (pk: string, n = '1') => ({
  Put: {
    TableName,
    Item: { ...Key(pk), n: { N: n } },
    ConditionExpression: 'attribute_not_exists(pk)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
});
const transact = async (ClientRequestToken: string | undefined, ...TransactItems: object[]) => {
  const request = JSON.stringify({ ClientRequestToken, TransactItems });
  await items.run('TransactWriteItems', { connectionId: 'any', request });
};
const storedNumber = async (pk: string) =>
  ((await run('GetItem', { Key: Key(pk) })) as { Item?: { n: { N: string } } }).Item?.n.N;

describe('several items together', () => {
  it('are written, or none of them is', async () => {
    await transact('first', putAction('t1'), putAction('t2'));
    expect([await storedNumber('t1'), await storedNumber('t2')]).toEqual(['1', '1']);
    const error: unknown = await transact('second', putAction('t3'), putAction('t1', '2')).catch(
      (cause: unknown) => cause,
    );
    expect(error).toMatchObject({
      code: 'TRANSACTION_CANCELLED',
      message:
        `The transaction was cancelled, so nothing was written in table ${TableName}: of its 2 ` +
        'actions 1 could not be carried out (1 × ConditionalCheckFailed).',
    });
    const { reasons } = (error as { detail: { data: { reasons: string } } }).detail.data;
    expect(JSON.parse(reasons)).toMatchObject([
      { Code: 'None' },
      { Code: 'ConditionalCheckFailed', Item: { n: { N: '1' }, pk: { S: 't1' } } },
    ]);
    expect(await storedNumber('t3')).toBeUndefined();
  });

  it('are written once by one token, however often it is sent', async () => {
    const add = {
      Update: {
        TableName,
        Key: Key('once'),
        UpdateExpression: 'ADD n :one',
        ExpressionAttributeValues: { ':one': { N: '1' } },
      },
    };
    await transact('the same', add);
    await transact('the same', add);
    expect(await storedNumber('once')).toBe('1');
    await transact('another', add);
    expect(await storedNumber('once')).toBe('2');
  });

  it('are sent without a raw name', async () => {
    await transact('raw', {
      Update: {
        TableName,
        Key: Key('名'),
        UpdateExpression: 'SET Größe = :n',
        ConditionExpression: 'attribute_not_exists(名前)',
        ExpressionAttributeValues: { ':n': { N: '1' } },
      },
    });
    const actions = sent.at(-1)?.request['TransactItems'] as { Update: object }[] | undefined;
    const update = actions?.[0]?.Update;
    expect(update).toMatchObject({
      UpdateExpression: expect.stringMatching(/^[ -~]*$/) as string,
      ConditionExpression: expect.stringMatching(/^[ -~]*$/) as string,
    });
  });

  it.each([
    ['no token', { TransactItems: [putAction('x')] }, /needs ClientRequestToken here/],
    ['no actions', { ClientRequestToken: 'x' }, /needs TransactItems/],
    [
      'an expression that cannot be read',
      {
        ClientRequestToken: 'x',
        TransactItems: [
          putAction('x'),
          { Put: { ...putAction('y').Put, ConditionExpression: 'a =' } },
        ],
      },
      /^TransactItems\[1\]\.Put: Condition expression, character 4: /,
    ],
    [
      'an action of another kind',
      { ClientRequestToken: 'x', TransactItems: [{ Get: {} }] },
      /^TransactItems\[0\]: Expected one of Put, Update, Delete, ConditionCheck/,
    ],
  ])('are refused with %s', async (_words, request, message) => {
    expect(await failure('TransactWriteItems', JSON.stringify(request))).toMatchObject({
      code: 'REQUEST_INVALID',
      message: expect.stringMatching(message) as string,
    });
  });

  it('are refused where one is too large', async () => {
    const Item = { ...Key('big'), text: { S: 'x'.repeat(409_600) } };
    const request = { ClientRequestToken: 'x', TransactItems: [{ Put: { TableName, Item } }] };
    expect(await failure('TransactWriteItems', JSON.stringify(request))).toMatchObject({
      code: 'ITEM_TOO_LARGE',
    });
  });
});

describe('a request that cannot be sent', () => {
  it.each([
    ['text that is not JSON', '{"TableName": "T",\n oops', /not JSON, line 2, column 2/],
    ['a list', '[]', /request is an object/],
    ['a name twice', '{"TableName":"T","TableName":"U"}', /TableName/],
    ['a member that the app does not send', { Bogus: 1 }, /no member "Bogus"/],
    ['no item', {}, /needs Item/],
    ['an item that is no DynamoDB JSON', { Item: { pk: 'a' } }, /Item\.pk/],
  ])('is refused: %s', async (_words, request, message) => {
    expect(await failure('PutItem', request)).toMatchObject({
      code: 'REQUEST_INVALID',
      message: expect.stringMatching(message) as string,
    });
  });

  it('names the number of 39 digits', async () => {
    const n = { N: '123456789012345678901234567890123456789' };
    expect(
      await failure('PutItem', { Item: { ...Key('n'), list: { L: [{ M: { n } }] } } }),
    ).toMatchObject({
      code: 'REQUEST_INVALID',
      message: expect.stringMatching(/Item\.list\[0\]\.n.*38/) as string,
    });
  });

  it('names the size of an item over 400 KB', async () => {
    expect(
      await failure('PutItem', { Item: { ...Key('big'), text: { S: 'x'.repeat(409_600) } } }),
    ).toMatchObject({
      code: 'ITEM_TOO_LARGE',
      message: expect.stringMatching(/^The item has 409,609 bytes; .* 409,600/) as string,
      detail: { data: { size: 409_609 } },
    });
  });

  it.each([
    ['SET a = ', /Update expression, character \d+: /],
    ['SET a = :missing', /:missing/],
    ['SET #missing = :a', /#missing/],
  ])('says what is wrong with the expression %s', async (UpdateExpression, message) => {
    const ExpressionAttributeValues = { ':a': { S: 'a' } };
    const request = { Key: Key('a'), UpdateExpression, ExpressionAttributeValues };
    expect(await failure('UpdateItem', request)).toMatchObject({
      code: 'REQUEST_INVALID',
      message: expect.stringMatching(message) as string,
    });
  });
});
