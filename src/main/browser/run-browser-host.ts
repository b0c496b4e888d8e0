import { SortkeyError } from '../../contract/sortkey-error.ts';
import type { AppLayout } from '../hosting/app-layout.ts';
import { logToStderr } from '../hosting/log.ts';
import { sandboxLine } from '../hosting/start-failure.ts';
import { startHostedApp } from '../hosting/start-host.ts';
import type { HostOptions } from '../hosting/start-options.ts';
import { serveBrowser } from './browser-host.ts';
import type { BrowserHost } from './browser-host.ts';
import { listenOnLoopback } from './listen.ts';
import { openBrowser } from './open-browser.ts';

async function openLink(url: string): Promise<void> {
  try {
    await openBrowser(url);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SortkeyError(
      'INTERNAL',
      `No browser could be opened (${reason}). Open ${url} by hand.`,
    );
  }
}

/**
 * Starts the browser host and says on standard output where the sandbox and the app are. Throws a
 * StartError in words; then nothing is left running.
 */
export async function runBrowserHost(
  options: HostOptions,
  layout: AppLayout,
): Promise<BrowserHost> {
  const server = await listenOnLoopback(options.port);
  try {
    const app = await startHostedApp(options, layout, { host: 'browser', openLink });
    const host = serveBrowser(server, app, logToStderr);
    process.stdout.write(`${sandboxLine(app.sandboxEndpoint())}\n`);
    process.stdout.write(`Sortkey is ready at ${host.url}\n`);
    return {
      url: host.url,
      async close() {
        await Promise.all([host.close(), app.close()]);
      },
    };
  } catch (error) {
    server.close();
    throw error;
  }
}
