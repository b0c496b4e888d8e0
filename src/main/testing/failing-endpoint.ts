import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An endpoint that fails in a way that no engine can be made to. */
export type FailingEndpoint = {
  readonly endpoint: string;
  /** The Authorization headers and bodies that arrived. */
  readonly requests: { headers: Record<string, unknown>; body: string }[];
  readonly stop: () => Promise<void>;
};

/** Answers every request alike; without an answer it listens and never says anything. */
export async function startFailingEndpoint(answer?: {
  status: number;
  body: string;
  headers?: Record<string, string>;
}): Promise<FailingEndpoint> {
  const requests: FailingEndpoint['requests'] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      requests.push({ headers: request.headers, body });
      if (answer) response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
