import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import { attributeTypes } from '../../../domain/attribute-value.ts';
import type { AttributeValue, Item } from '../../../domain/attribute-value.ts';
import { parseItem } from '../../../domain/parse-dynamodb-json.ts';
import { startTestEngine } from '../../testing/start-engine.ts';
import type { TestEngine } from '../../testing/start-engine.ts';
import { sendValue, testClient } from '../../testing/wire.ts';
import { sendWire } from '../dynamodb/send-wire.ts';
import type { WireClient } from '../dynamodb/wire-client.ts';
import { createItemCheck } from '../transfer/check-item.ts';
import { sameItems } from '../transfer/testing/same-items.ts';
import { appDataTable, makeAppData } from './app-data/app-data.ts';
import { booksTable, makeBooks } from './books.ts';
import { createSamplesService } from './samples-service.ts';

// Samples have names of their own: they need an engine to themselves.
let engine: TestEngine;
let client: WireClient;
beforeEach(async () => {
  engine = await startTestEngine({ engine: 'dynoxide' });
  client = testClient(engine.endpoint);
});
afterEach(() => engine.stop());

const serviceOf = (failing?: string) =>
  createSamplesService({
    send: (operation, body, options) => {
      if (operation !== failing) return sendWire(client, operation, body, options);
      throw new SortkeyError('ENGINE_STOPPED', 'The engine stopped.');
    },
  });

async function read(operation: 'Scan' | 'Query', request: object): Promise<Item[]> {
  const items: Item[] = [];
  let ExclusiveStartKey: unknown;
  do {
    const { body } = await sendValue(client, operation, {
      ...request,
      Limit: 1_000,
      ExclusiveStartKey,
    });
    const page = JSON.parse(body) as { Items: Item[]; LastEvaluatedKey?: unknown };
    items.push(...page.Items);
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey !== undefined);
  return items;
}

function typesIn(value: AttributeValue): string[] {
  const own = Object.keys(value);
  if ('M' in value) return [...own, ...Object.values(value.M).flatMap(typesIn)];
  if ('L' in value) return [...own, ...value.L.flatMap(typesIn)];
  return own;
}

describe('the samples', () => {
  it('load Books as the tutorial has it', async () => {
    expect(await serviceOf().loadSample('Books')).toEqual({ tableName: 'Books', itemCount: 12 });
    sameItems(await read('Scan', { TableName: 'Books' }), makeBooks());
    const { body } = await sendValue(client, 'DescribeTable', { TableName: 'Books' });
    expect(JSON.parse(body)).toMatchObject({
      Table: {
        KeySchema: [
          { AttributeName: 'book_id', KeyType: 'HASH' },
          { AttributeName: 'title', KeyType: 'RANGE' },
        ],
        ProvisionedThroughput: { ReadCapacityUnits: 10, WriteCapacityUnits: 10 },
      },
    });
  });

  it('load AppData: thousands of items, found by key and by index', async () => {
    const items = makeAppData();
    expect(await serviceOf().loadSample('AppData')).toEqual({
      tableName: 'AppData',
      itemCount: items.length,
    });
    sameItems(await read('Scan', { TableName: 'AppData' }), items);
    const lines = await read('Query', {
      TableName: 'AppData',
      IndexName: 'GSI1',
      KeyConditionExpression: '#k = :k',
      ExpressionAttributeNames: { '#k': 'gsi1pk' },
      ExpressionAttributeValues: { ':k': { S: 'PRODUCT#p007' } },
    });
    expect(lines.length).toBeGreaterThan(3);
    expect(lines).toEqual(
      expect.arrayContaining([expect.objectContaining({ type: { S: 'order line' } })]),
    );
  });

  it('leave a table alone that is there already', async () => {
    await serviceOf().loadSample('Books');
    await expect(serviceOf().loadSample('Books')).rejects.toMatchObject({
      code: 'SAMPLE_EXISTS',
      message:
        'There is a table Books in the sandbox already, and it was left as it is. ' +
        'Delete it first to get the sample anew.',
    });
    expect((await read('Scan', { TableName: 'Books' })).length).toBe(12);
  });

  it('leave no table behind that could not be filled', async () => {
    await expect(serviceOf('BatchWriteItem').loadSample('Books')).rejects.toThrow(
      'The engine stopped.',
    );
    const { body } = await sendValue(client, 'ListTables', {});
    expect(JSON.parse(body)).toEqual({ TableNames: [] });
  });
});

describe('the items of the samples', () => {
  const appData = makeAppData();

  it('are the same each time, at least 2,000 and of all ten types', () => {
    expect(makeAppData()).toEqual(appData);
    expect(appData.length).toBeGreaterThanOrEqual(2_000);
    const types = new Set(appData.flatMap((item) => Object.values(item).flatMap(typesIn)));
    expect([...types].sort()).toEqual([...attributeTypes].sort());
  });

  it.each([
    ['Books', booksTable, makeBooks()],
    ['AppData', appDataTable, appData],
  ])('have a key each and are what DynamoDB takes: %s', (_name, table, items) => {
    const check = createItemCheck(table);
    for (const item of items) {
      expect(check(item)).toBeUndefined();
      expect(() => parseItem(item)).not.toThrow();
    }
    const names = [table.partitionKey.name, table.sortKey?.name ?? ''];
    const keys = items.map((item) => JSON.stringify(names.map((name) => item[name])));
    expect(new Set(keys).size).toBe(items.length);
  });

  it('have every digit that a number can have, and awkward names', () => {
    const text = JSON.stringify(appData);
    expect(text).toMatch(/"N":"-?\d{19}\.\d{19}"/);
    expect(text).toContain('"__proto__":{"S":"an attribute like any other"}');
    expect(text).toContain('"address.city"');
    expect(text).toContain('"first name"');
  });
});
