import { randomUUID } from 'node:crypto';
import { SortkeyError } from '../../contract/sortkey-error.ts';
import { startEngineProcess } from '../services/sandbox/engine-process.ts';
import { findDynalite } from '../services/sandbox/engines/dynalite.ts';
import type { Engine } from '../services/sandbox/engines/engine.ts';
import { findEngines } from '../services/sandbox/engines/find-engine.ts';
import { findFreePort } from '../services/sandbox/free-port.ts';

/** An engine for tests, in memory; `stop` ends it. */
export type TestEngine = { readonly endpoint: string; readonly stop: () => Promise<void> };

/**
 * Starts an empty engine for tests on a free port of 127.0.0.1. Where SORTKEY_TEST_ENDPOINT names
 * an endpoint, tests run there instead, unless they ask for an engine by name: so give tables
 * names of their own, with `testTableName`.
 */
export async function startTestEngine(
  options: { engine?: 'dynoxide' | 'dynalite' } = {},
): Promise<TestEngine> {
  const given = process.env['SORTKEY_TEST_ENDPOINT'];
  if (given && options.engine === undefined) return { endpoint: given, stop: async () => {} };
  return startOnFreePort(options.engine === 'dynalite' ? requireDynalite() : findEngines()[0]);
}

/** A table name that no other test uses, on whatever endpoint. */
export function testTableName(name: string): string {
  return `${name}-${randomUUID().slice(0, 8)}`;
}

async function startOnFreePort(engine: Engine, attempts = 5): Promise<TestEngine> {
  try {
    return await startEngineProcess(engine, { port: await findFreePort() });
  } catch (cause) {
    // Somebody took the port between finding and using it.
    if (attempts > 1 && cause instanceof SortkeyError) return startOnFreePort(engine, attempts - 1);
    throw cause;
  }
}

function requireDynalite(): Engine {
  const engine = findDynalite();
  if (engine === undefined) throw new Error('dynalite is not installed.');
  return engine;
}
