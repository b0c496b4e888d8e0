import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { inRoot } from './root.mjs';
import { runNode } from './run.mjs';

const resultsFolder = inRoot('test-results', 'reports');

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // The runner ended before it could write one; its exit code and output tell the rest.
    return undefined;
  }
}

async function suite(script, args, { env, report, count }) {
  mkdirSync(resultsFolder, { recursive: true });
  rmSync(report, { force: true });
  const { code } = await runNode(inRoot('node_modules', script), args, { env });
  const counts = count(readReport(report));
  return { passed: code === 0, counts: counts ?? { passed: 0, failed: 1, skipped: 0 } };
}

/** One project of vitest.config.ts: the unit tests, or the service tests on the real engine. */
export function runVitest(project) {
  const report = `${resultsFolder}/vitest-${project}.json`;
  const args = [
    'run',
    `--project=${project}`,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  return suite('vitest/vitest.mjs', args, {
    env: process.env,
    report,
    count: (json) =>
      json && {
        passed: json.numPassedTests,
        // A file that could not be loaded fails without a test of its own.
        failed: Math.max(json.numFailedTests, json.numFailedTestSuites > 0 ? 1 : 0),
        skipped: json.numPendingTests + json.numTodoTests,
      },
  });
}

/** The end-to-end suite on both links. */
export function runPlaywright(chromium) {
  const report = `${resultsFolder}/playwright.json`;
  const projects = ['--project=browser', '--project=electron-stand-in'];
  return suite('@playwright/test/cli.js', ['test', ...projects, '--reporter=list,json'], {
    env: { ...process.env, SORTKEY_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    report,
    count: (json) =>
      json && {
        passed: json.stats.expected + json.stats.flaky,
        failed: json.stats.unexpected,
        skipped: json.stats.skipped,
      },
  });
}
