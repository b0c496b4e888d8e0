import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestEngine } from './start-engine.ts';

type Writes = Record<string, object[]>;

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** The last two writes of a large batch, which are left unprocessed, and the others. */
function split(body: string): { now: string; later: Writes } {
  const request = JSON.parse(body) as { RequestItems: Writes };
  const later: Writes = {};
  const now = Object.fromEntries(
    Object.entries(request.RequestItems).map(([table, writes]) => {
      if (writes.length < 12) return [table, writes];
      later[table] = writes.slice(-2);
      return [table, writes.slice(0, -2)];
    }),
  );
  return { now: JSON.stringify({ ...request, RequestItems: now }), later };
}

/** Before an engine, which writes all of any batch: here, as in DynamoDB, some may be left over. */
export async function startBusyEndpoint(engine: TestEngine): Promise<TestEngine> {
  const answer = async (request: IncomingMessage) => {
    const sent = await textOf(request);
    const isBatch = request.headers['x-amz-target'] === 'DynamoDB_20120810.BatchWriteItem';
    const { now, later } = isBatch ? split(sent) : { now: sent, later: {} };
    const headers = new Headers({ 'content-type': 'application/x-amz-json-1.0' });
    for (const name of ['authorization', 'x-amz-date', 'x-amz-target']) {
      headers.set(name, String(request.headers[name]));
    }
    const answered = await fetch(engine.endpoint, { method: 'POST', headers, body: now });
    const text = await answered.text();
    if (Object.keys(later).length === 0) return { status: answered.status, text };
    const told = { ...(JSON.parse(text) as object), UnprocessedItems: later };
    return { status: answered.status, text: JSON.stringify(told) };
  };
  const server = createServer((request, response) => {
    answer(request).then(
      ({ status, text }) =>
        response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(text),
      (error: unknown) => response.destroy(error instanceof Error ? error : undefined),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await engine.stop();
    },
  };
}
