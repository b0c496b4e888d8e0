import { spawn } from 'node:child_process';

/** Waits for its input to close, which happens when its parent dies, and ends the process. */
export const watchdogScript = 'read -r line; kill -TERM "$1"';

/**
 * Ends the process when this one dies without a chance to do so itself (kill -9, a crash). A shell
 * blocked on a pipe costs a megabyte. Windows has no such shell: there the next start ends it.
 * Answers a function that calls the watch off.
 */
export function startWatchdog(pid: number): () => void {
  if (process.platform === 'win32') return () => {};
  const watchdog = spawn('/bin/sh', ['-c', watchdogScript, 'sortkey-watchdog', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  // Without it the engine is ended at the next start: no reason to fail this one.
  watchdog.on('error', () => {});
  watchdog.stdin.on('error', () => {});
  watchdog.unref();
  return () => {
    watchdog.kill('SIGKILL');
    watchdog.stdin.destroy();
  };
}
