import type { PlaywrightWorkerArgs } from '@playwright/test';
import { makeDataFolder, root, testEnvironment } from './host-process.ts';
import type { RunningApp } from './running-app.ts';

/** The names of variables that are set, as Playwright wants an environment. */
function defined(env: NodeJS.ProcessEnv): Record<string, string> {
  const entries = Object.entries(env).filter((entry): entry is [string, string] => {
    return entry[1] !== undefined;
  });
  return Object.fromEntries(entries);
}

/** The app in the Electron whose binary SORTKEY_ELECTRON names. */
export async function startElectronApp(
  playwright: PlaywrightWorkerArgs['playwright'],
): Promise<RunningApp> {
  const executablePath = process.env['SORTKEY_ELECTRON'];
  if (executablePath === undefined) throw new Error('SORTKEY_ELECTRON names no Electron binary.');
  const folder = await makeDataFolder();
  // oxlint-disable-next-line no-underscore-dangle -- Playwright's own name for it
  const electron = await playwright._electron.launch({
    executablePath,
    args: [root, '--data-dir', folder.path],
    env: defined(testEnvironment(folder.path)),
  });
  const sandboxEndpoint = await new Promise<string>((resolve) => {
    let said = '';
    electron.process().stdout?.on('data', (text: Buffer) => {
      said += text.toString('utf8');
      const found = /^Sandbox at (\S+)$/m.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  const page = await electron.firstWindow();
  return {
    app: { host: 'electron', sandboxEndpoint, dataFolder: folder.path },
    async openPage(prepare) {
      prepare(page);
      await page.reload();
      return { page, close: async () => {} };
    },
    async close() {
      await electron.close();
      await folder.remove();
    },
  };
}
