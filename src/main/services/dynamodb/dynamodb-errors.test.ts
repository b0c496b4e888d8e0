import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startFailingEndpoint } from '../../testing/failing-endpoint.ts';
import { startTestEngine, testTableName } from '../../testing/start-engine.ts';
import type { TestEngine } from '../../testing/start-engine.ts';
import { createTestTable, sendValue, testClient } from '../../testing/wire.ts';
import { staticCredentials } from './credentials.ts';
import { sendWire } from './send-wire.ts';
import { createWireClient } from './wire-client.ts';
import type { WireClient } from './wire-client.ts';

const tableName = testTableName('errors');
let engine: TestEngine;
let client: WireClient;

beforeAll(async () => {
  // One attempt, so that nobody waits for retries of throttling.
  vi.stubEnv('AWS_MAX_ATTEMPTS', '1');
  engine = await startTestEngine();
  client = testClient(engine.endpoint);
  await createTestTable(client, tableName);
});
afterAll(() => engine.stop());

describe('errors of the engine', () => {
  it('names the table that is not there', async () => {
    await expect(sendValue(client, 'DescribeTable', { TableName: 'Boks' })).rejects.toMatchObject({
      code: 'TABLE_NOT_FOUND',
      message: expect.stringContaining('There is no table Boks at http://') as string,
      detail: { awsName: 'ResourceNotFoundException', httpStatus: 400 },
    });
  });

  it('says that a table is there already', async () => {
    await expect(createTestTable(client, tableName)).rejects.toMatchObject({
      code: 'RESOURCE_IN_USE',
      message: `There is a table ${tableName} already. Choose another name, or delete it first.`,
    });
  });

  it('keeps what DynamoDB says of a bad request', async () => {
    const request = { TableName: tableName, Key: { nope: { S: 'a' } } };
    await expect(sendValue(client, 'GetItem', request)).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      message: expect.stringMatching(/^GetItem failed: .*key/) as string,
    });
  });

  it('carries the item as it stands when a condition fails', async () => {
    const item = '{"pk":{"S":"c"},"__proto__":{"N":"12345678901234567890.1"}}';
    await sendWire(client, 'PutItem', `{"TableName":"${tableName}","Item":${item}}`);
    const error: unknown = await sendValue(client, 'PutItem', {
      TableName: tableName,
      Item: { pk: { S: 'c' } },
      ConditionExpression: 'attribute_not_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    }).catch((cause: unknown) => cause);
    expect(error).toMatchObject({ code: 'CONDITION_FAILED' });
    const { data } = (error as { detail: { data: { item: string } } }).detail;
    expect(data.item).toContain('"__proto__":{"N":"12345678901234567890.1"}');
  });
});

describe('errors of endpoints and credentials', () => {
  it.each([
    ['ExpiredTokenException', 'CREDENTIALS_EXPIRED', 'have expired'],
    ['UnrecognizedClientException', 'CREDENTIALS_REFUSED', 'refused the credentials'],
    ['InvalidSignatureException', 'CREDENTIALS_REFUSED', 'refused the credentials'],
    ['AccessDeniedException', 'ACCESS_DENIED', 'ListTables failed'],
    ['UnknownOperationException', 'NOT_OFFERED', 'ListTables is not offered by this endpoint'],
    ['LimitExceededException', 'LIMIT_EXCEEDED', 'ListTables failed'],
    ['ThrottlingException', 'THROTTLED', 'throttled ListTables'],
    ['InternalServerError', 'SERVICE_FAILED', 'ListTables failed'],
  ])('turns %s into %s, without a secret', async (name, code, words) => {
    // The service quotes the string that was signed, and with it the session token.
    const body = JSON.stringify({
      __type: `com.amazon.coral.service#${name}`,
      message: 'The string was x-amz-security-token:PLANTED-TOKEN and PLANTED-SECRET',
    });
    const status = name === 'InternalServerError' ? 500 : 400;
    const failing = await startFailingEndpoint({ status, body });
    const planted = createWireClient({
      region: 'us-east-1',
      endpoint: failing.endpoint,
      credentials: staticCredentials({
        accessKeyId: 'AKIA',
        secretAccessKey: 'PLANTED-SECRET',
        sessionToken: 'PLANTED-TOKEN',
      }),
    });
    const error: unknown = await sendValue(planted, 'ListTables', {}).catch((e: unknown) => e);
    await failing.stop();
    expect(error).toMatchObject({ code, message: expect.stringContaining(words) as string });
    expect(failing.requests[0]?.headers['x-amz-security-token']).toBe('PLANTED-TOKEN');
    const shown = `${String(error)} ${JSON.stringify(error)} ${(error as Error).stack}`;
    expect(shown).not.toMatch(/PLANTED/);
  });

  it('says at once that nothing listens', async () => {
    const nowhere = testClient('http://127.0.0.1:9');
    await expect(sendValue(nowhere, 'ListTables', {})).rejects.toMatchObject({
      code: 'ENDPOINT_UNREACHABLE',
      message: expect.stringMatching(
        /^Nothing answers at http:\/\/127\.0\.0\.1:9\. Check that it is running/,
      ) as string,
    });
  });

  it('gives up on an endpoint that accepts and never answers', async () => {
    const failing = await startFailingEndpoint();
    await expect(sendValue(testClient(failing.endpoint), 'ListTables', {})).rejects.toMatchObject({
      code: 'ENDPOINT_UNREACHABLE',
      message: expect.stringContaining(`Nothing answers at ${failing.endpoint}.`) as string,
    });
    await failing.stop();
  }, 6_000);

  it('knows a name that does not resolve', async () => {
    const nowhere = testClient('http://sortkey-test.invalid:8000');
    await expect(sendValue(nowhere, 'ListTables', {})).rejects.toMatchObject({
      code: 'ENDPOINT_UNREACHABLE',
      message: expect.stringContaining('Its name is not known.') as string,
    });
  });

  it.each([
    [200, '<html>hello</html>'],
    [404, 'not here'],
    [503, ''],
  ])('does not take a web server for DynamoDB, HTTP %i', async (status, body) => {
    const failing = await startFailingEndpoint({ status, body });
    await expect(sendValue(testClient(failing.endpoint), 'ListTables', {})).rejects.toMatchObject({
      code: 'SERVICE_FAILED',
      message: expect.stringContaining('is not DynamoDB') as string,
    });
    await failing.stop();
  });
});
