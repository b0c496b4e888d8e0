// npm start: installs what is missing, builds what changed, opens the app.
import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './lib/build.mjs';
import { findElectron } from './lib/electron.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { nodeProblem } from './lib/node-version.mjs';
import { onParentGone } from './lib/parent.mjs';
import { inRoot, root } from './lib/root.mjs';
import { checkFlags } from './lib/start-flags.mjs';

const usageExitCode = 2;

function fail(message, code) {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

const args = process.argv.slice(2);
const problem = nodeProblem() ?? checkFlags(args);
if (problem !== undefined) fail(problem, usageExitCode);

if (process.env.npm_lifecycle_event !== undefined) {
  onParentGone(() => process.kill(process.pid, 'SIGTERM'));
}

try {
  await ensureInstalled();
  await ensureBuilt();
} catch (error) {
  fail(error.message, 1);
}

const electron = args.includes('--browser') ? undefined : await findElectron();
if (electron?.binary !== undefined) {
  const child = spawn(electron.binary, [root, ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 0));
} else {
  if (electron !== undefined) {
    process.stdout.write(`Electron is not used: ${electron.reason}. Opening in the browser.\n`);
  }
  // In this process, so that a signal reaches the host at once and ends all of it.
  process.argv = [process.execPath, inRoot('out/main/browser.js'), ...args];
  await import(pathToFileURL(inRoot('out/main/browser.js')).href);
}
