import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { inRoot } from './root.mjs';
import { run, runNode } from './run.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const otherPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The Chromium or Chrome of this machine, or undefined. SORTKEY_CHROMIUM overrides. */
export function installedChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = [
    process.env.SORTKEY_CHROMIUM,
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...otherPlaces,
  ];
  return candidates.find((path) => path !== undefined && existsSync(path));
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  const present = () =>
    existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
  if (present() !== undefined) return present();
  process.stdout.write("Downloading Playwright's Chromium …\n");
  const cli = inRoot('node_modules/@playwright/test/cli.js');
  await runNode(cli, ['install', 'chromium'], { quiet: true, timeoutMs: 180_000 });
  return present();
}

async function debians() {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return undefined;
  process.stdout.write('Installing Chromium with apt-get …\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = () =>
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { quiet: true, env });
  if ((await install()).code !== 0) {
    await run('apt-get', ['update'], { quiet: true, env });
    await install();
  }
  return installedChromium();
}

/** The browser for the end-to-end tests: the machine's, else Playwright's, else Debian's. */
export async function ensureChromium() {
  const found = installedChromium() ?? (await playwrightsOwn()) ?? (await debians());
  if (found !== undefined) return found;
  throw new Error(
    'The end-to-end tests need Chromium, and none could be found or downloaded. Install Chromium or ' +
      'Google Chrome, or name one in the variable SORTKEY_CHROMIUM, and run npm test again.',
  );
}
