import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { tableName } from '../sandbox-table.ts';
import { installProbe } from './probe.ts';

const debians = '/usr/bin/chromium';
const given = process.env['SORTKEY_CHROMIUM'] ?? (existsSync(debians) ? debians : undefined);

/** Starts Chromium without a screen, its scroll bars shown. */
export function startChromium(): Promise<Browser> {
  return chromium.launch({
    ...(given === undefined ? {} : { executablePath: given }),
    ignoreDefaultArgs: ['--hide-scrollbars'],
    args: [
      // Chromium's own sandbox does not work for root, which is who runs this in a container.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--enable-precise-memory-info',
    ],
  });
}

/** The app in a page of its own, at the table, its first rows shown. */
export async function openTablePage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1_280, height: 800 } });
  await page.addInitScript(installProbe);
  await page.goto(url);
  await page
    .getByRole('navigation', { name: 'Tables' })
    .getByRole('link', { name: tableName, exact: true })
    .click();
  await page.waitForFunction(() => window.sortkeyProbe.firstRowsMs !== undefined);
  return page;
}

/** How many rows the result has, as the page says. */
export async function waitForRows(page: Page, rows: number): Promise<void> {
  await page.waitForFunction(
    (least) => {
      const grid = document.querySelector('[role="grid"]');
      return Number(grid?.getAttribute('aria-rowcount') ?? 0) - 1 >= least;
    },
    rows,
    { timeout: 600_000, polling: 50 },
  );
}
