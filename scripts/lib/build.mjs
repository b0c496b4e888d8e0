import { existsSync } from 'node:fs';
import { fingerprint } from './fingerprint.mjs';
import { inRoot } from './root.mjs';
import { runNode } from './run.mjs';
import { readStamp, writeStamp } from './stamps.mjs';

const inputs = ['src', 'resources', 'electron.vite.config.ts', 'package-lock.json'].map((path) =>
  inRoot(path),
);
const outputs = ['main/index.js', 'main/browser.js', 'preload/index.cjs', 'renderer/index.html'];

/** Builds out/ when a source is newer than it. Throws with what the build said. */
export async function ensureBuilt() {
  const wanted = fingerprint(inputs);
  const whole = outputs.every((file) => existsSync(inRoot('out', file)));
  if (whole && readStamp('build') === wanted) return;
  process.stdout.write('Building …\n');
  const cli = inRoot('node_modules/electron-vite/bin/electron-vite.js');
  const { code, output } = await runNode(cli, ['build'], { quiet: true });
  if (code !== 0) throw new Error(`The build failed (exit code ${code}):\n${output.trim()}`);
  writeStamp('build', wanted);
}
