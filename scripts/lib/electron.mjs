import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from './root.mjs';
import { runNode } from './run.mjs';
import { readStamp, writeStamp } from './stamps.mjs';

const downloadLimitMs = 60_000;
const retryAfterMs = 24 * 60 * 60 * 1_000;
const folder = inRoot('node_modules/electron');

/** The path of the Electron binary, or undefined where it was never downloaded. */
export function electronBinary() {
  const override = process.env.ELECTRON_EXEC_PATH;
  if (override !== undefined && existsSync(override)) return override;
  const pathFile = `${folder}/path.txt`;
  if (!existsSync(pathFile)) return undefined;
  const binary = `${folder}/dist/${readFileSync(pathFile, 'utf8').trim()}`;
  return existsSync(binary) ? binary : undefined;
}

function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Finds Electron, downloading it for at most 60 s where that was not tried within a day. Answers
 * `{ binary }`, or `{ reason }` in words for why there is none.
 */
export async function findElectron() {
  if (!hasDisplay()) return { reason: 'there is no display here (DISPLAY is not set)' };
  const present = electronBinary();
  if (present !== undefined) return { binary: present };
  const failed = Number(readStamp('electron-failed') ?? 0);
  if (Date.now() - failed < retryAfterMs) {
    return { reason: 'its download failed within the last day (npx install-electron tries again)' };
  }
  process.stdout.write('Downloading Electron, for at most 60 s …\n');
  const result = await runNode(`${folder}/install.js`, [], {
    quiet: true,
    timeoutMs: downloadLimitMs,
  });
  const binary = electronBinary();
  if (result.code === 0 && binary !== undefined) return { binary };
  writeStamp('electron-failed', String(Date.now()));
  if (result.timedOut) return { reason: 'its download took longer than 60 s' };
  return { reason: `its download failed: ${lastWords(result.output)}` };
}

/** The line of a stack trace that says what happened. */
function lastWords(output) {
  const lines = output.split('\n').map((line) => line.trim());
  return (
    lines.find((line) => /error|fail|refused|timed out/i.test(line)) ??
    lines[0] ??
    'no reason given'
  );
}
