import { execFile, spawn } from 'node:child_process';
import { copyFile, cp, link, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Engine } from '../../../src/main/services/sandbox/engines/engine.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** As the app lies on a disk: its outputs beside package.json and the resources. */
const home = join(root, 'out', 'bench-app');
const built = join(home, 'out');

/** Builds the app as it is now, apart from what is started by hand. */
export async function buildApp(): Promise<void> {
  const cli = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  await promisify(execFile)(process.execPath, [cli, 'build', '--outDir', built], { cwd: root });
  for (const name of ['package.json', 'resources'])
    await cp(join(root, name), join(home, name), { recursive: true });
}

/** The app in its browser host, with a sandbox that holds a prepared data file. */
export type BenchedApp = {
  readonly url: string;
  /** Of the sandbox: where other programs find the same table. */
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
};

/** Starts the built app on a data folder of its own. */
export async function startApp(engine: Engine, dataPath: string): Promise<BenchedApp> {
  const folder = await mkdtemp(join(tmpdir(), 'sortkey-bench-app-'));
  await mkdir(join(folder, 'sandbox'));
  const own = join(folder, 'sandbox', engine.dataName);
  // Nothing is committed: the file stays as it is, and 560 MB need not be copied.
  await link(dataPath, own).catch(() => copyFile(dataPath, own));
  const child = spawn(
    process.execPath,
    [join(built, 'main/browser.js'), '--no-open', '--port', '0', '--data-dir', folder],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        AWS_CONFIG_FILE: join(folder, 'no-config'),
        AWS_SHARED_CREDENTIALS_FILE: join(folder, 'no-credentials'),
        AWS_EC2_METADATA_DISABLED: 'true',
        AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      },
    },
  );
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  let [url, endpoint] = ['', ''];
  for await (const line of createInterface({ input: child.stdout })) {
    endpoint = /^Sandbox at (\S+)$/.exec(line)?.[1] ?? endpoint;
    url = /^Sortkey is ready at (\S+)$/.exec(line)?.[1] ?? url;
    if (url !== '' && endpoint !== '') return { url, endpoint, stop };
  }
  await stop();
  throw new Error('The app ended before it was ready.');
}
