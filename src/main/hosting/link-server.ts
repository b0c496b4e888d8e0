import { mapEventIterator } from '@orpc/client';
import type { AnyRouter, Context } from '@orpc/server';
import { RPCHandler } from '@orpc/server/ws';
import { toBoundaryError } from './boundary-errors.ts';
import { logToStderr } from './log.ts';
import type { Log } from './log.ts';

/** Any router of the contract's methods, whole or in part. */
export type ServedRouter = AnyRouter;

/** A WebSocket of the package `ws`, as far as it is needed. */
export type ServedSocket = Parameters<RPCHandler<Context>['upgrade']>[0];

/** Electron's MessagePortMain, as far as it is needed. */
export type ServedPort = {
  on(event: 'message', listener: (message: { data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
};

export type LinkServer = {
  readonly serveSocket: (socket: ServedSocket) => void;
  readonly servePort: (port: ServedPort) => void;
};

function isIterator(value: unknown): value is AsyncIterator<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

/**
 * A port with the face of a socket: oRPC's adapter for sockets outlives a message that is not
 * JSON, where the one for ports leaves a rejection that nobody handles.
 */
function socketOf(port: ServedPort): ServedSocket {
  const addEventListener = (type: string, listener: (event: { data?: unknown }) => void) => {
    if (type === 'message') port.on('message', listener);
    if (type === 'close') port.on('close', () => listener({}));
  };
  const send = (data: unknown) => port.postMessage(data);
  // The adapter asks for these two members and nothing else of a socket.
  return { addEventListener, send } as unknown as ServedSocket;
}

/** Serves the contract's methods over sockets and message ports, with one way to tell errors. */
export function createLinkServer(router: ServedRouter, log: Log = logToStderr): LinkServer {
  const handler = new RPCHandler<Context>(router, {
    clientInterceptors: [
      async (call) => {
        const { path, signal } = call;
        const translate = async (error: unknown) =>
          toBoundaryError(error, path, signal?.aborted === true ? () => {} : log);
        try {
          const output = await call.next();
          if (!isIterator(output)) return output;
          return mapEventIterator(output, { value: (value) => value, error: translate });
        } catch (error) {
          throw await translate(error);
        }
      },
    ],
  });
  const serveSocket = (socket: ServedSocket) => {
    void handler.upgrade(socket, { context: {} });
  };
  return {
    serveSocket,
    servePort(port) {
      serveSocket(socketOf(port));
      port.start();
    },
  };
}
