import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from '@playwright/test';
import { findFreePort } from '../../../src/main/services/sandbox/free-port.ts';
import { tableName } from '../sandbox-table.ts';

export const peerVersion = '5.3.3';

/** Puts dynamodb-admin into a folder of its own under out/, by npm; throws what npm said. */
async function installPeer(): Promise<string> {
  const folder = fileURLToPath(
    new URL(`../bench-peers/dynamodb-admin-${peerVersion}/`, import.meta.url),
  );
  const program = join(folder, 'node_modules/dynamodb-admin/dist/dynamodb-admin.js');
  if (existsSync(program)) return program;
  await mkdir(folder, { recursive: true });
  const wanted = `dynamodb-admin@${peerVersion}`;
  const flags = ['--no-audit', '--no-fund', '--no-package-lock', '--loglevel', 'error'];
  await promisify(execFile)('npm', ['install', '--prefix', folder, wanted, ...flags], {
    shell: process.platform === 'win32',
  });
  return program;
}

/** How long dynamodb-admin takes to show so many rows of the table, in milliseconds. */
export async function peerShowsRows(
  browser: Browser,
  endpoint: string,
  rows: number,
): Promise<number> {
  const program = await installPeer();
  const port = await findFreePort();
  const child = spawn(
    process.execPath,
    [program, '--host', '127.0.0.1', '--port', String(port), '--dynamo-endpoint', endpoint],
    {
      stdio: ['ignore', 'ignore', 'ignore'],
      env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    },
  );
  const page = await browser.newPage({ viewport: { width: 1_280, height: 800 } });
  try {
    const home = `http://127.0.0.1:${port}`;
    await waitUntilUp(home);
    const started = performance.now();
    await page.goto(`${home}/tables/${tableName}?pageSize=${rows}`);
    await page.waitForFunction(
      (wanted) => document.querySelectorAll('.items-table tbody tr').length >= wanted,
      rows,
      { timeout: 300_000, polling: 'raf' },
    );
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    return performance.now() - started;
  } finally {
    await page.close();
    child.kill();
  }
}

async function waitUntilUp(url: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('dynamodb-admin does not answer.');
}
