import type { Item } from '../../../../domain/attribute-value.ts';
import { parseItem } from '../../../../domain/parse-dynamodb-json.ts';
import type { KeySchema } from '../../../../domain/table-schema.ts';
import { createItemsService } from '../../../../main/services/items/items-service.ts';
import { sendTo } from '../../../../main/testing/send-to.ts';
import { testTableName } from '../../../../main/testing/start-engine.ts';
import { sendValue, testClient } from '../../../../main/testing/wire.ts';
import type { SortkeyClient } from '../../../client/client-type.ts';
import type { ItemAccess } from '../item-access.ts';

/** The items' service as the renderer reaches it: without the link in between. */
export function accessTo(endpoint: string, tableName: string, schema: KeySchema): ItemAccess {
  const service = createItemsService({ send: sendTo(testClient(endpoint)).send });
  type Input = { connectionId: string; request: string };
  const items = {
    put: (input: Input) => service.run('PutItem', input),
    get: (input: Input) => service.run('GetItem', input),
    update: (input: Input) => service.run('UpdateItem', input),
    delete: (input: Input) => service.run('DeleteItem', input),
    transact: (input: Input) => service.run('TransactWriteItems', input),
  } satisfies SortkeyClient['items'];
  return { items, connectionId: 'any', tableName, schema };
}

/** A table of its own at an engine, with a way to it past the app. */
export async function makeTable(endpoint: string, schema: KeySchema) {
  const client = testClient(endpoint);
  const tableName = testTableName('staging');
  const keys = [schema.partitionKey, ...(schema.sortKey === undefined ? [] : [schema.sortKey])];
  await sendValue(client, 'CreateTable', {
    TableName: tableName,
    KeySchema: keys.map(({ name }, index) => ({
      AttributeName: name,
      KeyType: index === 0 ? 'HASH' : 'RANGE',
    })),
    AttributeDefinitions: keys.map(({ name, type }) => ({
      AttributeName: name,
      AttributeType: type,
    })),
    BillingMode: 'PAY_PER_REQUEST',
  });
  for (;;) {
    const { body } = await sendValue(client, 'DescribeTable', { TableName: tableName });
    if (body.includes('"ACTIVE"')) break;
  }
  return {
    tableName,
    access: accessTo(endpoint, tableName, schema),
    /** Somebody else's writing, past the app. */
    putRaw: (item: Item) => sendValue(client, 'PutItem', { TableName: tableName, Item: item }),
    /** Many of them, in batches. */
    putAllRaw: async (all: readonly Item[]) => {
      for (let first = 0; first < all.length; first += 25) {
        const puts = all.slice(first, first + 25).map((Item) => ({ PutRequest: { Item } }));
        await sendValue(client, 'BatchWriteItem', { RequestItems: { [tableName]: puts } });
      }
    },
    deleteRaw: (key: Item) => sendValue(client, 'DeleteItem', { TableName: tableName, Key: key }),
    /** All items, past the app. */
    scanRaw: async (): Promise<Item[]> => {
      const all: Item[] = [];
      let ExclusiveStartKey: object | undefined;
      do {
        const request = { TableName: tableName, Limit: 1_000, ExclusiveStartKey };
        const { body } = await sendValue(client, 'Scan', request);
        const page = JSON.parse(body) as { Items: unknown[]; LastEvaluatedKey?: object };
        all.push(...page.Items.map((item) => parseItem(item)));
        ExclusiveStartKey = page.LastEvaluatedKey;
      } while (ExclusiveStartKey !== undefined);
      return all;
    },
    /** The items of one partition, past the app. */
    queryRaw: async (partition: string): Promise<Item[]> => {
      const { body } = await sendValue(client, 'Query', {
        TableName: tableName,
        Limit: 1_000,
        KeyConditionExpression: '#pk = :pk',
        ExpressionAttributeNames: { '#pk': schema.partitionKey.name },
        ExpressionAttributeValues: { ':pk': { S: partition } },
      });
      const { Items } = JSON.parse(body) as { Items: unknown[] };
      return Items.map((item) => parseItem(item));
    },
  };
}

export type TestTable = Awaited<ReturnType<typeof makeTable>>;
