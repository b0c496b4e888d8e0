import { MessageChannel } from 'node:worker_threads';
import type { MessagePort as NodePort } from 'node:worker_threads';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createClient } from '../../src/renderer/client/create-client.ts';
import { createMessagePortConnection } from '../../src/renderer/client/message-port-connection.ts';
import type { PagePort } from '../../src/renderer/client/message-port-connection.ts';
import { createLinkServer } from '../../src/main/hosting/link-server.ts';
import type { ServedPort } from '../../src/main/hosting/link-server.ts';
import { describeLink } from './link-conformance.ts';
import { createTestRouter } from './test-router.ts';

/** Node's port with the manners of Electron's MessagePortMain: data in an event, started by hand. */
function asMainPort(port: NodePort): ServedPort {
  const held: { listener?: (message: { data: unknown }) => void } = {};
  return {
    on(event: 'message' | 'close', listener: (message: { data: unknown }) => void) {
      if (event === 'message') held.listener = listener;
      else port.on('close', listener);
    },
    postMessage: (message) => port.postMessage(message),
    start() {
      port.on('message', (data: unknown) => held.listener?.({ data }));
    },
  };
}

function openChannel() {
  const { port1, port2 } = new MessageChannel();
  // Node's port is the page's in all that the connection uses of it.
  const connection = createMessagePortConnection(port1 as unknown as PagePort);
  return { connection, mainEnd: port2 };
}

describeLink('message port', async (server) => {
  const { connection, mainEnd } = openChannel();
  server.servePort(asMainPort(mainEnd));
  return {
    connect: async () => connection,
    breakLink: () => mainEnd.close(),
    close: () => connection.close(),
  };
});

test('a call over a port that is closed already fails at once', async () => {
  const { connection, mainEnd } = openChannel();
  const closed = new Promise((resolve) => connection.closed.addEventListener('abort', resolve));
  mainEnd.close();
  await closed;
  const client = createClient(async () => connection);
  await expect(client.app.info()).rejects.toMatchObject({ code: 'LINK_CLOSED' });
});

test('a message that is not of the protocol is survived', async () => {
  // oRPC tells of each one there.
  const complaints = vi.spyOn(console, 'error').mockReturnValue();
  onTestFinished(() => complaints.mockRestore());
  const { connection, mainEnd } = openChannel();
  const { router } = createTestRouter();
  const port = asMainPort(mainEnd);
  const listeners: ((message: { data: unknown }) => void)[] = [];
  createLinkServer(router).servePort({
    ...port,
    on(event: 'message' | 'close', listener: (message: { data: unknown }) => void) {
      if (event === 'message') listeners.push(listener);
      return port.on(event as 'message', listener);
    },
  });
  for (const data of ['{', 'null', '[]', '{"i":1}', 7, null, { i: 1, p: {} }]) {
    for (const listener of listeners) listener({ data });
  }
  expect(listeners).toHaveLength(1);
  const client = createClient(async () => connection);
  expect(await client.app.info()).toMatchObject({ version: '1.2.3' });
  connection.close();
});
