import { EventEmitter } from 'node:events';
import type { BrowserWindow as ElectronWindow, BrowserWindowConstructorOptions } from 'electron';
import { closeOnQuit, emitAppEvent, needReady, tellAllClosed } from './app.ts';
import { fail, onCommand, report } from './control.ts';
import { createEvent } from './event.ts';
import type { Frame } from './frame.ts';
import { pageServer } from './page-server.ts';

type Face = Pick<
  ElectronWindow,
  | 'close'
  | 'focus'
  | 'getNormalBounds'
  | 'isMaximized'
  | 'isMinimized'
  | 'loadURL'
  | 'maximize'
  | 'restore'
  | 'show'
>;

type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };

/** What a window shows; the app listens to what its page tries. */
export class StandInContents extends EventEmitter {
  url = '';
  frame: Frame | undefined;
  #openHandler: OpenHandler = () => ({ action: 'allow' });

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  getURL(): string {
    return this.url;
  }

  /** The page tries to go elsewhere. Nothing goes anywhere here: allowing it is a failure. */
  tryNavigation(url: string): void {
    const event = createEvent({ url, isMainFrame: true });
    this.emit('will-frame-navigate', event);
    this.emit('will-navigate', event, url);
    if (!event.defaultPrevented) fail(`the app lets its page go to ${url}`);
    report({ kind: 'refused', what: 'navigation', url });
  }

  /** The page tries to open a window. */
  tryWindow(url: string): void {
    if (this.#openHandler({ url }).action !== 'deny') fail(`the app lets its page open ${url}`);
    report({ kind: 'refused', what: 'window', url });
  }
}

function refuseUnsafe({ webPreferences = {} }: BrowserWindowConstructorOptions): void {
  const unsafe = [
    webPreferences.sandbox === false && 'sandbox: false',
    webPreferences.nodeIntegration === true && 'nodeIntegration: true',
    webPreferences.nodeIntegrationInWorker === true && 'nodeIntegrationInWorker: true',
    webPreferences.nodeIntegrationInSubFrames === true && 'nodeIntegrationInSubFrames: true',
    webPreferences.contextIsolation === false && 'contextIsolation: false',
    webPreferences.webSecurity === false && 'webSecurity: false',
    webPreferences.webviewTag === true && 'webviewTag: true',
  ].filter((problem) => problem !== false);
  if (unsafe.length > 0) fail(`a window with ${unsafe.join(', ')} is refused`);
  if (webPreferences.preload === undefined) fail('a window without a preload is refused');
}

const open = new Set<BrowserWindow>();

/** A window, whose page is a page of Chromium that the test opens at the address reported. */
export class BrowserWindow extends EventEmitter implements Face {
  readonly webContents = new StandInContents();
  readonly #options: BrowserWindowConstructorOptions;
  readonly #forget: () => void;
  #maximised = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    needReady('BrowserWindow');
    refuseUnsafe(options);
    this.#options = options;
    this.#forget = closeOnQuit(() => this.close());
    open.add(this);
    emitAppEvent('web-contents-created', createEvent(), this.webContents);
  }

  static getAllWindows(): BrowserWindow[] {
    return [...open];
  }

  async loadURL(url: string): Promise<void> {
    this.webContents.url = url;
    const preload = this.#options.webPreferences?.preload ?? '';
    const address = pageServer.show(url, preload, this.webContents, () =>
      this.emit('ready-to-show'),
    );
    const { webPreferences, ...options } = this.#options;
    report({ kind: 'window', url: address, options: { ...options, webPreferences } });
  }

  close(): void {
    if (!open.has(this)) return;
    const event = createEvent();
    this.emit('close', event);
    if (event.defaultPrevented) return;
    open.delete(this);
    this.#forget();
    this.webContents.frame?.gone();
    this.emit('closed');
    if (open.size === 0) tellAllClosed();
  }

  getNormalBounds() {
    const { x = 0, y = 0, width = 800, height = 600 } = this.#options;
    return { x, y, width, height };
  }

  isMaximized(): boolean {
    return this.#maximised;
  }

  maximize(): void {
    this.#maximised = true;
  }

  isMinimized(): boolean {
    return false;
  }

  restore(): void {}

  show(): void {
    report({ kind: 'window-shown' });
  }

  focus(): void {
    report({ kind: 'window-focused' });
  }
}

onCommand('close-window', () => {
  for (const window of open) window.close();
});
