import { join } from 'node:path';
import { serveAppScheme, registerAppScheme } from './desktop/app-scheme.ts';
import { setApplicationMenu } from './desktop/application-menu.ts';
import { guardPages, refusePermissions } from './desktop/guards.ts';
import {
  claimDataFolder,
  electronReady,
  endWithApp,
  endWithFailure,
  endWithoutWindow,
  followWindows,
  openLink,
  readDesktopOptions,
} from './desktop/lifecycle.ts';
import { openMainWindow, showMainWindow } from './desktop/main-window.ts';
import { handOverFileReferences, handOverPorts } from './desktop/serve-page.ts';
import { appLayout } from './hosting/app-layout.ts';
import { prepareDataFolder } from './hosting/data-folder.ts';
import { logUnhandledRejections } from './hosting/ending.ts';
import { logToStderr } from './hosting/log.ts';
import { sandboxLine } from './hosting/start-failure.ts';
import { startHostedApp } from './hosting/start-host.ts';

/** The Electron host, step by step. What comes before `electronReady` must not wait for anything. */
async function main(): Promise<void> {
  const layout = appLayout(import.meta.dirname);
  const options = readDesktopOptions();
  prepareDataFolder(options.dataFolder);
  if (!claimDataFolder(options.dataFolder, showMainWindow)) {
    process.stdout.write('Sortkey is open already: its window comes to the front.\n');
    return endWithoutWindow();
  }
  registerAppScheme();
  guardPages();

  await electronReady();
  refusePermissions();
  const hosted = await startHostedApp(options, layout, { host: 'electron', openLink });
  endWithApp(hosted);
  process.stdout.write(`${sandboxLine(hosted.sandboxEndpoint())}\n`);

  serveAppScheme(hosted);
  handOverPorts(hosted);
  handOverFileReferences(hosted);

  setApplicationMenu(layout.version);
  const openWindow = () => {
    openMainWindow({
      preloadFile: layout.preloadFile,
      placeFile: join(options.dataFolder, 'window.json'),
    });
  };
  followWindows(openWindow);
  openWindow();
}

logUnhandledRejections(logToStderr);
// Not awaited: Electron gets ready only once this module has been read to its end.
main().catch(endWithFailure);
