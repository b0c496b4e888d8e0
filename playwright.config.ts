import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import type { HostKind } from './e2e/hosts/running-app.ts';

const debians = '/usr/bin/chromium';
const given = process.env['SORTKEY_CHROMIUM'] ?? (existsSync(debians) ? debians : undefined);

// Chromium's own sandbox does not work for root, which is who runs tests in a container.
const forRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

// What only one of the hosts can show.
const ofBrowser = '**/*.browser.spec.ts';
const ofStandIn = '**/*.stand-in.spec.ts';

export default defineConfig<object, { hostKind: HostKind }>({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  globalSetup: './e2e/global-setup.ts',
  workers: 2,
  forbidOnly: true,
  // Generous: what a loaded machine needs. A test that fails for good fails by its expectation.
  timeout: 180_000,
  expect: { timeout: 15_000 },
  use: {
    viewport: { width: 1_280, height: 800 },
    locale: 'en-GB',
    // Its snapshots of the page show what was there; pictures as well would cost a third of the run.
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: {
      ...(given === undefined ? {} : { executablePath: given }),
      args: [
        ...forRoot,
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'browser', testIgnore: ofStandIn, use: { hostKind: 'browser' } },
    { name: 'electron-stand-in', testIgnore: ofBrowser, use: { hostKind: 'electron-stand-in' } },
    // Only `npm run test:electron` knows where a real Electron is.
    ...(process.env['SORTKEY_ELECTRON'] === undefined
      ? []
      : [
          {
            name: 'electron',
            testIgnore: [ofBrowser, ofStandIn],
            use: { hostKind: 'electron' as const },
          },
        ]),
  ],
});
