import { expect, it } from 'vitest';
import { describeTable } from './describe-table.ts';
import type { WireTable } from './describe-table.ts';

const table: WireTable = {
  TableName: 'Books',
  TableStatus: 'ACTIVE',
  KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
};

it('reads an old provisioned table, which has no billing summary', () => {
  const units = { ReadCapacityUnits: 5, WriteCapacityUnits: 1 };
  expect(describeTable({ ...table, ProvisionedThroughput: units }).billing).toEqual({
    mode: 'provisioned',
    readCapacityUnits: 5,
    writeCapacityUnits: 1,
  });
});

it('reads what a full table says of itself', () => {
  const full = describeTable({
    ...table,
    BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
    CreationDateTime: 1_700_000_000.5,
    DeletionProtectionEnabled: true,
    StreamSpecification: { StreamEnabled: true },
    ItemCount: 3,
    TableSizeBytes: 99,
  });
  expect(full).toMatchObject({
    billing: { mode: 'on-demand' },
    createdAt: '2023-11-14T22:13:20.500Z',
    deletionProtection: true,
    streamEnabled: true,
    itemCount: 3,
    sizeBytes: 99,
  });
});

it('does not take a table without a partition key', () => {
  expect(() => describeTable({ ...table, KeySchema: [] })).toThrow('no partition key');
});
