import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TableSpecification } from '../../../contract/tables.ts';
import { sendTo } from '../../testing/send-to.ts';
import { startTestEngine, testTableName } from '../../testing/start-engine.ts';
import type { TestEngine } from '../../testing/start-engine.ts';
import { testClient } from '../../testing/wire.ts';
import { createTablesService } from './tables-service.ts';
import type { TablesService } from './tables-service.ts';

const connectionId = 'any';
const tableName = testTableName('Books');
let engine: TestEngine;
let tables: TablesService;
let sent: ReturnType<typeof sendTo>['sent'];

beforeAll(async () => {
  engine = await startTestEngine();
  const access = sendTo(testClient(engine.endpoint));
  sent = access.sent;
  tables = createTablesService({ send: access.send });
});
afterAll(() => engine.stop());

const onDemand = (name: string): TableSpecification => ({
  tableName: name,
  partitionKey: { name: 'pk', type: 'S' },
  billing: { mode: 'on-demand' },
  indexes: [],
});

const full: TableSpecification = {
  tableName,
  partitionKey: { name: 'Author', type: 'S' },
  sortKey: { name: 'Year', type: 'N' },
  billing: { mode: 'provisioned', readCapacityUnits: 3, writeCapacityUnits: 2 },
  indexes: [
    {
      name: 'by-hash',
      kind: 'global',
      partitionKey: { name: 'Hash', type: 'B' },
      projection: { type: 'KEYS_ONLY' },
    },
    {
      name: 'by-title',
      kind: 'local',
      partitionKey: { name: 'Author', type: 'S' },
      sortKey: { name: 'Title', type: 'S' },
      projection: { type: 'INCLUDE', nonKeyAttributes: ['Pages'] },
    },
  ],
};

describe('tables', () => {
  it('are created, described, listed and deleted', async () => {
    await tables.create({ connectionId, specification: full });
    const described = await tables.describe({ connectionId, tableName });
    expect(described).toMatchObject({ ...full, status: 'ACTIVE', itemCount: 0 });
    expect(described).toMatchObject({ deletionProtection: false, streamEnabled: false });
    expect(described.arn).toContain(`table/${tableName}`);
    expect(Number.isNaN(Date.parse(described.createdAt ?? ''))).toBe(false);
    expect((await tables.list({ connectionId })).tableNames).toContain(tableName);
    await tables.remove({ connectionId, tableName });
    // Some endpoints take a while, and show DELETING until then.
    const gone = async () => !(await tables.list({ connectionId })).tableNames.includes(tableName);
    await expect.poll(gone).toBe(true);
  });

  it('are listed in pages', async () => {
    const names = Array.from({ length: 102 }, (_, index) =>
      testTableName(`page-${String(index).padStart(3, '0')}`),
    );
    for (const name of names) await tables.create({ connectionId, specification: onDemand(name) });
    const first = await tables.list({ connectionId });
    expect(first.tableNames).toHaveLength(100);
    const rest = await tables.list({
      connectionId,
      exclusiveStartTableName: first.lastEvaluatedTableName,
    });
    expect(rest.lastEvaluatedTableName).toBeUndefined();
    expect([...first.tableNames, ...rest.tableNames]).toEqual(expect.arrayContaining(names));
    for (const name of names) await tables.remove({ connectionId, tableName: name });
  });

  it.each([
    ['Boo ks', /A table name may hold .* not a space/],
    ['Bö', /A table name may hold .* not "ö"/],
    ['ab', /at least 3 characters; this one has 2/],
    ['', /A table name is needed/],
  ])('with a name that DynamoDB refuses are not sent: %j', async (name, message) => {
    const before = sent.length;
    await expect(
      tables.create({ connectionId, specification: onDemand(name) }),
    ).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      message: expect.stringMatching(message) as string,
      detail: { data: { field: 'tableName' } },
    });
    expect(sent.length).toBe(before);
  });

  it('that are not there say so', async () => {
    const missing = { connectionId, tableName: 'Nowhere' };
    for (const attempt of [tables.describe(missing), tables.remove(missing)]) {
      await expect(attempt).rejects.toMatchObject({
        code: 'TABLE_NOT_FOUND',
        message: expect.stringContaining('There is no table Nowhere') as string,
      });
    }
  });
});

describe('a slow table', () => {
  it('shows its status while it is created', async () => {
    const slow = await startTestEngine({ engine: 'dynalite' });
    const { send } = sendTo(testClient(slow.endpoint));
    const service = createTablesService({ send });
    const created = await service.create({ connectionId, specification: onDemand('Slow') });
    expect(created).toMatchObject({ status: 'CREATING', billing: { mode: 'on-demand' } });
    expect(await service.describe({ connectionId, tableName: 'Slow' })).toMatchObject({
      tableName: 'Slow',
      partitionKey: { name: 'pk', type: 'S' },
    });
    await expect(service.remove({ connectionId, tableName: 'Slow' })).rejects.toMatchObject({
      code: 'RESOURCE_IN_USE',
      message: expect.stringContaining('Wait until it is ACTIVE') as string,
    });
    await slow.stop();
  });
});
