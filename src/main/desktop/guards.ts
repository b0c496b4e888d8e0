import { app, session } from 'electron';
import type { WebContents } from 'electron';
import { isOwnUrl, pageUrl } from './own-url.ts';

/** "Copy" is what a user asks for by pressing a button; reading the clipboard is not needed. */
const allowedPermission = 'clipboard-sanitized-write';

function guard(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => {
    // To the page itself is a reload. A file dropped beside its target is a navigation.
    if (event.url !== pageUrl) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** No page goes anywhere else, opens a window or embeds another page. Before Electron is ready. */
export function guardPages(): void {
  // Every renderer is sandboxed, whatever the options of its window say.
  app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => guard(contents));
}

/** No page gets a permission of the system, save to write to the clipboard when asked to. */
export function refusePermissions(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((contents, permission, answer) => {
    answer(permission === allowedPermission && isOwnUrl(contents.getURL()));
  });
  defaultSession.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === allowedPermission && isOwnUrl(origin),
  );
  defaultSession.setDevicePermissionHandler(() => false);
}
