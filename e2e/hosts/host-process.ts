import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export type Ended = { readonly code: number | null; readonly elapsedMs: number };

/** A host of the app as a process of its own, with what it prints. */
export type HostProcess = {
  readonly child: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** The first line of standard output that matches; rejects with everything said where it ends before. */
  readonly line: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** Asks it to end as Ctrl-C would, and waits until it has. */
  readonly end: (signal?: NodeJS.Signals) => Promise<Ended>;
  readonly ended: Promise<number | null>;
};

/** Nothing of this machine's own AWS settings may reach a test. */
export function testEnvironment(dataFolder: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_'));
  return {
    ...Object.fromEntries(inherited),
    AWS_CONFIG_FILE: join(dataFolder, 'no-config'),
    AWS_SHARED_CREDENTIALS_FILE: join(dataFolder, 'no-credentials'),
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}

/** A folder of this run alone, and how to remove it. */
export async function makeDataFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'sortkey-e2e-'));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Starts `node` with these arguments and keeps what it prints. */
export function startNode(
  args: readonly string[],
  options: { readonly env: NodeJS.ProcessEnv },
): HostProcess {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: options.env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const said = { stdout: '', stderr: '' };
  const listeners = new Set<() => void>();
  const keep = (stream: 'stdout' | 'stderr') => (text: Buffer) => {
    said[stream] += text.toString('utf8');
    for (const listener of listeners) listener();
  };
  child.stdout?.on('data', keep('stdout'));
  child.stderr?.on('data', keep('stderr'));
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => resolve(code));
  });

  function line(pattern: RegExp): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = said.stdout
          .split('\n')
          .map((text) => pattern.exec(text))
          .find((match) => match !== null);
        if (found === undefined || found === null) return;
        listeners.delete(look);
        resolve(found);
      };
      listeners.add(look);
      look();
      void ended.then((code) => {
        const all = `${said.stdout}${said.stderr}`;
        reject(
          new Error(`The host ended (${String(code)}) before it said ${String(pattern)}:\n${all}`),
        );
        return undefined;
      });
    });
  }

  return {
    child,
    stdout: () => said.stdout,
    stderr: () => said.stderr,
    line,
    ended,
    async end(signal = 'SIGTERM') {
      const begun = performance.now();
      // On Windows a signal would be the end at once, with nothing closed.
      if (process.platform === 'win32' && child.connected) child.disconnect();
      else child.kill(signal);
      const code = await ended;
      return { code, elapsedMs: performance.now() - begun };
    },
  };
}
