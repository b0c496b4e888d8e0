// npm run test:electron: the end-to-end suite in a real Electron, where one is to be had.
import { ensureBuilt } from './lib/build.mjs';
import { findElectron } from './lib/electron.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { nodeProblem } from './lib/node-version.mjs';
import { inRoot } from './lib/root.mjs';
import { runNode } from './lib/run.mjs';

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

const problem = nodeProblem();
if (problem !== undefined) fail(problem);

try {
  await ensureInstalled();
  await ensureBuilt();
} catch (error) {
  fail(error.message);
}

const { binary, reason } = await findElectron();
if (binary === undefined) fail(`The suite cannot run in Electron: ${reason}.`);

const { code } = await runNode(
  inRoot('node_modules/@playwright/test/cli.js'),
  ['test', '--project=electron', ...process.argv.slice(2)],
  { env: { ...process.env, SORTKEY_ELECTRON: binary } },
);
process.exitCode = code;
