import { expect, test } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startBrowserHost } from './browser-app.ts';
import { makeDataFolder } from './host-process.ts';

const folders: { path: string; remove: () => Promise<void> }[] = [];

async function dataFolder(): Promise<string> {
  const folder = await makeDataFolder();
  folders.push(folder);
  return folder.path;
}

test.afterAll(async () => {
  for (const folder of folders) await folder.remove();
});

/** Another server on a port of loopback. */
async function occupyPort(): Promise<{ server: Server; port: number }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`says where it is in two lines, and ${signal} ends all of it within 2 s`, async () => {
    const host = startBrowserHost(await dataFolder());
    const [, sandbox = ''] = await host.line(/^Sandbox at (\S+)$/);
    const [, url = ''] = await host.line(/^Sortkey is ready at (\S+)$/);
    expect(host.stdout().split('\n')).toEqual([
      `Sandbox at ${sandbox}`,
      `Sortkey is ready at ${url}`,
      '',
    ]);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/);
    expect(await answers(sandbox)).toBe(true);
    // An open page must not hold it up.
    const link = fetch(url, { headers: { connection: 'keep-alive' } });
    await link;
    const { code, elapsedMs } = await host.end(signal);
    expect(code).toBe(0);
    expect(elapsedMs).toBeLessThan(2_000);
    expect(host.stderr()).toBe('');
    expect(await answers(sandbox)).toBe(false);
    expect(await answers(url)).toBe(false);
  });
}

async function refusal(
  folder: string,
  flags: string[],
): Promise<{ code: number | null; line: string }> {
  const host = startBrowserHost(folder, flags);
  const code = await host.ended;
  expect(host.stdout()).toBe('');
  expect(host.stderr()).toMatch(/^[^\n]+\n$/);
  return { code, line: host.stderr().trim() };
}

test('a flag that does not exist ends it with one line and code 2', async () => {
  const { code, line } = await refusal(await dataFolder(), ['--prot', '8080']);
  expect(code).toBe(2);
  expect(line).toContain("Unknown option '--prot'");
});

test('a port in use ends it with one line and code 2', async () => {
  const { server, port } = await occupyPort();
  const { code, line } = await refusal(await dataFolder(), ['--port', String(port)]);
  server.close();
  expect(code).toBe(2);
  expect(line).toBe(
    `Port ${port} of 127.0.0.1 is in use. Choose another one with --port, or --port 0 for any that is free.`,
  );
});

test('a sandbox port in use ends it with one line and code 2', async () => {
  const { server, port } = await occupyPort();
  const { code, line } = await refusal(await dataFolder(), ['--sandbox-port', String(port)]);
  server.close();
  expect(code).toBe(2);
  expect(line).toContain(String(port));
});

test('a data folder that cannot be written ends it with one line and code 2', async () => {
  const folder = await dataFolder();
  await writeFile(join(folder, 'file'), '');
  const { code, line } = await refusal(join(folder, 'file/data'), []);
  expect(code).toBe(2);
  expect(line).toMatch(/data cannot be written \(E\w+\)\. Choose another one/);
});

test('a second app on one data folder ends with one line and code 2; the first goes on', async () => {
  const folder = await dataFolder();
  const first = startBrowserHost(folder);
  const [, sandbox = ''] = await first.line(/^Sandbox at (\S+)$/);
  await first.line(/^Sortkey is ready at/);
  const { code, line } = await refusal(folder, []);
  expect(code).toBe(2);
  expect(line).toContain(folder);
  expect(await answers(sandbox)).toBe(true);
  await first.end();
});
