import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import type { Engine } from './engines/engine.ts';
import { startWatchdog } from './watchdog.ts';

const startTimeoutMs = 10_000;
const killAfterMs = 1_000;

/** An engine that listens. */
export type EngineProcess = {
  readonly pid: number;
  readonly port: number;
  readonly endpoint: string;
  /** Settles when the process has ended, for whatever reason, with its last words. */
  readonly ended: Promise<string>;
  /** Ends it: SIGTERM, and SIGKILL where it has not ended a second later. */
  readonly stop: () => Promise<void>;
};

/**
 * Starts an engine on a port of 127.0.0.1 and answers when it listens. ENGINE_DID_NOT_START
 * carries its last words: a port in use, a data file that cannot be opened.
 */
export async function startEngineProcess(
  engine: Engine,
  options: { port: number; dataPath?: string | undefined },
): Promise<EngineProcess> {
  const command = engine.command(options);
  const child = spawn(command.file, command.args, {
    env: { ...process.env, ...command.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
    // In a session of its own, Ctrl-C in the terminal does not end it under running requests.
    detached: process.platform !== 'win32',
  });
  const lastWords = collectLastWords(child);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) =>
      resolve(lastWords() || `It ended with ${signal ?? `code ${code}`}.`),
    );
  });
  const pid = child.pid;
  if (pid === undefined) throw didNotStart(engine, await ended);
  // From the first moment: nobody has written down yet that it runs.
  const stopWatchdog = startWatchdog(pid);
  void ended.then(stopWatchdog);
  await waitUntilReady(child, engine, ended);
  return {
    pid,
    port: options.port,
    endpoint: `http://127.0.0.1:${options.port}`,
    ended,
    stop: () => stopChild(child, ended),
  };
}

function waitUntilReady(
  child: ChildProcess,
  engine: Engine,
  ended: Promise<string>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(didNotStart(engine, `It did not listen within ${startTimeoutMs / 1_000} s.`));
    }, startTimeoutMs);
    let output = '';
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      if (!engine.readyLine.test(output)) return;
      clearTimeout(timer);
      child.stdout?.off('data', listen);
      child.stderr?.off('data', listen);
      resolve();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    const fail = (words: string) => {
      clearTimeout(timer);
      reject(didNotStart(engine, words));
    };
    void ended.then(fail);
  });
}

function didNotStart(engine: Engine, words: string): SortkeyError {
  return new SortkeyError('ENGINE_DID_NOT_START', `${engine.name} did not start: ${words}`);
}

/** Drains both outputs, so that the engine never blocks on them, and keeps the end of them. */
function collectLastWords(child: ChildProcess): () => string {
  let words = '';
  const keep = (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-2_000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => words.trim().split('\n').slice(-3).join(' ').trim();
}

async function stopChild(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  await ended;
  clearTimeout(timer);
}
