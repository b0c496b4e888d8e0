import type { WebFrameMain } from 'electron';
import type { WebSocket } from 'ws';
import { carried } from '../wire.ts';
import type { ToMain, ToPage } from '../wire.ts';
import { StandInPort } from './message-channel.ts';

type Face = Pick<WebFrameMain, 'postMessage' | 'url'> & { readonly parent: object | null };

/** A page that is shown in a window, and its end of the ports handed to it. */
export type Frame = Face & {
  readonly send: (message: ToPage) => void;
  readonly receive: (message: Extract<ToMain, { port: number }>) => void;
  readonly gone: () => void;
};

/** The main side's view of the page at the other end of a socket. */
export function createFrame(socket: WebSocket, url: string, mainFrame: boolean): Frame {
  const ports = new Map<number, { port: StandInPort; receive: (value: unknown) => void }>();
  const state = { nextPort: 1 };
  const send = (message: ToPage) => socket.send(JSON.stringify(message));

  function handOver(port: unknown): number {
    if (!(port instanceof StandInPort)) throw new Error('Only ports can be handed over.');
    const id = state.nextPort;
    state.nextPort += 1;
    const { receive } = port.handOver({
      deliver: (value) => send({ kind: 'port', port: id, value: carried(value) }),
      close: () => send({ kind: 'port-closed', port: id }),
    });
    ports.set(id, { port, receive });
    return id;
  }

  return {
    url,
    parent: mainFrame ? null : {},
    send,
    postMessage(channel, value, transfer = []) {
      const message = carried(value);
      send({ kind: 'message', channel, value: message, ports: transfer.map(handOver) });
    },
    receive(message) {
      const held = ports.get(message.port);
      if (message.kind === 'port') held?.receive(message.value);
      else held?.port.close();
    },
    gone() {
      for (const { port } of ports.values()) port.close();
      ports.clear();
    },
  };
}
