import { test as base, expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { startBrowserApp } from './hosts/browser-app.ts';
import { startElectronApp } from './hosts/electron-app.ts';
import type { App, HostKind, RunningApp } from './hosts/running-app.ts';
import { startStandInApp } from './hosts/stand-in-app.ts';

export { expect };
export type { App };

type WorkerFixtures = { hostKind: HostKind; running: RunningApp };
type TestFixtures = { app: App; page: Page; expectedConsoleErrors: RegExp[] };

/** What a page complains of, save what the test expects. */
function listen(page: Page, expected: readonly RegExp[], complaints: string[]): void {
  const add = (text: string) => {
    if (!expected.some((pattern) => pattern.test(text))) complaints.push(text);
  };
  page.on('pageerror', (error) => add(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') add(message.text());
  });
}

/**
 * Tests of the whole app, on whichever host the project names. The app is started once a worker:
 * a test removes the tables it made. A test fails on any error in the page's console.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  hostKind: ['browser', { option: true, scope: 'worker' }],
  running: [
    async ({ hostKind, playwright, launchOptions }, give) => {
      if (hostKind === 'electron') {
        const running = await startElectronApp(playwright);
        await give(running);
        await running.close();
        return;
      }
      const browser = await playwright.chromium.launch(launchOptions);
      const start = hostKind === 'browser' ? startBrowserApp : startStandInApp;
      const running = await start(browser);
      await give(running);
      await running.close();
      await browser.close();
    },
    { scope: 'worker' },
  ],
  app: async ({ running }, give) => give(running.app),
  expectedConsoleErrors: [[], { option: true }],
  page: async ({ running, expectedConsoleErrors }, give) => {
    const complaints: string[] = [];
    const { page, close } = await running.openPage((opened) => {
      listen(opened, expectedConsoleErrors, complaints);
    });
    await give(page);
    await close();
    expect(complaints, 'errors in the console of the page').toEqual([]);
  },
});
