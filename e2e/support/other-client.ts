import { raw, getItem, scanAll } from './raw-client.ts';

type KeyType = 'S' | 'N' | 'B';

/** A table as another client makes it: names and types of its keys, partition key first. */
export type TableMade = {
  readonly name: string;
  readonly keys: Readonly<Record<string, KeyType>>;
  readonly items?: readonly unknown[];
};

/** A second client of the sandbox: makes what a test begins with, and sees what the app wrote. */
export type OtherClient = {
  readonly endpoint: string;
  readonly send: (operation: string, request: unknown) => Promise<unknown>;
  readonly makeTable: (table: TableMade) => Promise<void>;
  readonly putItem: (tableName: string, item: unknown) => Promise<void>;
  /** Every item, ordered by its text, so that two readings can be compared. */
  readonly items: (tableName: string) => Promise<Record<string, unknown>[]>;
  readonly item: (tableName: string, key: unknown) => Promise<unknown>;
  readonly tableNames: () => Promise<string[]>;
  /** Deletes every table. */
  readonly clear: () => Promise<void>;
};

export function createOtherClient(endpoint: string): OtherClient {
  const send = (operation: string, request: unknown) => raw(endpoint, operation, request);
  const putItem = async (TableName: string, Item: unknown) => {
    await send('PutItem', { TableName, Item });
  };
  const tableNames = async () =>
    ((await send('ListTables', {})) as { TableNames: string[] }).TableNames;
  return {
    endpoint,
    send,
    putItem,
    tableNames,
    async makeTable({ name, keys, items = [] }) {
      const entries = Object.entries(keys);
      await send('CreateTable', {
        TableName: name,
        AttributeDefinitions: entries.map(([AttributeName, AttributeType]) => ({
          AttributeName,
          AttributeType,
        })),
        KeySchema: entries.map(([AttributeName], place) => ({
          AttributeName,
          KeyType: place === 0 ? 'HASH' : 'RANGE',
        })),
        BillingMode: 'PAY_PER_REQUEST',
      });
      for (const item of items) await putItem(name, item);
    },
    items: (tableName) => scanAll(endpoint, tableName),
    item: (tableName, key) => getItem(endpoint, tableName, key),
    async clear() {
      for (const TableName of await tableNames()) await send('DeleteTable', { TableName });
    },
  };
}
