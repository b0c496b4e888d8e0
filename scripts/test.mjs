// npm test: everything that must hold, on a fresh clone too. Its last lines count what passed.
import { ensureBuilt } from './lib/build.mjs';
import { checks } from './lib/checks.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { nodeProblem } from './lib/node-version.mjs';
import { runPlaywright, runVitest } from './lib/suites.mjs';

const summary = [];

/** Runs one step, shows its time, and goes on after a failure, so that one run tells all. */
async function step(name, work) {
  const begun = performance.now();
  process.stdout.write(`\n── ${name}\n`);
  let result;
  try {
    result = await work();
  } catch (error) {
    result = { passed: false, output: error.stack ?? String(error) };
  }
  if (!result.passed && result.output) process.stdout.write(`${result.output.trim()}\n`);
  const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
  process.stdout.write(`${result.passed ? 'passed' : 'FAILED'} in ${seconds} s\n`);
  summary.push({ name, seconds, ...result });
  return result;
}

const done = async (work) => ({ passed: true, value: await work() });

const problem = nodeProblem();
if (problem !== undefined) {
  process.stderr.write(`${problem}\n`);
  process.exit(2);
}

const installed = await step('install', () => done(ensureInstalled));
if (installed.passed) {
  for (const { name, run } of checks) await step(name, run);
  await step('unit tests', () => runVitest('unit'));
  await step('service tests', () => runVitest('services'));
  const built = await step('build', () => done(ensureBuilt));
  const browser = await step('browser', () => done(ensureChromium));
  if (built.passed && browser.passed) {
    await step('end-to-end tests', () => runPlaywright(browser.value));
  }
}

const total = { passed: 0, failed: 0, skipped: 0 };
process.stdout.write('\n');
for (const { name, seconds, passed, counts } of summary) {
  const detail = counts
    ? `: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`
    : '';
  process.stdout.write(`${passed ? 'passed' : 'FAILED'}  ${name} (${seconds} s)${detail}\n`);
  for (const key of Object.keys(total)) total[key] += counts?.[key] ?? 0;
}
const failedSteps = summary.filter(({ passed }) => !passed).length;
process.stdout.write(
  `Steps: ${summary.length - failedSteps} passed, ${failedSteps} failed. ` +
    `Tests: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped.\n`,
);
process.exitCode = failedSteps === 0 ? 0 : 1;
