import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startTestEngine, testTableName } from '../../testing/start-engine.ts';
import type { TestEngine } from '../../testing/start-engine.ts';
import { createTestTable, sendValue, testClient } from '../../testing/wire.ts';

const tableName = testTableName('lost');
let engine: TestEngine;

beforeAll(async () => {
  engine = await startTestEngine();
  await createTestTable(testClient(engine.endpoint), tableName);
});
afterAll(() => engine.stop());

/** Carries requests to the engine, and does with the answer what the test says. */
async function startBetween(answer: (response: ServerResponse, body: string) => void) {
  const operations: string[] = [];
  const carry = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const target = String(request.headers['x-amz-target']);
    operations.push(target.slice(target.indexOf('.') + 1));
    const headers = {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': target,
      authorization: String(request.headers.authorization),
      'x-amz-date': String(request.headers['x-amz-date']),
    };
    const init = { method: 'POST', headers, body: Buffer.concat(chunks) };
    answer(response, await (await fetch(engine.endpoint, init)).text());
  };
  const server = createServer((request, response) => void carry(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { endpoint, operations };
}

const lose = (response: ServerResponse) => response.destroy();
const cutShort = (response: ServerResponse, body: string) => {
  response.writeHead(200, { 'content-length': body.length + 1 }).write(body);
  setImmediate(lose, response);
};
const failLate = (response: ServerResponse) => {
  response.writeHead(500).end('{"__type":"com.amazon#InternalServerError","message":"Sorry"}');
};

async function countOf(pk: string): Promise<unknown> {
  const request = { TableName: tableName, Key: { pk: { S: pk } } };
  const { body } = await sendValue(testClient(engine.endpoint), 'GetItem', request);
  return (JSON.parse(body) as { Item?: { n: unknown } }).Item?.n;
}

const transaction = (pk: string) => ({
  ClientRequestToken: pk,
  TransactItems: [
    {
      Update: {
        TableName: tableName,
        Key: { pk: { S: pk } },
        UpdateExpression: 'ADD n :one',
        ExpressionAttributeValues: { ':one': { N: '1' } },
      },
    },
  ],
});

describe('a write whose answer is lost', () => {
  it.each([
    ['with its connection', lose],
    ['in the middle', cutShort],
    ['in a failure of the service', failLate],
  ])('%s is not sent again, and told as what it is', async (words, answer) => {
    const between = await startBetween(answer);
    const add = sendValue(testClient(between.endpoint), 'UpdateItem', {
      TableName: tableName,
      Key: { pk: { S: words } },
      UpdateExpression: 'ADD n :one',
      ExpressionAttributeValues: { ':one': { N: '1' } },
    });
    await expect(add).rejects.toMatchObject({
      code: 'SERVICE_FAILED',
      message: expect.stringMatching(
        new RegExp(
          `^The answer of ${between.endpoint} to UpdateItem on table ${tableName} was lost .*, so ` +
            'whether it was carried out is not known. Look before you send it again.$',
        ),
      ) as string,
    });
    expect(between.operations).toEqual(['UpdateItem']);
    expect(await countOf(words)).toEqual({ N: '1' });
  });

  it('in time is told so too', async () => {
    const between = await startBetween(() => {});
    const put = sendValue(testClient(between.endpoint), 'PutItem', {
      TableName: tableName,
      Item: { pk: { S: 'late' }, n: { N: '1' } },
    });
    await expect(put).rejects.toMatchObject({
      code: 'ENDPOINT_UNREACHABLE',
      message: expect.stringMatching(
        /^Nothing answers at .* Whether PutItem was carried out is not known\.$/,
      ) as string,
    });
    expect(await countOf('late')).toEqual({ N: '1' });
  }, 7_000);

  it('is sent again with its token, and carried out once', async () => {
    let lost = 0;
    const between = await startBetween((response, body) => {
      lost += 1;
      if (lost === 1) lose(response);
      else response.writeHead(200).end(body);
    });
    const client = testClient(between.endpoint);
    await sendValue(client, 'TransactWriteItems', transaction('token'));
    expect(between.operations).toEqual(['TransactWriteItems', 'TransactWriteItems']);
    expect(await countOf('token')).toEqual({ N: '1' });
  });

  it('is not known to be carried out where no attempt was answered', async () => {
    const between = await startBetween(lose);
    const client = testClient(between.endpoint);
    await expect(
      sendValue(client, 'TransactWriteItems', transaction('never')),
    ).rejects.toMatchObject({
      code: 'ENDPOINT_UNREACHABLE',
      message: expect.stringMatching(
        /Whether TransactWriteItems was carried out is not known\.$/,
      ) as string,
      detail: { data: { carriedOut: 'not known' } },
    });
    expect(await countOf('never')).toEqual({ N: '1' });
  });

  it('is sent again where that changes nothing', async () => {
    const between = await startBetween(lose);
    const request = {
      RequestItems: { [tableName]: [{ PutRequest: { Item: { pk: { S: 'b' } } } }] },
    };
    await expect(
      sendValue(testClient(between.endpoint), 'BatchWriteItem', request),
    ).rejects.toMatchObject({ code: 'ENDPOINT_UNREACHABLE' });
    expect(between.operations.length).toBeGreaterThan(1);
  });
});

it('an answer that begins and does not go on is given up', async () => {
  const between = await startBetween((response) => response.writeHead(200).write('{'));
  await expect(sendValue(testClient(between.endpoint), 'ListTables', {})).rejects.toMatchObject({
    code: 'ENDPOINT_UNREACHABLE',
  });
}, 7_000);
