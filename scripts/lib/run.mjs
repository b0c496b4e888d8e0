import { spawn } from 'node:child_process';
import { root } from './root.mjs';

/**
 * Runs a command to its end. With `quiet` its output is kept and answered instead of shown.
 * `timeoutMs` ends it with SIGKILL. Answers `{ code, output, timedOut }`; never throws for a
 * command that fails.
 */
export function run(command, args, { quiet = false, timeoutMs, env = process.env } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      // npm is a script of its own on Windows, which only a shell can start.
      shell: process.platform === 'win32' && command === 'npm',
    });
    let output = '';
    let timedOut = false;
    const keep = (chunk) => (output += chunk);
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            child.kill('SIGKILL');
          }, timeoutMs);
    const end = (code) => {
      clearTimeout(timer);
      resolve({ code, output, timedOut });
    };
    child.on('error', (error) => {
      output += error.message;
      end(127);
    });
    child.on('close', (code, signal) => end(code ?? (signal === null ? 0 : 1)));
  });
}

/** Runs a JavaScript file of an installed package with this Node. */
export function runNode(script, args, options) {
  return run(process.execPath, [script, ...args], options);
}
