import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Capabilities } from '../../../contract/connections.ts';
import type { SandboxStatus } from '../../../contract/sandbox.ts';
import { enginesFor } from './choose-engine.ts';
import { startEngineProcess } from './engine-process.ts';
import type { EngineProcess } from './engine-process.ts';
import { endStaleEngine, forgetEngine, recordEngine } from './engine-record.ts';
import type { Engine } from './engines/engine.ts';
import { findFreePort, requireFreePort } from './free-port.ts';
import { createWatchedValue } from './watched-value.ts';

/** Waits before each start after a death; a run of this many in a row is given up. */
const backOffMs = [0, 100, 500, 2_000, 5_000];
/** An engine that ran this long was well: the next death begins a new run. */
const wellAfterMs = 30_000;

/** The embedded engine, kept running for as long as the app runs. */
export type Sandbox = {
  readonly region: string;
  readonly status: () => SandboxStatus;
  readonly watch: (signal?: AbortSignal) => AsyncGenerator<SandboxStatus, void, void>;
  readonly capabilities: () => Capabilities;
  /** Where it listens; undefined while it does not. */
  readonly endpoint: () => string | undefined;
  /** Waits out a start or a restart, and answers where it listens then, if it does. */
  readonly endpointWhenStarted: (signal?: AbortSignal) => Promise<string | undefined>;
  /** Ends the engine; all that it acknowledged is kept. */
  readonly close: () => Promise<void>;
};

export type SandboxOptions = {
  readonly dataFolder: string;
  /** 0 picks a free one. */
  readonly port: number;
  readonly region: string;
  /** The engines to be had, the best first. */
  readonly findEngines: () => readonly [Engine, ...Engine[]];
};

/**
 * Starts the engine. Where it cannot be started the sandbox is there all the same, with state
 * `failed` and the reason; only a port that the user asked for and cannot have is a StartError.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const folder = join(options.dataFolder, 'sandbox');
  const status = createWatchedValue<SandboxStatus>({
    state: 'starting',
    engine: '',
    version: '',
    environment: [],
    lacks: [],
    restarts: 0,
  });
  let engine: Engine | undefined;
  let running: EngineProcess | undefined;
  const closing = new AbortController();

  const change = (part: Partial<SandboxStatus>) => status.set({ ...status.get(), ...part });

  async function startOn(candidate: Engine, port: number): Promise<EngineProcess> {
    const dataPath = join(folder, candidate.dataName);
    const started = await startEngineProcess(candidate, { port, dataPath });
    try {
      await recordEngine(folder, started);
    } catch (cause) {
      await started.stop();
      throw cause;
    }
    running = started;
    engine = candidate;
    change({
      state: 'running',
      engine: candidate.name,
      version: candidate.version,
      lacks: candidate.capabilities.lacks,
      endpoint: started.endpoint,
      environment: environmentFor(started.endpoint, options.region),
    });
    return started;
  }

  /** Tries each engine that could serve the data, and a second port where the first was taken. */
  async function startFirst(): Promise<EngineProcess> {
    let problem: unknown;
    for (const candidate of enginesFor(folder, options.findEngines())) {
      for (let attempt = 0; attempt < 2; attempt += 1) {
        try {
          return await startOn(candidate, options.port || (await findFreePort()));
        } catch (cause) {
          problem = cause;
        }
      }
    }
    throw problem;
  }

  async function startAgain(candidate: Engine, port: number): Promise<EngineProcess> {
    try {
      return await startOn(candidate, port);
    } catch (cause) {
      if (options.port !== 0) throw cause;
      return startOn(candidate, await findFreePort());
    }
  }

  /** Follows the engine for as long as the app runs. */
  async function keepRunning(first: EngineProcess, candidate: Engine): Promise<void> {
    let current = first;
    let since = Date.now();
    for (let deaths = 0; ;) {
      const words = await current.ended;
      if (closing.signal.aborted) return;
      running = undefined;
      if (Date.now() - since > wellAfterMs) deaths = 0;
      change({ state: 'restarting', endpoint: undefined, restarts: status.get().restarts + 1 });
      let problem = words;
      for (let started = false; !started; deaths += 1) {
        const wait = backOffMs[deaths];
        if (wait === undefined) return change({ state: 'failed', problem });
        try {
          await delay(wait, undefined, { signal: closing.signal });
          current = await startAgain(candidate, first.port);
          started = true;
          if (closing.signal.aborted) return await current.stop();
        } catch (cause) {
          if (closing.signal.aborted) return;
          problem = wordsOf(cause);
        }
      }
      since = Date.now();
    }
  }

  await mkdir(folder, { recursive: true, mode: 0o700 });
  await endStaleEngine(folder);
  if (options.port !== 0) await requireFreePort(options.port);
  let following: Promise<void> = Promise.resolve();
  try {
    const first = await startFirst();
    if (engine !== undefined) following = keepRunning(first, engine);
  } catch (cause) {
    change({ state: 'failed', problem: wordsOf(cause) });
  }

  return {
    region: options.region,
    status: status.get,
    watch: status.watch,
    capabilities: () => engine?.capabilities ?? { parallelSegments: 1, lacks: [] },
    endpoint: () => running?.endpoint,
    async endpointWhenStarted(signal) {
      for await (const { state } of status.watch(signal)) {
        if (state !== 'starting' && state !== 'restarting') break;
      }
      return running?.endpoint;
    },
    async close() {
      closing.abort();
      await running?.stop();
      await following;
      running = undefined;
      await forgetEngine(folder);
      change({ state: 'stopped', endpoint: undefined });
      status.close();
    },
  };
}

/** What a script needs to reach the sandbox: any keys do, but there must be some. */
function environmentFor(endpoint: string, region: string): SandboxStatus['environment'] {
  return [
    { name: 'AWS_ENDPOINT_URL_DYNAMODB', value: endpoint },
    { name: 'AWS_ACCESS_KEY_ID', value: 'sortkey' },
    { name: 'AWS_SECRET_ACCESS_KEY', value: 'sortkey' },
    { name: 'AWS_DEFAULT_REGION', value: region },
  ];
}

function wordsOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
