import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { createClient } from '../../src/renderer/client/create-client.ts';
import { createConnector } from '../../src/renderer/client/connector.ts';
import { createWebSocketConnection } from '../../src/renderer/client/web-socket-connection.ts';
import type { PageSocket } from '../../src/renderer/client/web-socket-connection.ts';
import { createLinkServer } from '../../src/main/hosting/link-server.ts';
import type { LinkServer } from '../../src/main/hosting/link-server.ts';
import { socketServerOptions } from '../../src/main/browser/socket-options.ts';
import { describeLink } from './link-conformance.ts';
import { createTestRouter } from './test-router.ts';

async function listen(server: LinkServer, port = 0) {
  const sockets = new WebSocketServer({ ...socketServerOptions, host: '127.0.0.1', port });
  await once(sockets, 'listening');
  sockets.on('connection', (socket) => server.serveSocket(socket));
  const address = sockets.address() as AddressInfo;
  const breakLink = () => {
    for (const socket of sockets.clients) socket.terminate();
  };
  return {
    port: address.port,
    open: () => openSocket(address.port),
    breakLink,
    close: () => {
      breakLink();
      return new Promise<void>((resolve) => {
        sockets.close(() => resolve());
      });
    },
  };
}

function openSocket(port: number) {
  // The package's socket is the page's in all that the connection uses of it.
  const socket = new WebSocket(`ws://127.0.0.1:${port}/rpc`) as unknown as PageSocket;
  // Without a listener, a refused connection would be an uncaught error in Node; a page has none.
  socket.addEventListener('error', () => {});
  return createWebSocketConnection(socket);
}

describeLink('WebSocket', async (server) => {
  const end = await listen(server);
  const connection = await end.open();
  return { connect: async () => connection, breakLink: end.breakLink, close: end.close };
});

test('after a break, the next call opens a new socket at once', async () => {
  const { router } = createTestRouter();
  const end = await listen(createLinkServer(router));
  onTestFinished(end.close);
  const connector = createConnector(end.open, [3_600_000]);
  onTestFinished(connector.close);
  const changes: string[] = [];
  const closed = new Promise<void>((resolve) => {
    connector.onLinkChange((state) => {
      changes.push(state);
      if (state === 'closed') resolve();
    });
  });
  const client = createClient(connector.connect);
  await client.app.info();
  end.breakLink();
  await closed;
  expect(await client.app.info()).toMatchObject({ version: '1.2.3' });
  expect(changes).toEqual(['closed', 'open']);
});

test('with no call at all, the link opens again by itself', async () => {
  const { router } = createTestRouter();
  const end = await listen(createLinkServer(router));
  onTestFinished(end.close);
  const connector = createConnector(end.open, [1]);
  onTestFinished(connector.close);
  await connector.connect();
  const opened = new Promise<void>((resolve) => {
    connector.onLinkChange((state) => {
      if (state === 'open') resolve();
    });
  });
  end.breakLink();
  await opened;
});

test('while nobody listens, a call is told so, and the link comes back with its host', async () => {
  const { router } = createTestRouter();
  const server = createLinkServer(router);
  const first = await listen(server);
  const connector = createConnector(() => openSocket(first.port), [1]);
  onTestFinished(connector.close);
  const client = createClient(connector.connect);
  await client.app.info();
  await first.close();
  await expect(client.app.info()).rejects.toMatchObject({ code: 'LINK_CLOSED' });
  const opened = new Promise<void>((resolve) => {
    connector.onLinkChange((state) => {
      if (state === 'open') resolve();
    });
  });
  const second = await listen(server, first.port);
  onTestFinished(second.close);
  await opened;
  expect(await client.app.info()).toMatchObject({ version: '1.2.3' });
});
