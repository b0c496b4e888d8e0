import { describe, expect, it } from 'vitest';
import type { TableDescription } from '../../../contract/tables.ts';
import { planRead } from './plan-read.ts';
import { chooseIndex, initialForm, optionsInWords, orderWords } from './query-form.ts';
import type { QueryForm } from './query-form.ts';

const table: TableDescription = {
  tableName: 'Books',
  status: 'ACTIVE',
  partitionKey: { name: 'book_id', type: 'N' },
  sortKey: { name: 'title', type: 'S' },
  billing: { mode: 'on-demand' },
  indexes: [
    {
      name: 'by-author',
      kind: 'global',
      partitionKey: { name: 'author', type: 'S' },
      sortKey: { name: 'year', type: 'N' },
      projection: { type: 'KEYS_ONLY' },
    },
  ],
  deletionProtection: false,
  streamEnabled: false,
};
const query: QueryForm = { ...initialForm, kind: 'Query', partitionKeyValue: '1001' };

function requestOf(form: QueryForm): unknown {
  const planned = planRead(form, table);
  if (!planned.ok) throw new Error(planned.problem.message);
  return JSON.parse(planned.read.request);
}

describe('the request', () => {
  it('scans the table', () => {
    expect(requestOf(initialForm)).toEqual({ TableName: 'Books', ReturnConsumedCapacity: 'TOTAL' });
  });

  it('queries by the partition key, with a condition on the sort key', () => {
    const form: QueryForm = {
      ...query,
      sortKeyOperator: 'BETWEEN',
      sortKeyValue: 'A',
      sortKeyValueTo: 'M',
      descending: true,
      limit: '10',
      consistentRead: true,
    };
    expect(requestOf(form)).toMatchObject({
      TableName: 'Books',
      Limit: 10,
      ConsistentRead: true,
      ScanIndexForward: false,
      ExpressionAttributeValues: expect.objectContaining({}) as unknown,
    });
    const values = Object.values(
      (requestOf(form) as { ExpressionAttributeValues: object }).ExpressionAttributeValues,
    );
    expect(values).toEqual([{ N: '1001' }, { S: 'A' }, { S: 'M' }]);
  });

  it('filters by any path', () => {
    const filters = [
      { id: 1, path: 'details.year', operator: '>' as const, values: [{ N: '2000' }] },
    ];
    expect(requestOf({ ...initialForm, filters })).toMatchObject({
      FilterExpression: expect.stringMatching(/^#\w+\.#\w+ > :\w+$/) as unknown,
    });
  });
});

const filter = { id: 7, path: 'price', operator: '=' as const, values: [{ N: '1' }] };
const problems: [string, QueryForm, unknown, string][] = [
  [
    'an empty partition key',
    { ...query, partitionKeyValue: '' },
    'partitionKeyValue',
    'Type a value of the partition key "book_id".',
  ],
  [
    'text for a number key',
    { ...query, partitionKeyValue: 'abc' },
    'partitionKeyValue',
    'The partition key "book_id" is a Number: abc is not a number.',
  ],
  [
    'an empty sort key value',
    { ...query, sortKeyOperator: 'begins_with' },
    'sortKeyValue',
    'Type a value of the sort key "title".',
  ],
  [
    'a BETWEEN without its end',
    { ...query, sortKeyOperator: 'BETWEEN', sortKeyValue: 'A' },
    'sortKeyValueTo',
    'Type a value of the sort key "title".',
  ],
  [
    'a limit in words',
    { ...query, limit: 'ten' },
    'limit',
    'The limit is the number of items of a page: a whole number from 1.',
  ],
  [
    'a filter on nothing',
    { ...query, filters: [{ ...filter, path: ' ' }] },
    7,
    'Name the attribute of the filter.',
  ],
  [
    'a filter with half a number',
    { ...query, filters: [{ ...filter, values: [{ N: '1e' }] }] },
    7,
    'The filter on price: 1e is not a number.',
  ],
  [
    'a filter on the key',
    { ...query, filters: [{ ...filter, path: 'book_id' }] },
    undefined,
    '"book_id" is a key here: a query cannot filter by it. Use the key conditions.',
  ],
];
it.each(problems)('%s is told in words', (_, form, field, message) => {
  expect(planRead(form, table)).toEqual({ ok: false, problem: { field, message } });
});

it('gives up what was typed for another key when the index changes', () => {
  const form = chooseIndex({ ...query, consistentRead: true }, 'by-author', table);
  expect(form).toMatchObject({
    indexName: 'by-author',
    partitionKeyValue: '',
    consistentRead: false,
  });
  expect(chooseIndex(query, undefined, table)).toEqual(query);
});

describe('a new item', () => {
  it('is part of a plain scan, and of the query of its partition', () => {
    expect(has(initialForm, '1')).toBe(true);
    expect(has(query, '1001.0')).toBe(true);
    expect(has(query, '1002')).toBe(false);
  });
  it('may not be part of what a filter, a condition or an index gives', () => {
    expect(has({ ...initialForm, filters: [filter] }, '1')).toBe(false);
    expect(has({ ...query, sortKeyOperator: '=', sortKeyValue: 'T' }, '1001')).toBe(false);
    expect(has({ ...initialForm, indexName: 'by-author' }, '1')).toBe(false);
  });
});

/** Whether a read surely has the book of this id. */
function has(form: QueryForm, id: string): boolean {
  const planned = planRead(form, table);
  return planned.ok && planned.read.surelyHas({ book_id: { N: id }, title: { S: 'T' } });
}

const created = { name: 'created_at', type: 'S' } as const;

it('says in words what is set', () => {
  const form = { ...query, limit: '5', descending: true, consistentRead: true };
  expect(optionsInWords(form, created)).toBe('limit 5 · newest first · consistent');
  expect(optionsInWords(form, table.sortKey)).toBe('limit 5 · descending · consistent');
  expect(optionsInWords(form, undefined)).toBe('limit 5 · consistent');
  expect(optionsInWords({ ...initialForm, descending: true }, created)).toBe('');
});

it.each([
  ['title', 'Descending'],
  ['sk', 'Descending'],
  ['category', 'Descending'],
  ['format', 'Descending'],
  ['timeline', 'Descending'],
  ['date', 'Newest first'],
  ['order_date', 'Newest first'],
  ['createdAt', 'Newest first'],
  ['updated', 'Newest first'],
  ['event-timestamp', 'Newest first'],
])('calls the order along %s downwards %s', (name, words) => {
  expect(orderWords({ name, type: 'S' })[1]).toBe(words);
});
