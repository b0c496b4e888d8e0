import { portMessage, webSocketPath } from '../../contract/host-bridge.ts';
import type { SortkeyClient } from './client-type.ts';
import type { Connection } from './connection.ts';
import { createConnector } from './connector.ts';
import type { Connector } from './connector.ts';
import { createClient } from './create-client.ts';
import { hostBridge } from './host-bridge.ts';
import type { PageBridge } from './host-bridge.ts';
import { linkClosed } from './link-errors.ts';
import { createMessagePortConnection } from './message-port-connection.ts';
import { createWebSocketConnection } from './web-socket-connection.ts';

export type ConnectedClient = Pick<Connector, 'onLinkChange'> & { readonly client: SortkeyClient };

/** Asks the preload for a port and waits for it; only this window's own messages count. */
async function openPort(bridge: PageBridge): Promise<Connection> {
  const listening = new AbortController();
  const arrival = new Promise<MessagePort>((resolve) => {
    const listen = ({ source, data, ports: [port] }: MessageEvent<unknown>) => {
      if (source === window && data === portMessage && port !== undefined) resolve(port);
    };
    window.addEventListener('message', listen, { signal: listening.signal });
  });
  try {
    await bridge.requestPort();
    return createMessagePortConnection(await arrival);
  } catch (error) {
    throw linkClosed(error);
  } finally {
    listening.abort();
  }
}

function openSocket(): Promise<Connection> {
  const url = new URL(webSocketPath, window.location.href);
  url.protocol = 'ws:';
  return createWebSocketConnection(new WebSocket(url));
}

/**
 * Connects this page to its main side: over the message port of the Electron host where a preload
 * offers one, else over the WebSocket of the browser host. Rejects with LINK_CLOSED where nobody
 * answers.
 */
export async function connectClient(): Promise<ConnectedClient> {
  const bridge = hostBridge();
  const connector = createConnector(bridge === undefined ? openSocket : () => openPort(bridge));
  await connector.connect();
  return { client: createClient(connector.connect), onLinkChange: connector.onLinkChange };
}
