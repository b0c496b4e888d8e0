import { staticCredentials } from '../services/dynamodb/credentials.ts';
import { sendWire } from '../services/dynamodb/send-wire.ts';
import { createWireClient } from '../services/dynamodb/wire-client.ts';
import type { WireClient } from '../services/dynamodb/wire-client.ts';
import type { WireAnswer, WireOperation } from '../services/dynamodb/wire-types.ts';

/** A client with keys that every engine accepts. */
export function testClient(endpoint: string): WireClient {
  const credentials = staticCredentials({ accessKeyId: 'test', secretAccessKey: 'test' });
  return createWireClient({ region: 'us-east-1', endpoint, credentials });
}

/** Sends a request given as a value, for setting a test up. */
export function sendValue(
  client: WireClient,
  operation: WireOperation,
  request: object,
): Promise<WireAnswer> {
  return sendWire(client, operation, JSON.stringify(request));
}

/** Creates a table with a text partition key `pk`, and answers once it is there. */
export async function createTestTable(client: WireClient, tableName: string): Promise<void> {
  await sendValue(client, 'CreateTable', {
    TableName: tableName,
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    BillingMode: 'PAY_PER_REQUEST',
  });
  for (;;) {
    const { body } = await sendValue(client, 'DescribeTable', { TableName: tableName });
    if ((JSON.parse(body) as { Table: { TableStatus: string } }).Table.TableStatus === 'ACTIVE')
      return;
  }
}
