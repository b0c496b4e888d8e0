import { describe, expect, it } from 'vitest';
import type { TableSpecification as ContractSpecification } from '../contract/tables.ts';
import { buildCreateTableRequest, checkCreateTable } from './create-table.ts';
import type { IndexSpecification, TableSpecification } from './create-table.ts';

const books: TableSpecification = {
  tableName: 'Books',
  partitionKey: { name: 'Author', type: 'S' },
  sortKey: { name: 'Title', type: 'S' },
  billing: { mode: 'provisioned', readCapacityUnits: 10, writeCapacityUnits: 5 },
  indexes: [],
};
const byYear: IndexSpecification = {
  name: 'by-year',
  kind: 'local',
  partitionKey: { name: 'Author', type: 'S' },
  sortKey: { name: 'Year', type: 'N' },
  projection: { type: 'INCLUDE', nonKeyAttributes: ['Format'] },
};
const byCategory: IndexSpecification = {
  name: 'by-category',
  kind: 'global',
  partitionKey: { name: 'Category', type: 'S' },
  projection: { type: 'ALL' },
};

describe('buildCreateTableRequest', () => {
  it('builds the table of the tutorial', () => {
    expect(buildCreateTableRequest(books)).toEqual({
      TableName: 'Books',
      AttributeDefinitions: [
        { AttributeName: 'Author', AttributeType: 'S' },
        { AttributeName: 'Title', AttributeType: 'S' },
      ],
      KeySchema: [
        { AttributeName: 'Author', KeyType: 'HASH' },
        { AttributeName: 'Title', KeyType: 'RANGE' },
      ],
      BillingMode: 'PROVISIONED',
      ProvisionedThroughput: { ReadCapacityUnits: 10, WriteCapacityUnits: 5 },
    });
  });

  it('defines each key attribute once and gives global indexes the units of the table', () => {
    const request = buildCreateTableRequest({ ...books, indexes: [byYear, byCategory] });
    expect(request.AttributeDefinitions.map(({ AttributeName }) => AttributeName)).toEqual([
      'Author',
      'Title',
      'Year',
      'Category',
    ]);
    expect(request.LocalSecondaryIndexes).toEqual([
      {
        IndexName: 'by-year',
        KeySchema: [
          { AttributeName: 'Author', KeyType: 'HASH' },
          { AttributeName: 'Year', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['Format'] },
      },
    ]);
    expect(request.GlobalSecondaryIndexes).toEqual([
      {
        IndexName: 'by-category',
        KeySchema: [{ AttributeName: 'Category', KeyType: 'HASH' }],
        Projection: { ProjectionType: 'ALL' },
        ProvisionedThroughput: { ReadCapacityUnits: 10, WriteCapacityUnits: 5 },
      },
    ]);
  });

  it('has no units on demand', () => {
    const request = buildCreateTableRequest({
      tableName: 'Books',
      partitionKey: { name: '__proto__', type: 'B' },
      billing: { mode: 'on-demand' },
      indexes: [byCategory],
    });
    expect(JSON.stringify(request)).not.toContain('ProvisionedThroughput');
    expect(request.BillingMode).toBe('PAY_PER_REQUEST');
    expect(request.AttributeDefinitions[0]).toEqual({
      AttributeName: '__proto__',
      AttributeType: 'B',
    });
  });

  it('takes the specification of the contract', () => {
    const specification: ContractSpecification = { ...books, indexes: [], billing: books.billing };
    expect(checkCreateTable(specification)).toEqual([]);
  });
});

describe('checkCreateTable', () => {
  it('finds nothing wrong with a table that DynamoDB takes', () => {
    expect(checkCreateTable({ ...books, indexes: [byYear, byCategory] })).toEqual([]);
  });

  it.each<[string, Partial<TableSpecification>, string, string]>([
    ['its name', { tableName: '' }, 'tableName', 'A table name is needed.'],
    [
      'no partition key',
      { partitionKey: { name: '', type: 'S' } },
      'partitionKey',
      'A partition key needs a name.',
    ],
    [
      'a long key name',
      { partitionKey: { name: 'é'.repeat(128), type: 'S' } },
      'partitionKey',
      "A partition key's name has at most 255 bytes; this one has 256.",
    ],
    [
      'one attribute as both keys',
      { sortKey: { name: 'Author', type: 'S' } },
      'sortKey',
      'The sort key must be another attribute than the partition key.',
    ],
    [
      'no units',
      { billing: { mode: 'provisioned', readCapacityUnits: 0, writeCapacityUnits: 1 } },
      'readCapacityUnits',
      'Read capacity units must be a whole number from 1.',
    ],
    [
      'half a unit',
      { billing: { mode: 'provisioned', readCapacityUnits: 1, writeCapacityUnits: 1.5 } },
      'writeCapacityUnits',
      'Write capacity units must be a whole number from 1.',
    ],
    [
      'two indexes of one name',
      { indexes: [byCategory, { ...byCategory, partitionKey: { name: 'x', type: 'N' } }] },
      'indexes[1].name',
      'Another index is called by-category already.',
    ],
    [
      'two types of one attribute',
      { indexes: [{ ...byCategory, sortKey: { name: 'Title', type: 'N' } }] },
      'indexes[0].sortKey',
      'Title is a String in another key of this table, so it cannot be a Number here.',
    ],
    [
      'a local index of another partition key',
      { indexes: [{ ...byYear, partitionKey: { name: 'Category', type: 'S' } }] },
      'indexes[0].partitionKey',
      "A local index has the table's own partition key, Author.",
    ],
    [
      'a local index without a sort key',
      { indexes: [{ ...byYear, sortKey: undefined }] },
      'indexes[0].sortKey',
      'A local index needs a sort key.',
    ],
    [
      'a local index without a sort key of the table',
      { sortKey: undefined, indexes: [byYear] },
      'indexes[0].kind',
      'A table without a sort key cannot have local indexes.',
    ],
    [
      'nothing included',
      { indexes: [{ ...byYear, projection: { type: 'INCLUDE' } }] },
      'indexes[0].nonKeyAttributes',
      'Name the attributes that the index includes.',
    ],
    [
      'a doubled attribute',
      { indexes: [{ ...byYear, projection: { type: 'INCLUDE', nonKeyAttributes: ['a', 'a'] } }] },
      'indexes[0].nonKeyAttributes',
      'a is included twice.',
    ],
    [
      'an included key',
      { indexes: [{ ...byYear, projection: { type: 'INCLUDE', nonKeyAttributes: ['Year'] } }] },
      'indexes[0].nonKeyAttributes',
      'Year is in the index already, as its key.',
    ],
    [
      'too many local indexes',
      { indexes: Array.from({ length: 6 }, (_, n) => ({ ...byYear, name: `index-${n}` })) },
      'indexes',
      'A table has at most 5 local indexes, not 6.',
    ],
    [
      'too many global indexes',
      { indexes: Array.from({ length: 21 }, (_, n) => ({ ...byCategory, name: `index-${n}` })) },
      'indexes',
      'A table has at most 20 global indexes, not 21.',
    ],
  ])('names the field and the reason for %s', (_, change, field, message) => {
    expect(checkCreateTable({ ...books, ...change })).toEqual([{ field, message }]);
  });
});
