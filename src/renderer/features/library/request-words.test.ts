import { expect, it } from 'vitest';
import { requestInWords } from './request-words.ts';

const words = (request: object) => requestInWords(JSON.stringify(request)).words;

it('reads a query as a sentence, with names and values in their places', () => {
  const request = {
    TableName: 'Books',
    IndexName: 'by-title',
    KeyConditionExpression: '#n0 = :v0 AND begins_with(#n1, :v1)',
    FilterExpression: '#n2 > :v2 AND attribute_exists(#n3)',
    ExpressionAttributeNames: {
      '#n0': 'book_id',
      '#n1': 'title',
      '#n2': 'size',
      '#n3': '__proto__',
    },
    ExpressionAttributeValues: { ':v0': { N: '1001' }, ':v1': { S: 'Am' }, ':v2': { N: '5' } },
    Limit: 20,
    ScanIndexForward: false,
    ConsistentRead: true,
  };
  expect(requestInWords(JSON.stringify(request))).toEqual({
    tableName: 'Books',
    indexName: 'by-title',
    words:
      'book_id = 1001 AND begins_with(title, "Am") · where size > 5 AND attribute_exists(__proto__)' +
      ' · limit 20 · descending · consistent',
  });
});

it('reads writes: their key, what they change and under which condition', () => {
  const update = {
    Key: { book_id: { N: '7' }, title: { S: '' } },
    UpdateExpression: 'SET #p = :p REMOVE shelf',
    ConditionExpression: '#p < :p',
    ExpressionAttributeNames: { '#p': 'price' },
    ExpressionAttributeValues: { ':p': { N: '12.50' } },
  };
  expect(words(update)).toBe(
    'book_id = 7, title = "" · SET price = 12.50 REMOVE shelf · if price < 12.50',
  );
  const attributes = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [name, { BOOL: true }] as const);
  expect(words({ Item: Object.fromEntries(attributes) })).toBe(
    'a = true, b = true, c = true, d = true, 2 more',
  );
  expect(words({ Key: { id: { S: 'x'.repeat(500) } } })).toBe(`id = "${'x'.repeat(59)}…`);
});

it('reads what it does not know as far as it can', () => {
  expect(words({})).toBe('');
  expect(words({ Statement: 'SELECT * FROM "Books"' })).toBe('SELECT * FROM "Books"');
  expect(words({ TransactItems: [{}, {}] })).toBe('2 together');
  expect(words({ Key: { id: { X: 1 } }, FilterExpression: ':gone = #x' })).toBe(
    'id = ? · where :gone = #x',
  );
});
