import { BrowserWindow, nativeTheme, screen } from 'electron';
import { logToStderr } from '../hosting/log.ts';
import { pageUrl } from './own-url.ts';
import {
  placeOnDisplays,
  readWindowPlace,
  smallestWindow,
  writeWindowPlace,
} from './window-place.ts';
import type { Bounds } from './window-place.ts';

/** The page's own background, so that the window does not flash before it is drawn. */
const background = { light: '#f6f7f9', dark: '#14171c' };

function workAreas(): [Bounds, ...Bounds[]] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  return [primary.workArea, ...others.map(({ workArea }) => workArea)];
}

/** Opens the window where it was when it last closed. */
export function openMainWindow(options: {
  readonly preloadFile: string;
  /** Where the window's place is kept. */
  readonly placeFile: string;
}): void {
  const place = readWindowPlace(options.placeFile);
  const window = new BrowserWindow({
    ...placeOnDisplays(place?.bounds, workAreas()),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: 'Sortkey',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      preload: options.preloadFile,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      // The dictionaries would be downloaded.
      spellcheck: false,
    },
  });
  if (place?.maximised === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    const now = { bounds: window.getNormalBounds(), maximised: window.isMaximized() };
    try {
      writeWindowPlace(options.placeFile, now);
    } catch (error) {
      // Not worth a word to the user, and no reason to keep the window open.
      logToStderr(`the window's place was not kept: ${String(error)}`);
    }
  });
  void window.loadURL(pageUrl);
}

/** Brings the window to the front, where there is one. */
export function showMainWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}
