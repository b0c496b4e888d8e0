import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';
import { fail, onCommand } from './control.ts';
import { createEvent } from './event.ts';

type Members = Pick<
  App,
  | 'enableSandbox'
  | 'exit'
  | 'isPackaged'
  | 'quit'
  | 'requestSingleInstanceLock'
  | 'setAboutPanelOptions'
  | 'setPath'
  | 'whenReady'
>;

const events = new EventEmitter();
const state = { ready: false, quitting: false, userData: '' };
const closers = new Set<() => void>();

const ready = new Promise<void>((resolve) => {
  events.once('ready', () => resolve());
});

/** True since Electron is ready; much must be asked before, or only after. */
export const isReady = () => state.ready;

/** Ends the wait of `whenReady`: the binary does so when the app's entry has been read to its end. */
export function becomeReady(): void {
  state.ready = true;
  events.emit('ready');
}

export function needReady(what: string): void {
  if (!state.ready) fail(`${what} cannot be used before the app is ready`);
}

export function needNotReady(what: string): void {
  if (state.ready) fail(`${what} must be called before the app is ready`);
}

/** Windows add how they close, for `quit`. */
export function closeOnQuit(close: () => void): () => void {
  closers.add(close);
  return () => closers.delete(close);
}

export const emitAppEvent = (name: string, ...args: unknown[]) => events.emit(name, ...args);

/** One address per user data folder, as long as any system allows. */
function lockAddress(): string {
  const name = `stand-in-${createHash('sha256').update(state.userData).digest('hex').slice(0, 16)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function tellFirstInstance(): void {
  const script =
    "require('node:net').connect(process.argv[1]).on('close', () => process.exit()).resume()";
  execFileSync(process.execPath, ['-e', script, lockAddress()]);
}

function requestSingleInstanceLock(): boolean {
  if (state.userData === '') fail('the single instance lock needs a userData folder of its own');
  const file = join(state.userData, 'stand-in.lock');
  mkdirSync(state.userData, { recursive: true });
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
  } catch {
    const owner = Number(readFileSync(file, 'utf8'));
    if (isAlive(owner)) {
      tellFirstInstance();
      return false;
    }
    writeFileSync(file, String(process.pid));
  }
  rmSync(lockAddress(), { force: true });
  const server = createServer((socket) => {
    socket.end();
    events.emit('second-instance', createEvent(), [], process.cwd());
  });
  server.listen(lockAddress()).unref();
  process.on('exit', () => rmSync(file, { force: true }));
  return true;
}

function quit(): void {
  if (state.quitting) return;
  const before = createEvent();
  events.emit('before-quit', before);
  if (before.defaultPrevented) return;
  state.quitting = true;
  for (const close of closers) close();
  const will = createEvent();
  events.emit('will-quit', will);
  state.quitting = false;
  if (!will.defaultPrevented) process.exit(0);
}

/** The last window has closed, which is news only where it was not by quitting. */
export function tellAllClosed(): void {
  if (!state.quitting) events.emit('window-all-closed');
}

const members: Members = {
  isPackaged: process.env['STAND_IN_PACKAGED'] === '1',
  enableSandbox: () => needNotReady('app.enableSandbox'),
  exit: (code) => process.exit(code ?? 0),
  quit,
  requestSingleInstanceLock,
  setAboutPanelOptions: () => {},
  setPath(name, path) {
    if (name !== 'userData') fail(`the path ${name} is not known to the stand-in`);
    needNotReady('app.setPath');
    state.userData = path;
  },
  whenReady: () => ready,
};

export const app = Object.assign(events, members);

onCommand('activate', () => events.emit('activate', createEvent(), false));
// Electron ends in order when the system asks it to.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, quit);
process.on('disconnect', quit);
