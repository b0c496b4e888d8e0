import { carried, standInPaths } from '../wire.ts';
import type { ToMain, ToPage } from '../wire.ts';

type Listener = (event: { ports: readonly MessagePort[] }, ...args: unknown[]) => void;
type Pending = { resolve: (value: unknown) => void; reject: (error: Error) => void };

const listeners = new Map<string, Listener[]>();
const pending = new Map<number, Pending>();
const ports = new Map<number, MessagePort>();
const state = { nextCall: 1 };

const socket = new WebSocket(`ws://${window.location.host}${standInPaths.link}`);
const opened = new Promise<void>((resolve) => {
  socket.addEventListener('open', () => resolve());
});

function send(message: ToMain): void {
  if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
  else void opened.then(() => socket.send(JSON.stringify(message)));
}

/** A port of the page whose other end is on the main side. */
function openPort(id: number): MessagePort {
  const { port1, port2 } = new MessageChannel();
  ports.set(id, port1);
  port1.addEventListener('message', ({ data }) => {
    send({ kind: 'port', port: id, value: carried(data) });
  });
  port1.addEventListener('close', () => send({ kind: 'port-closed', port: id }));
  port1.start();
  return port2;
}

function receive(message: ToPage): void {
  if (message.kind === 'reply') {
    const call = pending.get(message.id);
    pending.delete(message.id);
    if (message.error === undefined) call?.resolve(message.value);
    else call?.reject(new Error(message.error));
  } else if (message.kind === 'message') {
    const event = { ports: message.ports.map(openPort) };
    for (const listener of listeners.get(message.channel) ?? []) listener(event, message.value);
  } else if (message.kind === 'port') {
    ports.get(message.port)?.postMessage(message.value);
  } else {
    ports.get(message.port)?.close();
    ports.delete(message.port);
  }
}

socket.addEventListener('message', ({ data }) => receive(JSON.parse(String(data)) as ToPage));
// The main side is gone, and its windows with it.
socket.addEventListener('close', () => {
  for (const port of ports.values()) port.close();
});
send({ kind: 'hello', url: window.location.href, mainFrame: window.top === window });

const ipcRenderer = {
  on(channel: string, listener: Listener) {
    listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
  },
  invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    const id = state.nextCall;
    state.nextCall += 1;
    return new Promise((resolve, reject) => {
      pending.set(id, { resolve, reject });
      send({ kind: 'invoke', id, channel, args: args.map(carried) });
    });
  },
};

/** A function as a page sees it: values are cloned both ways, and errors are only their words. */
function bridged(call: (...args: unknown[]) => unknown) {
  return async (...args: unknown[]): Promise<unknown> => {
    try {
      const given: unknown[] = structuredClone(args);
      return structuredClone(await call(...given));
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      // oxlint-disable-next-line preserve-caught-error -- the cause may not cross the bridge
      throw new Error(words);
    }
  };
}

const contextBridge = {
  exposeInMainWorld(name: string, api: Record<string, (...args: unknown[]) => unknown>) {
    if (name in window) throw new Error(`Cannot bind an API on top of window.${name}`);
    const entries = Object.entries(api).map(([key, value]) => {
      if (typeof value !== 'function') throw new Error('The stand-in bridges functions only.');
      return [key, bridged(value)] as const;
    });
    const value = Object.freeze(Object.fromEntries(entries));
    Object.defineProperty(window, name, { value, enumerable: true });
  },
};

const webUtils = {
  getPathForFile(file: unknown): string {
    if (!(file instanceof File)) throw new TypeError('The argument must be a File.');
    // A test says by the name that a file has no path, such as one dragged out of another page.
    if (file.name.startsWith('pathless')) return '';
    const request = new XMLHttpRequest();
    request.open('POST', `${standInPaths.file}?name=${encodeURIComponent(file.name)}`, false);
    request.send(file);
    return request.responseText;
  },
};

// What a page tries by itself is put to the app; what the test does from outside is not seen here.
// Electron asks the app only about other documents: not about a hash or a state of the history.
window.navigation.addEventListener('navigate', (event) => {
  const { destination, navigationType, cancelable } = event;
  if (destination.sameDocument || navigationType === 'reload' || !cancelable) return;
  event.preventDefault();
  send({ kind: 'navigate', url: destination.url });
});
window.open = (url) => {
  send({ kind: 'open-window', url: String(url ?? 'about:blank') });
  return null;
};
window.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[target]') : null;
  if (!(link instanceof HTMLAnchorElement)) return;
  event.preventDefault();
  send({ kind: 'open-window', url: link.href });
});

const electron = { contextBridge, ipcRenderer, webUtils };

/** A sandboxed preload may require this and hardly anything else. */
export function require(name: string): unknown {
  if (name === 'electron') return electron;
  throw new Error(`module not found: ${name}`);
}
