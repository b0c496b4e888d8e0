import type { CodeRequest } from '../code-request.ts';

const sandbox = { endpoint: 'http://127.0.0.1:8000', region: 'us-east-1' };

/** A request of each operation, with what is hard to write down: quotes, every type, odd names. */
export const examples: Readonly<Record<string, CodeRequest>> = {
  'create-table': {
    ...sandbox,
    operation: 'CreateTable',
    request: {
      TableName: 'Books',
      AttributeDefinitions: [
        { AttributeName: 'book_id', AttributeType: 'N' },
        { AttributeName: 'title', AttributeType: 'S' },
      ],
      KeySchema: [
        { AttributeName: 'book_id', KeyType: 'HASH' },
        { AttributeName: 'title', KeyType: 'RANGE' },
      ],
      ProvisionedThroughput: { ReadCapacityUnits: 10, WriteCapacityUnits: 10 },
    },
  },
  'put-item': {
    ...sandbox,
    operation: 'PutItem',
    request: {
      TableName: 'Books',
      Item: {
        book_id: { N: '1000' },
        title: { S: 'It\'s "Atomic"\n$HOME `habits` \\ é 😀' },
        price: { N: '12345678901234567890.123456789012345678' },
        empty: { S: '' },
        cover: { B: 'AAEC/f7/' },
        pages: { BS: ['AAE=', '/w=='] },
        tags: { SS: ['a', 'b'] },
        years: { NS: ['1', '2.5'] },
        out_of_print: { BOOL: false },
        nothing: { NULL: true },
        'a.b': { L: [{ N: '1' }, { B: 'AA==' }, { L: [] }, { M: {} }] },
        details: { M: { 'first line': { M: { deep: { S: 'x' } } }, year: { N: '2018' } } },
      },
      ConditionExpression: 'attribute_not_exists(#n0)',
      ExpressionAttributeNames: { '#n0': 'book_id' },
      ReturnConsumedCapacity: 'TOTAL',
    },
  },
  'get-item': {
    region: 'eu-west-1',
    access: { kind: 'profile', profile: 'work "x"' },
    operation: 'GetItem',
    request: {
      TableName: 'Books',
      Key: { book_id: { N: '1000' }, title: { S: 'Atomic habits' } },
      ConsistentRead: true,
    },
  },
  'update-item': {
    ...sandbox,
    operation: 'UpdateItem',
    request: {
      TableName: 'Books',
      Key: { book_id: { N: '1000' }, title: { S: 'Atomic habits' } },
      UpdateExpression: 'SET #n0 = :p REMOVE #n1',
      ConditionExpression: '#n0 < :max',
      ExpressionAttributeNames: { '#n0': 'price', '#n1': "author's note" },
      ExpressionAttributeValues: { ':p': { N: '10' }, ':max': { N: '20.50' } },
      ReturnValues: 'ALL_NEW',
    },
  },
  'delete-item': {
    region: 'us-east-1',
    operation: 'DeleteItem',
    request: {
      TableName: 'Books',
      Key: { book_id: { N: '1000' }, title: { S: 'Atomic habits' } },
      ReturnValues: 'ALL_OLD',
    },
  },
  query: {
    ...sandbox,
    operation: 'Query',
    request: {
      TableName: 'Books',
      KeyConditionExpression: '#n0 = :v0 AND begins_with(#n1, :v1)',
      ExpressionAttributeNames: { '#n0': 'book_id', '#n1': 'title' },
      ExpressionAttributeValues: { ':v0': { N: '1000' }, ':v1': { S: 'At' } },
      Limit: 100,
      ScanIndexForward: false,
    },
  },
  scan: {
    ...sandbox,
    operation: 'Scan',
    request: {
      TableName: 'Books',
      FilterExpression: '#n0 = :v0',
      ExpressionAttributeNames: { '#n0': '__proto__' },
      ExpressionAttributeValues: { ':v0': { M: JSON.parse('{"__proto__": {"S": "x"}}') as {} } },
      Limit: 100,
      ConsistentRead: false,
    },
  },
};
