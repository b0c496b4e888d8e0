import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

type Endpoint = { readonly url: string; readonly close: () => void };

function listen(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });
}

/** Takes connections, and never answers. */
export async function silentEndpoint(): Promise<Endpoint> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    // Whoever gives up waiting may break the connection off.
    socket.on('error', () => socket.destroy());
  });
  const url = await listen(server);
  return {
    url,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** An address at which nothing listens: it was free a moment ago. */
export async function deadEndpoint(): Promise<string> {
  const server = createServer();
  const url = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return url;
}

/** Answers every request as DynamoDB does when temporary credentials have run out. */
export async function expiredEndpoint(): Promise<Endpoint> {
  const server = createHttpServer((request, response) => {
    request.resume();
    response.writeHead(400, {
      'content-type': 'application/x-amz-json-1.0',
      'x-amzn-requestid': 'E2E-EXPIRED',
    });
    response.end(
      JSON.stringify({
        __type: 'com.amazon.coral.service#ExpiredTokenException',
        message: 'The security token included in the request is expired',
      }),
    );
  });
  const url = await listen(server);
  return { url, close: () => server.close() };
}
