import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { standInPaths } from '../wire.ts';
import type { ToMain } from '../wire.ts';
import { fail } from './control.ts';
import { createFrame } from './frame.ts';
import { invoke } from './ipc-main.ts';
import { askProtocol } from './protocol.ts';
import type { StandInContents } from './browser-window.ts';

type Shown = {
  /** The address that the app has given its window, without its path. */
  readonly origin: string;
  readonly preload: string;
  readonly contents: StandInContents;
  readonly drawn: () => void;
};

const state: { shown: Shown | undefined; own: string } = { shown: undefined, own: '' };
const files = mkdtempSync(join(tmpdir(), 'stand-in-files-'));
process.on('exit', () => rmSync(files, { recursive: true, force: true }));

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => fail(String(error)));
});
const sockets = new WebSocketServer({
  server,
  path: standInPaths.link,
  allowSynchronousEvents: false,
});
sockets.on('connection', serve);

/** An address that the page uses, as the app knows it. */
function appUrl(pageUrl: string): string {
  if (!pageUrl.startsWith(`${state.own}/`)) return pageUrl;
  return `${state.shown?.origin ?? ''}${pageUrl.slice(state.own.length)}`;
}

/** The built preload, wrapped as Electron wraps a sandboxed one, so that nothing of it is global. */
function preloadScript(): string {
  const runtime = readFileSync(join(import.meta.dirname, 'page-runtime.js'), 'utf8');
  const preload = readFileSync(state.shown?.preload ?? '', 'utf8');
  return `(() => {\n${runtime}\n((require, module, exports) => {\n${preload}\n})(standIn.require, { exports: {} }, {});\n})();`;
}

/** Keeps a dropped file on disk, since a page of Chromium cannot tell where it was. */
async function keepFile(request: IncomingMessage, name: string): Promise<string> {
  const folder = join(files, randomUUID());
  await mkdir(folder);
  const path = join(folder, basename(name));
  await writeFile(path, await buffer(request));
  return path;
}

async function forward(request: IncomingMessage): Promise<Response> {
  const { method = 'GET', url = '/' } = request;
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string' && name !== 'host') headers.set(name, value);
  }
  const empty = method === 'GET' || method === 'HEAD';
  const body = empty
    ? null
    : (Readable.toWeb(request) as unknown as ReadableStream<Uint8Array<ArrayBuffer>>);
  const target = `${state.shown?.origin ?? ''}${url}`;
  const init: RequestInit & { duplex: 'half' } = { method, headers, body, duplex: 'half' };
  return askProtocol(new Request(target, init));
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', state.own);
  if (pathname === standInPaths.preload) {
    response.setHeader('content-type', 'text/javascript; charset=utf-8').end(preloadScript());
    return;
  }
  if (pathname === standInPaths.file) {
    response.end(await keepFile(request, searchParams.get('name') ?? 'file'));
    return;
  }
  const answered = await forward(request);
  let body: string | Uint8Array = new Uint8Array(await answered.arrayBuffer());
  if (answered.headers.get('content-type')?.startsWith('text/html') === true) {
    const first = `<head><script src="${standInPaths.preload}"></script>`;
    body = new TextDecoder().decode(body).replace('<head>', first);
  }
  response.writeHead(answered.status, Object.fromEntries(answered.headers)).end(body);
}

function serve(socket: WebSocket): void {
  socket.once('message', (hello: Buffer) => {
    const { shown } = state;
    const said = JSON.parse(hello.toString('utf8')) as ToMain;
    if (said.kind !== 'hello' || shown === undefined) fail('a page began without a greeting');
    const { contents } = shown;
    const frame = createFrame(socket, appUrl(said.url), said.mainFrame);
    contents.frame = frame;
    socket.on('message', (text: Buffer) => {
      const message = JSON.parse(text.toString('utf8')) as ToMain;
      if (message.kind === 'invoke') void invoke(frame, contents, message);
      if (message.kind === 'port' || message.kind === 'port-closed') frame.receive(message);
      if (message.kind === 'navigate') contents.tryNavigation(appUrl(message.url));
      if (message.kind === 'open-window') contents.tryWindow(message.url);
    });
    socket.on('close', () => frame.gone());
    shown.drawn();
  });
}

/** Serves the pages of the app's windows to Chromium; there is one window at a time. */
export const pageServer = {
  async listen(): Promise<void> {
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    server.unref();
    state.own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  },
  /** Answers the address at which Chromium finds what the app calls `url`. */
  show(url: string, preload: string, contents: StandInContents, drawn: () => void): string {
    const { protocol, host } = new URL(url);
    const origin = `${protocol}//${host}`;
    state.shown = { origin, preload, contents, drawn };
    return `${state.own}${url.slice(origin.length)}`;
  },
};
