import { RPCLink } from '@orpc/client/websocket';
import type { Connection, NoContext } from './connection.ts';
import { linkClosed } from './link-errors.ts';

export type PageSocket = Pick<
  WebSocket,
  'addEventListener' | 'removeEventListener' | 'send' | 'readyState' | 'close'
>;

const normalClosure = 1_000;

/** A connection over a WebSocket, once it is open; rejects where it closes before. */
export function createWebSocketConnection(socket: PageSocket): Promise<Connection> {
  const closing = new AbortController();
  // Before oRPC's own listener, so that its pending calls already find the signal aborted.
  socket.addEventListener('close', () => closing.abort());
  const link = new RPCLink<NoContext>({ websocket: socket });
  const connection: Connection = {
    link,
    closed: closing.signal,
    close() {
      closing.abort();
      socket.close(normalClosure);
    },
  };
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve(connection), { once: true });
    socket.addEventListener('close', () => reject(linkClosed()), { once: true });
  });
}
