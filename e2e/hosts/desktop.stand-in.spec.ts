import { expect, test } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test as appTest } from '../fixtures.ts';
import { makeDataFolder } from './host-process.ts';
import { startStandIn } from './stand-in-app.ts';
import type { StandIn } from './stand-in-app.ts';

const cleanups: (() => Promise<unknown>)[] = [];

test.afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

async function dataFolder(): Promise<string> {
  const folder = await makeDataFolder();
  cleanups.push(folder.remove);
  return folder.path;
}

function start(folder: string, options?: Parameters<typeof startStandIn>[1]): StandIn {
  const host = startStandIn(folder, options);
  cleanups.push(() => host.end());
  return host;
}

test('the window has a sandboxed page without Node, whatever the defaults are', async () => {
  const host = start(await dataFolder());
  const { options } = await host.reported('window');
  expect(options).toMatchObject({
    webPreferences: {
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    },
  });
});

test('the window comes back where it was, and ends the app when it closes', async () => {
  const folder = await dataFolder();
  const place = { bounds: { x: 30, y: 40, width: 1_000, height: 700 }, maximised: true };
  await writeFile(join(folder, 'window.json'), JSON.stringify(place));
  const host = start(folder);
  const [, sandbox = ''] = await host.line(/^Sandbox at (\S+)$/);
  const { options } = await host.reported('window');
  expect(options).toMatchObject(place.bounds);
  host.tell({ kind: 'close-window' });
  expect(await host.ended).toBe(0);
  expect(JSON.parse(await readFile(join(folder, 'window.json'), 'utf8'))).toEqual(place);
  await expect(fetch(sandbox)).rejects.toThrow('fetch failed');
});

test('a second start brings the first window to the front and ends', async () => {
  const folder = await dataFolder();
  const first = start(folder);
  await first.reported('window');
  const second = start(folder);
  expect(await second.ended).toBe(0);
  expect(second.stdout()).toBe('Sortkey is open already: its window comes to the front.\n');
  await first.reported('window-focused');
});

test('the app ends in order when the system asks it to, within 2 s', async () => {
  const host = start(await dataFolder());
  const [, sandbox = ''] = await host.line(/^Sandbox at (\S+)$/);
  await host.reported('window');
  const { code, elapsedMs } = await host.end('SIGTERM');
  expect([code, host.stderr()]).toEqual([0, '']);
  expect(elapsedMs).toBeLessThan(2_000);
  await expect(fetch(sandbox)).rejects.toThrow('fetch failed');
});

test('permissions are refused, save to copy', async () => {
  const host = start(await dataFolder());
  await host.reported('window');
  const granted: Record<string, unknown> = {};
  for (const permission of ['geolocation', 'media', 'notifications', 'clipboard-read', 'usb']) {
    host.tell({ kind: 'permission', permission });
    const { requested, checked } = await host.reported('permission');
    granted[permission] = requested || checked;
  }
  expect(Object.values(granted)).toEqual([false, false, false, false, false]);
  host.tell({ kind: 'permission', permission: 'clipboard-sanitized-write' });
  expect(await host.reported('permission')).toMatchObject({ requested: true, checked: true });
});

test('the menu has the usual roles', async () => {
  const host = start(await dataFolder());
  await host.reported('window');
  host.tell({ kind: 'menu' });
  const { template } = await host.reported('menu');
  const text = JSON.stringify(template);
  for (const role of ['fileMenu', 'editMenu', 'windowMenu', 'zoomIn', 'about', 'reload']) {
    expect(text).toContain(`"role":"${role}"`);
  }
});

test('a bad flag ends the app with one line and code 2', async () => {
  const host = start(await dataFolder(), { flags: ['--sandbox-port', 'many'] });
  expect(await host.ended).toBe(2);
  expect(host.stderr()).toBe(
    '--sandbox-port takes a number from 0 to 65535 (0 picks a free port), not "many".\n',
  );
});

test('a packaged app, which has no terminal, says in a dialog why it cannot start', async () => {
  const folder = await dataFolder();
  await writeFile(join(folder, 'file'), '');
  const host = start(join(folder, 'file/data'), {
    env: { STAND_IN_PACKAGED: '1', STAND_IN_ANSWERS: 'showErrorBox' },
  });
  const { words } = await host.reported('dialog');
  expect(words[0]).toBe('Sortkey cannot start');
  expect(words[1]).toContain('cannot be written');
  expect(await host.ended).toBe(2);
});

appTest('the page cannot leave, open a window, or be left by a link', async ({ page, running }) => {
  const { standIn } = running;
  if (standIn === undefined) throw new Error('This runs under the stand-in only.');
  await page.evaluate(() => {
    location.href = 'https://example.com/';
  });
  expect(await standIn.reported('refused')).toMatchObject({
    what: 'navigation',
    url: 'https://example.com/',
  });
  await page.evaluate(() => window.open('https://example.com/window'));
  expect(await standIn.reported('refused')).toMatchObject({ what: 'window' });
  await page.evaluate(() => {
    const link = document.createElement('a');
    Object.assign(link, { href: 'file:///etc/passwd', target: '_blank' });
    document.body.append(link);
    link.click();
    link.remove();
  });
  expect(await standIn.reported('refused')).toMatchObject({ url: 'file:///etc/passwd' });
  await expect(page.getByRole('navigation', { name: 'Tables' })).toBeVisible();
});
