import { app, dialog, shell } from 'electron';
import { join } from 'node:path';
import { closeInTime } from '../hosting/ending.ts';
import { logToStderr } from '../hosting/log.ts';
import { startFailure } from '../hosting/start-failure.ts';
import type { HostedApp } from '../hosting/start-host.ts';
import { readStartOptions } from '../hosting/start-options.ts';
import type { HostOptions } from '../hosting/start-options.ts';
import { ownArguments } from './own-arguments.ts';

/** The flags, without those that Electron and Chromium take for themselves. */
export function readDesktopOptions(): HostOptions {
  // A packaged app is its own program; otherwise the first argument names the app.
  return readStartOptions(ownArguments(process.argv.slice(app.isPackaged ? 1 : 2)));
}

/**
 * Makes this the only app on its data folder: false where another one runs, whose window comes to
 * the front. Must run before Electron is ready.
 */
export function claimDataFolder(folder: string, showWindow: () => void): boolean {
  // The lock lies in this folder, and so do Chromium's own files.
  app.setPath('userData', join(folder, 'electron'));
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', showWindow);
  return true;
}

/** Resolves when Electron can open windows. */
export async function electronReady(): Promise<void> {
  await app.whenReady();
}

/** Ends an app that has not started anything. */
export function endWithoutWindow(): void {
  app.exit(0);
}

/** Opens a link that the services have checked, in the user's browser. */
export async function openLink(url: string): Promise<void> {
  await shell.openExternal(url);
}

/** Ends the app with its last window, save on macOS, where an app goes on without one. */
export function followWindows(openWindow: () => void): void {
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('activate', (_event, hasVisibleWindows) => {
    if (!hasVisibleWindows) openWindow();
  });
}

/** Ends what was started, the engine too, before Electron ends. */
export function endWithApp(hosted: Pick<HostedApp, 'close'>): void {
  let ending: Promise<void> | undefined;
  app.on('will-quit', (event) => {
    // Whoever asks again, by a second signal or a second quit, waits for the same end.
    event.preventDefault();
    ending ??= closeInTime(() => hosted.close(), logToStderr).then(() => app.exit(0));
  });
}

/** Tells why the app cannot start, to whoever started it, and ends it. */
export function endWithFailure(error: unknown): void {
  const { message, exitCode } = startFailure(error);
  process.stderr.write(`${message}\n`);
  // Where there is a terminal, the line above is enough; a packaged app has none.
  if (app.isPackaged) dialog.showErrorBox('Sortkey cannot start', message);
  app.exit(exitCode);
}
