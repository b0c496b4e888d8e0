import { RPCLink } from '@orpc/client/message-port';
import type { Connection, NoContext } from './connection.ts';

export type PagePort = Pick<MessagePort, 'addEventListener' | 'postMessage' | 'start' | 'close'>;

/** A connection over a message port that the Electron host has handed over. */
export function createMessagePortConnection(port: PagePort): Connection {
  const closing = new AbortController();
  // Before oRPC's own listener, so that its pending calls already find the signal aborted.
  port.addEventListener('close', () => closing.abort());
  const link = new RPCLink<NoContext>({ port });
  port.start();
  return {
    link,
    closed: closing.signal,
    close() {
      closing.abort();
      port.close();
    },
  };
}
