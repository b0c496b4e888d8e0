import type { SortkeyClient } from '../../../client/client-type.ts';
import { createItemsService } from '../../../../main/services/items/items-service.ts';
import { sendTo } from '../../../../main/testing/send-to.ts';
import { startTestEngine, testTableName } from '../../../../main/testing/start-engine.ts';
import { createTestTable, sendValue, testClient } from '../../../../main/testing/wire.ts';
import type { Item } from '../../../../domain/attribute-value.ts';
import type { ItemAccess } from '../item-access.ts';

/** A table on a real engine, as the renderer reaches it: without the link in between. */
export async function startEngineAccess(options?: { engine: 'dynoxide' | 'dynalite' }) {
  const engine = await startTestEngine(options);
  const client = testClient(engine.endpoint);
  const tableName = testTableName('staging');
  await createTestTable(client, tableName);
  const service = createItemsService({ send: sendTo(client).send });
  type Input = { connectionId: string; request: string };
  const items = {
    put: (input: Input) => service.run('PutItem', input),
    get: (input: Input) => service.run('GetItem', input),
    update: (input: Input) => service.run('UpdateItem', input),
    delete: (input: Input) => service.run('DeleteItem', input),
  } satisfies SortkeyClient['items'];
  const schema = { partitionKey: { name: 'pk', type: 'S' } } as const;
  const access: ItemAccess = { items, connectionId: 'any', tableName, schema };
  /** Somebody else's writing, past the app. */
  const putRaw = (item: Item) => sendValue(client, 'PutItem', { TableName: tableName, Item: item });
  const deleteRaw = (pk: string) =>
    sendValue(client, 'DeleteItem', { TableName: tableName, Key: { pk: { S: pk } } });
  return { access, putRaw, deleteRaw, stop: engine.stop };
}
