import { existsSync, lstatSync } from 'node:fs';
import { fingerprint } from './fingerprint.mjs';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';
import { readStamp, writeStamp } from './stamps.mjs';

const inputs = [inRoot('package.json'), inRoot('package-lock.json')];
// 1.2.1 is the only one that the lock file names, for Linux on x64. Elsewhere the newer one, which
// mends the advisory GHSA-gwhp-7jch-7xj6, is fetched beside the lock.
const lockedEngine = 'linux-x64';
const otherEngines = ['darwin-x64', 'darwin-arm64', 'linux-arm64', 'win32-x64'];

/** Installs what package-lock.json names, if that was not done already. Throws with one clear line. */
export async function ensureInstalled() {
  const wanted = fingerprint(inputs);
  if (existsSync(inRoot('node_modules')) && readStamp('install') === wanted) return;
  // A worktree that borrows another one's packages: npm ci would empty theirs.
  if (lstatSync(inRoot('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return;
  process.stdout.write('Installing packages (npm ci) …\n');
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = await run('npm', args, { quiet: true });
  if (code !== 0) throw new Error(`npm ci failed (exit code ${code}):\n${output.trim()}`);
  await installEngine();
  writeStamp('install', wanted);
}

/** The native engine of another platform; without it the app falls back to dynalite. */
async function installEngine() {
  const platform = `${process.platform}-${process.arch}`;
  if (platform === lockedEngine || !otherEngines.includes(platform)) return;
  const args = ['install', '--no-save', '--no-audit', '--no-fund', `@dynoxide/${platform}@^1.3.0`];
  const { code } = await run('npm', args, { quiet: true });
  if (code !== 0) {
    process.stdout.write(`No native engine for ${platform}: the sandbox will run on dynalite.\n`);
  }
}
