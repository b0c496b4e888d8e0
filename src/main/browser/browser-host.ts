import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { webSocketPath } from '../../contract/host-bridge.ts';
import { plainAnswer } from '../hosting/answer.ts';
import type { Answer } from '../hosting/answer.ts';
import type { Log } from '../hosting/log.ts';
import type { HostedApp } from '../hosting/start-host.ts';
import { createAccess } from './access.ts';
import type { Access } from './access.ts';
import { answerRequest } from './answer-request.ts';
import { socketServerOptions } from './socket-options.ts';

const goingAway = 1_001;

export type BrowserHost = {
  /** The address to open, with its token. */
  readonly url: string;
  readonly close: () => Promise<void>;
};

function write(response: ServerResponse, { status, headers, body }: Answer, head: boolean): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(head ? undefined : body);
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  work: Promise<Answer>,
  log: Log,
): Promise<void> {
  const answer = await work.catch((error: unknown) => {
    log(`a request failed: ${error instanceof Error ? error.stack : String(error)}`);
    return plainAnswer(500, 'Sortkey failed to answer; its log says more.');
  });
  // What nobody reads of a refused request would be taken for the next one.
  const unread = !request.complete && request.readableFlowing !== true;
  if (unread) response.setHeader('connection', 'close');
  write(response, answer, request.method === 'HEAD');
}

function refuseUpgrade(socket: Duplex, { status, body }: Answer): void {
  // The socket is the caller's: it may be gone already.
  socket.on('error', () => {});
  socket.end(
    `HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Type: text/plain\r\n\r\n${String(body)}`,
  );
}

function serveSockets(server: Server, app: Pick<HostedApp, 'links'>, access: Access, log: Log) {
  const sockets = new WebSocketServer({ ...socketServerOptions, noServer: true });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const refused =
      access.refusal(request, { origin: true }) ??
      (request.url === webSocketPath ? undefined : plainAnswer(404, 'There is no such link.'));
    if (refused !== undefined) {
      refuseUpgrade(socket, refused);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (link) => {
      // A frame that breaks the rules closes its link; without a listener it would end the app.
      link.on('error', ({ message }) => log(`a page's link was closed: ${message}`));
      app.links.serveSocket(link);
    });
  });
  return sockets;
}

/**
 * Serves the app to browsers over a server that listens on 127.0.0.1 already, and to nobody who
 * does not hold the token.
 */
export function serveBrowser(
  server: Server,
  app: Pick<HostedApp, 'files' | 'links' | 'uploads'>,
  log: Log,
): BrowserHost {
  const { port } = server.address() as AddressInfo;
  const access = createAccess(port);
  const sockets = serveSockets(server, app, access, log);
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    void respond(request, response, answerRequest(request, app, access), log);
  });
  return {
    url: access.url,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) {
          socket.close(goingAway);
          socket.terminate();
        }
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
