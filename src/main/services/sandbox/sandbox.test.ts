import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestTable, sendValue, testClient } from '../../testing/wire.ts';
import { identifyProcess } from '../files/process-identity.ts';
import { startEngineProcess } from './engine-process.ts';
import { recordEngine } from './engine-record.ts';
import { findDynalite } from './engines/dynalite.ts';
import { findDynoxide } from './engines/dynoxide.ts';
import type { Engine } from './engines/engine.ts';
import { findEngines } from './engines/find-engine.ts';
import { findFreePort } from './free-port.ts';
import { startSandbox } from './sandbox.ts';
import type { Sandbox, SandboxOptions } from './sandbox.ts';

let dataFolder: string;
const open: Sandbox[] = [];

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'sortkey-sandbox-'));
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((sandbox) => sandbox.close()));
  await rm(dataFolder, { recursive: true });
});

async function start(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const defaults = { dataFolder, port: 0, region: 'us-east-1', findEngines: () => findEngines() };
  const sandbox = await startSandbox({ ...defaults, ...options });
  open.push(sandbox);
  return sandbox;
}

async function tableNames(endpoint = ''): Promise<unknown> {
  const { body } = await sendValue(testClient(endpoint), 'ListTables', {});
  return (JSON.parse(body) as { TableNames: unknown }).TableNames;
}

async function recordedPid(): Promise<number> {
  const record = await readFile(join(dataFolder, 'sandbox', 'engine.json'), 'utf8');
  return (JSON.parse(record) as { pid: number }).pid;
}

const native = (): Engine => {
  const engine = findDynoxide() ?? findDynalite();
  if (engine === undefined) throw new Error('No engine is installed.');
  return engine;
};

describe('the sandbox', () => {
  it('leaves no engine running that it could not write down', async () => {
    const port = await findFreePort();
    const sandbox = await start({
      port,
      findEngines: () => {
        // A folder where the record should be: the disk refuses it.
        mkdirSync(join(dataFolder, 'sandbox', 'engine.json'));
        return [native()];
      },
    });
    expect(sandbox.status()).toMatchObject({
      state: 'failed',
      problem: expect.stringContaining('engine.json') as string,
    });
    await expect(tableNames(`http://127.0.0.1:${port}`)).rejects.toMatchObject({
      code: 'ENDPOINT_UNREACHABLE',
    });
    await rm(join(dataFolder, 'sandbox', 'engine.json'), { recursive: true });
  });

  it('keeps its data from one run to the next', async () => {
    const first = await start();
    await createTestTable(testClient(first.endpoint() ?? ''), 'Kept');
    await first.close();
    expect(first.status()).toMatchObject({ state: 'stopped', restarts: 0 });
    await expect(tableNames(first.status().environment[0]?.value)).rejects.toThrow('Nothing');
    const second = await start();
    expect(await tableNames(second.endpoint())).toEqual(['Kept']);
  });

  it('says how a script reaches it', async () => {
    const sandbox = await start({ region: 'eu-west-1' });
    expect(sandbox.status().environment).toEqual([
      { name: 'AWS_ENDPOINT_URL_DYNAMODB', value: sandbox.endpoint() },
      { name: 'AWS_ACCESS_KEY_ID', value: 'sortkey' },
      { name: 'AWS_SECRET_ACCESS_KEY', value: 'sortkey' },
      { name: 'AWS_DEFAULT_REGION', value: 'eu-west-1' },
    ]);
  });

  it('starts again on its port when it dies, with all that it acknowledged', async () => {
    const sandbox = await start();
    const endpoint = sandbox.endpoint();
    await createTestTable(testClient(endpoint ?? ''), 'Kept');
    const watch = sandbox.watch();
    await watch.next();
    process.kill(await recordedPid(), 'SIGKILL');
    expect((await watch.next()).value).toMatchObject({ state: 'restarting', restarts: 1 });
    expect(await sandbox.endpointWhenStarted()).toBe(endpoint);
    expect((await watch.next()).value).toMatchObject({ state: 'running', restarts: 1 });
    expect(await tableNames(endpoint)).toEqual(['Kept']);
  });

  it('does not start again while it closes', async () => {
    const sandbox = await start();
    process.kill(await recordedPid(), 'SIGKILL');
    await sandbox.close();
    expect(sandbox.status().state).toBe('stopped');
    await expect(tableNames(sandbox.status().environment[0]?.value)).rejects.toThrow('Nothing');
  });

  it('ends the engine that an earlier run left behind', async () => {
    const folder = join(dataFolder, 'sandbox');
    await mkdir(folder);
    const engine = native();
    const dataPath = join(folder, engine.dataName);
    const stale = await startEngineProcess(engine, { port: await findFreePort(), dataPath });
    await createTestTable(testClient(stale.endpoint), 'Kept');
    await recordEngine(folder, stale);
    const sandbox = await start();
    await stale.ended;
    expect(await tableNames(sandbox.endpoint())).toEqual(['Kept']);
    expect(await recordedPid()).not.toBe(stale.pid);
  });

  it('leaves a process alone that is not its engine', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(other, 'spawn');
    await mkdir(join(dataFolder, 'sandbox'));
    await recordEngine(join(dataFolder, 'sandbox'), { pid: other.pid ?? 0, port: 1 });
    await start();
    expect(await identifyProcess(other.pid ?? 0)).toBeDefined();
    other.kill('SIGKILL');
  });

  it('listens on the port that it is given', async () => {
    const port = await findFreePort();
    expect((await start({ port })).endpoint()).toBe(`http://127.0.0.1:${port}`);
  });

  it('says that the port it is given is in use', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await expect(start({ port })).rejects.toMatchObject({
      name: 'StartError',
      message:
        `Port ${port}, given with --sandbox-port, is in use. ` +
        'Give another one, or 0 to have a free one picked.',
    });
    server.close();
  });

  it('is there without an engine, with the reason', async () => {
    await mkdir(join(dataFolder, 'sandbox', native().dataName), { recursive: true });
    const sandbox = await start({ findEngines: () => [native()] });
    expect(sandbox.status()).toMatchObject({ state: 'failed' });
    expect(sandbox.status().problem).toMatch(/^\w+ did not start: /);
    expect(await sandbox.endpointWhenStarted()).toBeUndefined();
  });

  it('falls back to the next engine, unless the first has data there', async () => {
    const dynalite = findDynalite();
    if (dynalite === undefined) throw new Error('dynalite is not installed.');
    const broken: Engine = {
      ...native(),
      name: 'Broken',
      dataName: 'broken.db',
      command: () => ({ file: '/nonexistent/engine', args: [], environment: {} }),
    };
    const findEngines = (): [Engine, Engine] => [broken, dynalite];
    const sandbox = await start({ findEngines });
    expect(sandbox.status()).toMatchObject({ state: 'running', engine: 'dynalite' });
    await createTestTable(testClient(sandbox.endpoint() ?? ''), 'Kept');
    await sandbox.close();
    const again = await start({ findEngines: () => [native(), dynalite] });
    expect(again.status().engine).toBe('dynalite');
    expect(await tableNames(again.endpoint())).toEqual(['Kept']);
    await again.close();
    await rm(join(dataFolder, 'sandbox'), { recursive: true });
    await mkdir(join(dataFolder, 'sandbox'));
    await writeFile(join(dataFolder, 'sandbox', 'broken.db'), '');
    expect((await start({ findEngines })).status()).toMatchObject({ state: 'failed' });
  });
});
