import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { makeDataFolder, root, startNode, testEnvironment } from './host-process.ts';
import type { HostProcess } from './host-process.ts';
import type { RunningApp } from './running-app.ts';

/** Starts the built browser host with the given flags. */
export function startBrowserHost(dataFolder: string, flags: readonly string[] = []): HostProcess {
  const entry = join(root, 'out/main/browser.js');
  return startNode([entry, '--no-open', '--data-dir', dataFolder, ...flags], {
    env: testEnvironment(dataFolder),
  });
}

/** The app in the browser host. */
export async function startBrowserApp(browser: Browser): Promise<RunningApp> {
  const folder = await makeDataFolder();
  const host = startBrowserHost(folder.path);
  const [, sandboxEndpoint = ''] = await host.line(/^Sandbox at (\S+)$/);
  const [, url = ''] = await host.line(/^Sortkey is ready at (\S+)$/);
  return {
    app: { host: 'browser', sandboxEndpoint, dataFolder: folder.path },
    async openPage(prepare) {
      const context = await browser.newContext();
      const page = await context.newPage();
      prepare(page);
      await page.goto(url);
      return { page, close: () => context.close() };
    },
    async close() {
      await host.end();
      await folder.remove();
    },
  };
}
