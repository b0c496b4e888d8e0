import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startFailingEndpoint } from '../../testing/failing-endpoint.ts';
import { startTestEngine, testTableName } from '../../testing/start-engine.ts';
import type { TestEngine } from '../../testing/start-engine.ts';
import { createTestTable, sendValue, testClient } from '../../testing/wire.ts';
import { sendWire, sendWireForBytes } from './send-wire.ts';
import type { WireClient } from './wire-client.ts';

const tableName = testTableName('wire');
let engine: TestEngine;
let client: WireClient;

beforeAll(async () => {
  engine = await startTestEngine();
  client = testClient(engine.endpoint);
  await createTestTable(client, tableName);
});
afterAll(() => engine.stop());

const byText = (a: unknown, b: unknown) => (String(a) < String(b) ? -1 : 1);

/** JSON text with the names of every object in order: what two equal values have in common. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, sorted(inner)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => byText(a, b)));
}

describe('sendWire', () => {
  it('gives back every type just as it was put', async () => {
    const item = `{
      "pk": { "S": "all types" },
      "__proto__": { "M": { "constructor": { "S": "a" }, "__proto__": { "NULL": true } } },
      "big": { "N": "12345678901234567890123456789012345678" },
      "small": { "N": "0.00000000000000000000000000000000001234567890123456789" },
      "binary": { "B": "AAH/" },
      "texts": { "SS": ["b", "a", "\\ud83d\\ude00"] },
      "numbers": { "NS": ["1", "2.5", "99999999999999999999999999999999999999"] },
      "binaries": { "BS": ["AA==", "AQ=="] },
      "list": { "L": [{ "S": "" }, { "N": "0" }, { "BOOL": false }, { "L": [] }] },
      "naïve 名前": { "S": "line\\u2028 tab\\t nul\\u0000 quote\\"" },
      "0": { "S": "a name like a number" }
    }`;
    const put = `{"TableName":"${tableName}","Item":${item}}`;
    await sendWire(client, 'PutItem', put);
    const { body } = await sendValue(client, 'GetItem', {
      TableName: tableName,
      Key: { pk: { S: 'all types' } },
    });
    const read = (JSON.parse(body) as { Item: Record<string, Record<string, unknown>> }).Item;
    const expected = JSON.parse(item) as Record<string, Record<string, unknown>>;
    for (const map of [read, expected]) {
      for (const value of Object.values(map)) {
        for (const set of Object.values(value)) if (Array.isArray(set)) set.sort(byText);
      }
    }
    // The smallest number comes back as DynamoDB writes it, with the same value.
    expect(Object.keys(read).sort()).toEqual(Object.keys(expected).sort());
    expect(JSON.stringify(sorted(read))).toBe(JSON.stringify(sorted(expected)));
  });

  it('sends the very text that it was given, signed', async () => {
    const endpoint = await startFailingEndpoint({ status: 200, body: '{}' });
    const text = '{ "TableName" : "T",  "Item":{"__proto__":{"N":"1.0"},"é":{"S":"\\ud800"}} }';
    const answer = await sendWire(testClient(endpoint.endpoint), 'PutItem', text);
    await endpoint.stop();
    const [request] = endpoint.requests;
    expect(request?.body).toBe(text);
    expect(request?.headers).toMatchObject({
      'x-amz-target': 'DynamoDB_20120810.PutItem',
      'content-type': 'application/x-amz-json-1.0',
      'content-length': String(Buffer.byteLength(text)),
    });
    expect(request?.headers['authorization']).toMatch(/^AWS4-HMAC-SHA256 Credential=test\//);
    expect(answer).toMatchObject({ body: '{}', httpStatus: 200, attempts: 1 });
  });

  it.each([
    ['as long as it says', { 'content-length': '26' }],
    ['of a length that it does not say', {}],
  ])('gives back the bytes of an answer %s', async (_, headers) => {
    const text = '{"Items":[],"naïve":1234}';
    const endpoint = await startFailingEndpoint({ status: 200, body: text, headers });
    const { body: bytes } = await sendWireForBytes(testClient(endpoint.endpoint), 'Scan', '{}');
    await endpoint.stop();
    expect(Buffer.from(bytes).toString()).toBe(text);
  });

  it('tells what came with the answer', async () => {
    const answer = await sendValue(client, 'ListTables', { Limit: 1 });
    expect(answer.requestId).toMatch(/^\w{20,}$/);
    expect(answer).toMatchObject({ httpStatus: 200, attempts: 1 });
    expect(answer.elapsedMs).toBeGreaterThan(0);
  });

  it('refuses half of a surrogate pair in words', async () => {
    const text = `{"TableName":"${tableName}","Item":{"pk":{"S":"a\\ud800"}}}`;
    await expect(sendWire(client, 'PutItem', text)).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      message: expect.stringContaining('surrogate') as string,
    });
  });

  it('reaches its endpoint whatever the environment says of AWS endpoints', async () => {
    vi.stubEnv('AWS_USE_FIPS_ENDPOINT', 'true');
    vi.stubEnv('AWS_USE_DUALSTACK_ENDPOINT', 'true');
    vi.stubEnv('AWS_ACCOUNT_ID_ENDPOINT_MODE', 'required');
    vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:9');
    vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', 'http://127.0.0.1:9');
    vi.stubEnv('AWS_PROFILE', 'nowhere');
    vi.stubEnv('AWS_REGION', 'ap-south-1');
    const answer = await sendValue(testClient(engine.endpoint), 'ListTables', { Limit: 1 });
    vi.unstubAllEnvs();
    expect(answer.httpStatus).toBe(200);
  });

  it('stops when it is cancelled', async () => {
    const endpoint = await startFailingEndpoint();
    const controller = new AbortController();
    const sending = sendWire(testClient(endpoint.endpoint), 'Scan', '{"TableName":"T"}', {
      signal: controller.signal,
    });
    controller.abort();
    await expect(sending).rejects.toMatchObject({ code: 'CANCELLED' });
    await endpoint.stop();
  });
});
