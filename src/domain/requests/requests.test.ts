import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryItem, arbitraryName } from '../testing/arbitrary-item.ts';
import {
  buildDeleteRequest,
  buildGetRequest,
  buildPutRequest,
  buildQueryRequest,
  buildScanRequest,
  buildUpdateRequest,
  serializeRequest,
} from './index.ts';
import { parseOperationRequest } from './parse-operation-request.ts';

const condition = {
  ConditionExpression: '#a = :a',
  ExpressionAttributeNames: { '#a': '__proto__' },
  ExpressionAttributeValues: { ':a': { N: '1' } },
} as const;
const key = { pk: { S: 'a' } };

describe('the builders', () => {
  it('put an item, and ask for the one that stands in the way', () => {
    const request = buildPutRequest({
      tableName: 'Books',
      item: key,
      expressions: { ...condition, UpdateExpression: 'left out' },
      returnValues: 'ALL_OLD',
    });
    expect(request).toEqual({
      TableName: 'Books',
      Item: key,
      ...condition,
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      ReturnValues: 'ALL_OLD',
      ReturnConsumedCapacity: 'TOTAL',
    });
  });

  it('leave out what is not asked for', () => {
    const empty = { ExpressionAttributeNames: {}, ExpressionAttributeValues: {} };
    const plain = { TableName: 'Books', ReturnConsumedCapacity: 'TOTAL' };
    const input = { tableName: 'Books', key, expressions: empty };
    expect(buildDeleteRequest({ ...input, returnValues: 'NONE' })).toEqual({ ...plain, Key: key });
    expect(buildUpdateRequest(input)).toEqual({ ...plain, Key: key });
    expect(buildGetRequest({ tableName: 'Books', key })).toEqual({ ...plain, Key: key });
    expect(buildScanRequest({ tableName: 'Books' })).toEqual(plain);
  });

  it('read a page of a query, newest first', () => {
    const request = buildQueryRequest({
      tableName: 'Books',
      indexName: 'by-year',
      expressions: { KeyConditionExpression: '#a = :a', ...condition },
      limit: 100,
      scanIndexForward: false,
      consistentRead: true,
      exclusiveStartKey: key,
    });
    expect(request).toEqual({
      TableName: 'Books',
      IndexName: 'by-year',
      KeyConditionExpression: '#a = :a',
      ExpressionAttributeNames: condition.ExpressionAttributeNames,
      ExpressionAttributeValues: condition.ExpressionAttributeValues,
      Limit: 100,
      ScanIndexForward: false,
      ConsistentRead: true,
      ExclusiveStartKey: key,
      ReturnConsumedCapacity: 'TOTAL',
    });
    const segment = { number: 1, total: 4 };
    expect(buildScanRequest({ tableName: 'Books', segment })).toMatchObject({
      Segment: 1,
      TotalSegments: 4,
    });
  });
});

describe('parseOperationRequest', () => {
  it('takes every request that was built, and means the same', () => {
    const put = fc.tuple(arbitraryItem(), arbitraryName()).map(([item, name]) =>
      buildPutRequest({
        tableName: 'Books',
        item,
        expressions: { ...condition, ExpressionAttributeNames: { '#a': name } },
      }),
    );
    fc.assert(
      fc.property(put, (request) => {
        const text = serializeRequest(request, 2);
        expect(serializeRequest(parseOperationRequest('PutItem', text))).toBe(
          serializeRequest(request),
        );
      }),
    );
  });

  it('takes the requests of the other operations', () => {
    const scan = buildScanRequest({ tableName: 'Books', segment: { number: 0, total: 1 } });
    const query = buildQueryRequest({
      tableName: 'Books',
      expressions: { ...condition, KeyConditionExpression: '#a = :a' },
      limit: 1,
      scanIndexForward: false,
      exclusiveStartKey: key,
    });
    const get = buildGetRequest({
      tableName: 'Books',
      key,
      consistentRead: true,
      expressions: { ...condition, ProjectionExpression: '#a' },
    });
    const change = { ...condition, UpdateExpression: 'SET #a = :a' };
    const input = { tableName: 'Books', key, expressions: change };
    const update = buildUpdateRequest({ ...input, returnValues: 'UPDATED_NEW' });
    const remove = buildDeleteRequest({ ...input, returnValues: 'ALL_OLD' });
    expect(parseOperationRequest('Scan', serializeRequest(scan))).toEqual(scan);
    expect(parseOperationRequest('Query', serializeRequest(query))).toEqual(query);
    expect(parseOperationRequest('GetItem', serializeRequest(get))).toEqual(get);
    expect(parseOperationRequest('UpdateItem', serializeRequest(update))).toEqual(update);
    expect(parseOperationRequest('DeleteItem', serializeRequest(remove))).toEqual(remove);
  });

  const put = { TableName: 'Books', Item: {} };
  const get = { TableName: 'Books', Key: key };
  it.each([
    ['PutItem', 'null', 'A PutItem request is an object.'],
    ['PutItem', '{', 'Expected a name in double quotes, found the end of the text.'],
    [
      'PutItem',
      '{"TableName":"a","TableName":"b"}',
      'The name "TableName" is twice in one object.',
    ],
    ['PutItem', { Item: {} }, 'A PutItem request needs TableName.'],
    ['PutItem', { TableName: 'Books' }, 'A PutItem request needs Item.'],
    ['PutItem', { ...put, Key: key }, 'A PutItem request has no member "Key" in this app.'],
    ['PutItem', '{"__proto__":1}', 'A PutItem request has no member "__proto__" in this app.'],
    [
      'PutItem',
      { ...put, Expected: {} },
      'A PutItem request has no member "Expected" in this app.',
    ],
    ['PutItem', { ...put, TableName: 5 }, 'TableName: Expected text.'],
    ['PutItem', { ...put, Item: { 'a.b': { N: 'x' } } }, 'Item."a.b": x is not a number.'],
    ['PutItem', { ...put, ReturnValues: 'ALL_NEW' }, 'ReturnValues: Expected NONE, ALL_OLD.'],
    ['GetItem', { ...get, ConsistentRead: 1 }, 'ConsistentRead: Expected true or false.'],
    [
      'GetItem',
      { ...get, Key: { pk: { BOOL: true } } },
      'Key.pk: A key attribute is a String, a Number or a Binary.',
    ],
    ['GetItem', { ...get, Key: {} }, 'Key: Expected 1 to 2 key attributes, found 0.'],
    [
      'GetItem',
      { ...get, ProjectionExpression: 'größe' },
      'ProjectionExpression: Names and values that are not ASCII must stand behind # and :',
    ],
    [
      'UpdateItem',
      { ...get, UpdateExpression: 'x'.repeat(4097) },
      'UpdateExpression: Expected at most 4096 characters, found 4097.',
    ],
    [
      'UpdateItem',
      { ...get, ExpressionAttributeNames: { a: 'x' } },
      'ExpressionAttributeNames: A placeholder is # and then letters, digits or _, not "a".',
    ],
    [
      'UpdateItem',
      { ...get, ExpressionAttributeNames: { '#a': 1 } },
      'ExpressionAttributeNames.#a: Expected a name.',
    ],
    [
      'UpdateItem',
      { ...get, ExpressionAttributeValues: { ':a': 1 } },
      'ExpressionAttributeValues.:a: Expected a typed value such as {"N": "12.5"}, found a plain',
    ],
    [
      'UpdateItem',
      { ...get, ExpressionAttributeValues: {} },
      'ExpressionAttributeValues: Expected at least one; leave it out instead.',
    ],
    ['TransactWriteItems', {}, 'A TransactWriteItems request needs TransactItems.'],
    [
      'TransactWriteItems',
      { TableName: 'Books' },
      'A TransactWriteItems request has no member "TableName" in this app.',
    ],
    [
      'TransactWriteItems',
      { TransactItems: [] },
      'TransactItems: Expected 1 to 100 actions, found 0.',
    ],
    [
      'TransactWriteItems',
      { TransactItems: Array.from({ length: 101 }, () => ({ Put: put })) },
      'TransactItems: Expected 1 to 100 actions, found 101.',
    ],
    [
      'TransactWriteItems',
      { TransactItems: [{ Put: put }, { Put: put, Delete: get }] },
      'TransactItems[1]: Expected one of Put, Update, Delete, ConditionCheck.',
    ],
    [
      'TransactWriteItems',
      { TransactItems: [{ Get: get }] },
      'TransactItems[0]: Expected one of Put, Update, Delete, ConditionCheck.',
    ],
    [
      'TransactWriteItems',
      { TransactItems: [{ Put: { ...put, ReturnValues: 'ALL_OLD' } }] },
      'A Put of a transaction has no member "ReturnValues" in this app.',
    ],
    [
      'TransactWriteItems',
      { TransactItems: [{ ConditionCheck: get }] },
      'A ConditionCheck of a transaction needs ConditionExpression.',
    ],
    [
      'TransactWriteItems',
      { TransactItems: [{ Put: put }, { Put: { ...put, Item: { a: 1 } } }] },
      'TransactItems[1].Put.Item.a: Expected a typed value',
    ],
    [
      'TransactWriteItems',
      { TransactItems: [{ Put: put }], ClientRequestToken: 'x'.repeat(37) },
      'ClientRequestToken: Expected at most 36 characters, found 37.',
    ],
    ['Query', { TableName: 'Books' }, 'A Query request needs KeyConditionExpression.'],
    ['Scan', { TableName: 'Books', Limit: 0 }, 'Limit: Expected a whole number from 1.'],
    ['Scan', { TableName: 'Books', Limit: 1.5 }, 'Limit: Expected a whole number from 1.'],
  ] as const)('refuses %s of %j in words', (operation, request, message) => {
    const text = typeof request === 'string' ? request : JSON.stringify(request);
    expect(() => parseOperationRequest(operation, text)).toThrow(message);
  });
});
