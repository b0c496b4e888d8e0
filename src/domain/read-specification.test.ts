import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildReadRequest } from './build-read-request.ts';
import { checkReadSpecification } from './check-read-specification.ts';
import type { ReadableTable } from './check-read-specification.ts';
import type { ConditionRow } from './expressions/builder-rows.ts';
import type { ReadSpecification, SortKeyOperator } from './read-specification.ts';
import { parseOperationRequest, serializeRequest } from './requests/index.ts';
import { arbitraryName } from './testing/arbitrary-item.ts';

const table: ReadableTable = {
  partitionKey: { name: 'Author', type: 'S' },
  sortKey: { name: 'Title', type: 'S' },
  indexes: [
    {
      name: 'by-year',
      kind: 'global',
      partitionKey: { name: 'Author', type: 'S' },
      sortKey: { name: 'Year', type: 'N' },
    },
    { name: 'by-format', kind: 'global', partitionKey: { name: 'Format', type: 'S' } },
  ],
};
const scan: ReadSpecification = { kind: 'Scan', tableName: 'Books', filters: [] };
const query: ReadSpecification = {
  kind: 'Query',
  tableName: 'Books',
  partitionKey: { name: 'Author', value: { S: 'Plato' } },
  filters: [],
};
const yearQuery: ReadSpecification = { ...query, index: 'by-year' };
const inPrint: ConditionRow = {
  kind: 'row',
  path: ['info', 'in print'],
  operator: '=',
  operands: [{ value: { BOOL: true } }],
};

function year(operator: SortKeyOperator, ...values: string[]) {
  return { sortKeyCondition: { name: 'Year', operator, values: values.map((N) => ({ N })) } };
}

describe('buildReadRequest', () => {
  it('scans with a filter and a limit', () => {
    const specification = { ...scan, filters: [inPrint], limit: 50, consistentRead: true };
    expect(buildReadRequest(specification)).toEqual({
      operation: 'Scan',
      request: {
        TableName: 'Books',
        FilterExpression: '#info.#n1 = :v1',
        ExpressionAttributeNames: { '#info': 'info', '#n1': 'in print' },
        ExpressionAttributeValues: { ':v1': { BOOL: true } },
        Limit: 50,
        ConsistentRead: true,
        ReturnConsumedCapacity: 'TOTAL',
      },
    });
  });

  it('queries an index from its end', () => {
    const specification: ReadSpecification = {
      ...yearQuery,
      sortKeyCondition: {
        name: 'Year',
        operator: 'BETWEEN',
        values: [{ N: '1900' }, { N: '1999' }],
      },
      scanIndexForward: false,
    };
    expect(buildReadRequest(specification)).toEqual({
      operation: 'Query',
      request: {
        TableName: 'Books',
        IndexName: 'by-year',
        KeyConditionExpression: '#Author = :Author AND #Year BETWEEN :Year AND :Year2',
        ExpressionAttributeNames: { '#Author': 'Author', '#Year': 'Year' },
        ExpressionAttributeValues: {
          ':Author': { S: 'Plato' },
          ':Year': { N: '1900' },
          ':Year2': { N: '1999' },
        },
        ScanIndexForward: false,
        ReturnConsumedCapacity: 'TOTAL',
      },
    });
  });

  it.each([
    ['=', '#Title = :Title'],
    ['<', '#Title < :Title'],
    ['>=', '#Title >= :Title'],
    ['begins_with', 'begins_with(#Title, :Title)'],
  ] as const)('writes the sort key condition %s', (operator, expression) => {
    const sortKeyCondition = { name: 'Title', operator, values: [{ S: 'A' }] };
    const { request } = buildReadRequest({ ...query, sortKeyCondition });
    expect(request).toMatchObject({
      KeyConditionExpression: `#Author = :Author AND ${expression}`,
    });
  });

  it('passes over key conditions in a scan, and has no empty maps', () => {
    expect(buildReadRequest({ ...query, kind: 'Scan' }).request).toEqual({
      TableName: 'Books',
      ReturnConsumedCapacity: 'TOTAL',
    });
  });

  it('is a request that the services take, whatever the names', () => {
    fc.assert(
      fc.property(arbitraryName(), arbitraryName(), (name, other) => {
        fc.pre(other !== '');
        const filter: ConditionRow = { ...inPrint, path: [other, 0] };
        const built = buildReadRequest({
          ...query,
          partitionKey: { name, value: { S: 'a' } },
          filters: [filter],
        });
        const text = serializeRequest(built.request);
        expect(parseOperationRequest(built.operation, text)).toEqual(JSON.parse(text));
      }),
    );
  });
});

describe('checkReadSpecification', () => {
  it('lets pass what can be sent', () => {
    expect(checkReadSpecification(scan, table)).toBeUndefined();
    expect(checkReadSpecification(query, table)).toBeUndefined();
    expect(checkReadSpecification({ ...scan, filters: [inPrint], limit: 1 }, table)).toBe(
      undefined,
    );
    expect(checkReadSpecification({ ...query, consistentRead: true }, table)).toBeUndefined();
  });

  it.each<[Partial<ReadSpecification>, string]>([
    [{ index: 'by-size' }, 'The table has no index by-size.'],
    [
      { consistentRead: true },
      'A global index cannot be read consistently; by-year is one. Switch it off.',
    ],
    [{ limit: 0 }, 'The limit must be a whole number from 1.'],
    [{ partitionKey: undefined }, 'A query needs a value of the partition key "Author".'],
    [{ index: 'by-format' }, 'The partition key is "Format", not "Author".'],
    [
      { partitionKey: { name: 'Author', value: { N: '1' } } },
      'The partition key "Author" must be a String, but it is a Number.',
    ],
    [
      { partitionKey: { name: 'Author', value: { S: '' } } },
      'The partition key "Author" is empty; a key needs a value.',
    ],
    [
      { sortKeyCondition: { name: 'Title', operator: '=', values: [{ S: 'x' }] } },
      'The sort key is "Year", not "Title".',
    ],
    [
      { sortKeyCondition: { name: 'Year', operator: '=', values: [{ S: 'x' }] } },
      'The sort key "Year" must be a Number, but it is a String.',
    ],
    [year('BETWEEN', '1'), 'The condition BETWEEN needs two values.'],
    [year('='), 'The condition = needs one value.'],
    [year('begins_with', '1'), 'begins_with is for text and binary; Year is a Number.'],
    [year('BETWEEN', '10', '9'), 'The first value of BETWEEN must not be greater than the second.'],
    [
      { filters: [{ kind: 'group', join: 'OR', conditions: [{ ...inPrint, path: ['Year'] }] }] },
      '"Year" is a key here: a query cannot filter by it. Use the key conditions.',
    ],
    [{ filters: [{ ...inPrint, operands: [] }] }, '= takes 1 value'],
  ])('says why %j cannot be sent', (change, reason) => {
    expect(checkReadSpecification({ ...yearQuery, ...change }, table)).toContain(reason);
  });

  it('says where there is no sort key', () => {
    const specification: ReadSpecification = {
      ...query,
      index: 'by-format',
      partitionKey: { name: 'Format', value: { S: 'x' } },
      ...year('=', '1'),
    };
    expect(checkReadSpecification(specification, table)).toBe(
      'There is no sort key to put a condition on.',
    );
  });
});
