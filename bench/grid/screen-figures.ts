import type { Browser, Page } from '@playwright/test';
import { findDynoxide } from '../../src/main/services/sandbox/engines/dynoxide.ts';
import { makeFigure, median, percentile } from '../figure.ts';
import type { Figure } from '../figure.ts';
import type { BenchOptions } from '../main.ts';
import { sandboxTable } from './sandbox-table.ts';
import { buildApp, startApp } from './screen/app.ts';
import type { BenchedApp } from './screen/app.ts';
import { openTablePage, startChromium, waitForRows } from './screen/page.ts';
import { peerShowsRows, peerVersion } from './screen/peer.ts';
import { scroll, scrollWays } from './screen/scroll.ts';
import { frameCosts } from './screen/trace.ts';
import { typeWhileStaged } from './screen/typing.ts';

/** One frame of sixty in a second; a little over, since clocks of browsers are rounded. */
const frameMs = 16.7;
const megabyte = 1e6;

/** The grid in a real browser, on the built app: what a person in front of it would see. */
export async function* screenFigures({ quick, say }: BenchOptions): AsyncGenerator<Figure> {
  const rows = quick ? 100_000 : 1_000_000;
  const engine = findDynoxide();
  if (engine === undefined) throw new Error('The bench needs the native engine, Dynoxide.');
  say('building the app');
  await buildApp();
  const app = await startApp(engine, await sandboxTable(engine, rows));
  const browser = await startChromium();
  try {
    yield* firstRowFigures(browser, app, quick ? 3 : 7);
    yield* peerFigures(browser, app, quick ? 1_000 : 10_000, say);
    const page = await openTablePage(browser, app.url);
    say(`loading ${rows} rows in ${browser.version()}`);
    await loadAll(page, rows);
    yield* scrollFigures(browser, page, rows, quick ? 4_000 : 24_000);
    yield* heapFigures(page);
    yield* typingFigures(page, quick ? 1_000 : 10_000, quick ? 5 : 15);
  } finally {
    await browser.close();
    await app.stop();
  }
}

async function loadAll(page: Page, rows: number): Promise<void> {
  await page.getByRole('button', { name: 'Load all' }).click();
  await waitForRows(page, rows);
  await page.getByRole('button', { name: 'Load all' }).waitFor({ state: 'hidden' });
}

const shown = (page: Page) => page.evaluate(() => window.sortkeyProbe.firstRowsMs ?? Number.NaN);

async function* firstRowFigures(browser: Browser, app: BenchedApp, rounds: number) {
  const cold: number[] = [];
  const warm: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const page = await openTablePage(browser, app.url);
    cold.push(await shown(page));
    for (let run = 0; run < rounds; run += 1) {
      await page.evaluate(() => window.sortkeyProbe.awaitRows());
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await page.waitForFunction(() => window.sortkeyProbe.firstRowsMs !== undefined);
      warm.push(await shown(page));
    }
    await page.close();
  }
  yield makeFigure({
    name: `first rows on the screen after their page arrived, of ${warm.length} runs`,
    unit: 'ms',
    value: median(warm),
    smallerIsBetter: true,
    goal: 60,
  });
  yield makeFigure({
    name: 'the same in a page that was just opened, its code not compiled yet',
    unit: 'ms',
    value: median(cold),
    smallerIsBetter: true,
  });
}

async function* peerFigures(
  browser: Browser,
  app: BenchedApp,
  rows: number,
  say: BenchOptions['say'],
) {
  const started = performance.now();
  const page = await openTablePage(browser, app.url);
  await page.getByRole('button', { name: 'Load all' }).click();
  await waitForRows(page, rows);
  await page.locator('[role="grid"] [data-column="1"]').first().click();
  await page.keyboard.press('Control+End');
  await page.waitForFunction((least) => {
    const shown = document.querySelectorAll('[role="grid"] [aria-rowindex]:not([aria-busy])');
    return [...shown].some((row) => Number(row.getAttribute('aria-rowindex')) > least);
  }, rows);
  const ours = performance.now() - started;
  await page.close();
  try {
    const theirs = await peerShowsRows(browser, app.endpoint, rows);
    yield makeFigure({
      name: `show ${rows} rows of the table`,
      unit: 's',
      value: ours / 1_000,
      smallerIsBetter: true,
      compared: { with: `dynamodb-admin ${peerVersion}`, value: theirs / 1_000 },
    });
  } catch (cause) {
    say(`dynamodb-admin could not be measured: ${String(cause).slice(0, 300)}`);
  }
}

async function* scrollFigures(browser: Browser, page: Page, rows: number, ms: number) {
  for (const way of scrollWays) {
    const seen = await scroll(page, way, ms);
    yield makeFigure({
      name: `frames while scrolling by ${way.name}, p95`,
      unit: 'ms',
      value: percentile(seen.frames, 0.95),
      smallerIsBetter: true,
      goal: frameMs,
    });
    yield makeFigure({
      name: `longest blank row while scrolling by ${way.name}`,
      unit: 'ms',
      value: seen.longestBlankRowMs,
      smallerIsBetter: true,
      goal: 100,
    });
    yield makeFigure({
      name: `longest blank place while scrolling by ${way.name}`,
      unit: 'ms',
      value: seen.longestBlankPlaceMs,
      smallerIsBetter: true,
    });
    if (seen.firstRow !== 1 || seen.lastRow !== rows)
      throw new Error(
        `By ${way.name} rows ${seen.firstRow} to ${seen.lastRow} were seen, not all.`,
      );
    const costs = await frameCosts(browser, page, () => way.run(page, ms / 2));
    yield makeFigure({
      name: `CPU time of the page for a frame, by ${way.name}, p95`,
      unit: 'ms',
      value: percentile(costs, 0.95),
      smallerIsBetter: true,
    });
  }
}

async function* heapFigures(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  yield makeFigure({
    name: 'heap of the page after all of that',
    unit: 'MB',
    value: usedSize / megabyte,
    smallerIsBetter: true,
    goal: 150,
  });
  await session.detach();
}

async function* typingFigures(page: Page, edits: number, cells: number) {
  const { keyTimes, staged } = await typeWhileStaged(page, edits, cells);
  yield makeFigure({
    name: `a key, typed with ${staged} staged edits, p95`,
    unit: 'ms',
    value: percentile(keyTimes, 0.95),
    smallerIsBetter: true,
    goal: 50,
  });
  yield makeFigure({
    name: `the slowest of ${keyTimes.length} keys, a staging in every ${Math.round(keyTimes.length / cells)}`,
    unit: 'ms',
    value: Math.max(...keyTimes),
    smallerIsBetter: true,
  });
}
