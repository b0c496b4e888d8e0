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
  'scan-segments': {
    region: 'cn-north-1',
    operation: 'Scan',
    request: { TableName: 'Books', IndexName: 'by-year', Segment: 1, TotalSegments: 4 },
  },
  'query-count': {
    ...sandbox,
    operation: 'Query',
    request: {
      TableName: 'Books',
      KeyConditionExpression: '#n0 = :v0',
      ExpressionAttributeNames: { '#n0': 'book_id' },
      ExpressionAttributeValues: { ':v0': { N: '1000' } },
      Select: 'COUNT',
      ExclusiveStartKey: { book_id: { N: '1000' }, title: { S: 'A' } },
    },
  },
  'create-table-indexes': {
    ...sandbox,
    operation: 'CreateTable',
    request: {
      TableName: 'Books',
      AttributeDefinitions: [
        { AttributeName: 'book_id', AttributeType: 'N' },
        { AttributeName: 'year', AttributeType: 'N' },
      ],
      KeySchema: [{ AttributeName: 'book_id', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
      GlobalSecondaryIndexes: [
        {
          IndexName: 'by-year',
          KeySchema: [{ AttributeName: 'year', KeyType: 'HASH' }],
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['title'] },
        },
      ],
    },
  },
  'delete-table': { ...sandbox, operation: 'DeleteTable', request: { TableName: 'Books' } },
  'batch-write-item': {
    ...sandbox,
    operation: 'BatchWriteItem',
    request: {
      RequestItems: {
        Item: [
          { PutRequest: { Item: { id: { N: '1' }, cover: { B: 'AAE=' }, years: { NS: ['1'] } } } },
          { DeleteRequest: { Key: { id: { N: '12345678901234567890123456789012345678' } } } },
        ],
      },
    },
  },
  'transact-write-items': {
    ...sandbox,
    operation: 'TransactWriteItems',
    request: {
      TransactItems: [
        {
          Put: {
            TableName: 'Books',
            Item: { id: { N: '2' }, tags: { SS: ['a'] }, sizes: { NS: ['1', '2.50'] } },
            ConditionExpression: 'attribute_not_exists(#n0)',
            ExpressionAttributeNames: { '#n0': 'id' },
          },
        },
        {
          Update: {
            TableName: 'Books',
            Key: { id: { N: '3' } },
            UpdateExpression: 'SET #n0 = :v0',
            ExpressionAttributeNames: { '#n0': 'price' },
            ExpressionAttributeValues: { ':v0': { N: '1.10' } },
          },
        },
        { Delete: { TableName: 'Books', Key: { id: { N: '1' } } } },
        {
          ConditionCheck: {
            TableName: 'Books',
            Key: { id: { N: '4' } },
            ConditionExpression: 'attribute_exists(#n0)',
            ExpressionAttributeNames: { '#n0': 'id' },
          },
        },
      ],
      ClientRequestToken: '0f1e2d3c',
    },
  },
  'transact-get-items': {
    ...sandbox,
    operation: 'TransactGetItems',
    request: {
      TransactItems: [
        { Get: { TableName: 'Books', Key: { id: { N: '2' } } } },
        { Get: { TableName: 'Books', Key: { id: { N: '3' } } } },
      ],
    },
  },
  'execute-statement': {
    ...sandbox,
    operation: 'ExecuteStatement',
    request: {
      Statement: `SELECT * FROM "Books" WHERE id = ? AND note <> 'it''s'`,
      Parameters: [{ N: '2' }],
      Limit: 10,
    },
  },
  'batch-execute-statement': {
    ...sandbox,
    operation: 'BatchExecuteStatement',
    request: {
      Statements: [
        { Statement: 'SELECT * FROM "Books" WHERE id = ?', Parameters: [{ N: '2' }] },
        { Statement: 'SELECT * FROM "Books" WHERE id = 3' },
      ],
    },
  },
  'execute-transaction': {
    ...sandbox,
    operation: 'ExecuteTransaction',
    request: {
      TransactStatements: [
        {
          Statement: `INSERT INTO "Books" VALUE {'id': ?, 'cover': ?}`,
          Parameters: [{ N: '5' }, { B: 'AAE=' }],
        },
      ],
    },
  },
  import: {
    ...sandbox,
    operation: 'Import',
    request: {
      tableName: 'Books',
      fileName: "it's books.json",
      format: 'json',
      keyNames: ['book_id', 'title'],
    },
  },
  'import-dynamodb-json-lines': {
    ...sandbox,
    operation: 'Import',
    request: {
      tableName: 'Books',
      fileName: 'export.json',
      format: 'dynamodb-json-lines',
      keyNames: ['book_id'],
    },
  },
  commit: {
    region: 'eu-west-1',
    access: { kind: 'profile', profile: 'work' },
    operation: 'Commit',
    request: {
      writes: [
        {
          operation: 'UpdateItem',
          request: {
            TableName: 'Books',
            Key: { id: { N: '3' } },
            UpdateExpression: 'SET #n0 = :v0',
            ConditionExpression: '#n0 = :v1',
            ExpressionAttributeNames: { '#n0': 'price' },
            ExpressionAttributeValues: { ':v0': { N: '1.10' }, ':v1': { N: '1' } },
          },
        },
        { operation: 'DeleteItem', request: { TableName: 'Books', Key: { id: { N: '1' } } } },
      ],
    },
  },
};
