import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import type { Command, Report } from '../stand-in/main/control.ts';
import { makeDataFolder, root, startNode, testEnvironment } from './host-process.ts';
import type { HostProcess } from './host-process.ts';
import type { RunningApp } from './running-app.ts';

export type StandIn = HostProcess & {
  readonly tell: (command: Command) => void;
  /** The first report of its kind, of those that came and those to come; each is told once. */
  readonly reported: <Kind extends Report['kind']>(
    kind: Kind,
  ) => Promise<Extract<Report, { kind: Kind }>>;
};

/** Starts the built Electron host under the stand-in, with the given flags. */
export function startStandIn(
  dataFolder: string,
  options: { readonly flags?: readonly string[]; readonly env?: NodeJS.ProcessEnv } = {},
): StandIn {
  const run = join(root, 'out/stand-in/run.js');
  const entry = join(root, 'out/main/index.js');
  const args = [run, entry, '--data-dir', dataFolder, ...(options.flags ?? [])];
  const env = { ...testEnvironment(dataFolder), ...options.env };
  const host = startNode(args, { env });
  const reports: Report[] = [];
  const listeners = new Set<() => void>();
  host.child.on('message', (report: Report) => {
    reports.push(report);
    for (const listener of listeners) listener();
  });
  return {
    ...host,
    tell: (command) => host.child.send(command),
    reported: (kind) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const index = reports.findIndex((report) => report.kind === kind);
          if (index === -1) return;
          listeners.delete(look);
          const [report] = reports.splice(index, 1);
          // Found by this very kind.
          resolve(report as Extract<Report, { kind: typeof kind }>);
        };
        listeners.add(look);
        look();
        void host.ended.then(() => {
          reject(new Error(`The app ended before it reported ${kind}:\n${host.stderr()}`));
          return undefined;
        });
      }),
  };
}

/** The app in the Electron host, under the stand-in. */
export async function startStandInApp(browser: Browser): Promise<RunningApp> {
  const folder = await makeDataFolder();
  const host = startStandIn(folder.path);
  const [, sandboxEndpoint = ''] = await host.line(/^Sandbox at (\S+)$/);
  const { url } = await host.reported('window');
  return {
    standIn: host,
    app: { host: 'electron-stand-in', sandboxEndpoint, dataFolder: folder.path },
    async openPage(prepare) {
      const context = await browser.newContext();
      const page = await context.newPage();
      prepare(page);
      await page.goto(url);
      return { page, close: () => context.close() };
    },
    async close() {
      const { code } = await host.end();
      await folder.remove();
      if (code !== 0) throw new Error(`The app ended with ${String(code)}:\n${host.stderr()}`);
    },
  };
}
