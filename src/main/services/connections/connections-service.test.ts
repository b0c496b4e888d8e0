import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NewConnection } from '../../../contract/connections.ts';
import { newConnectionSchema } from '../../../contract/connections.ts';
import { startFailingEndpoint } from '../../testing/failing-endpoint.ts';
import { startTestEngine } from '../../testing/start-engine.ts';
import type { TestEngine } from '../../testing/start-engine.ts';
import { createDynamodbAccess } from '../dynamodb/dynamodb-access.ts';
import { sendWire } from '../dynamodb/send-wire.ts';
import { createConnectionsService } from './connections-service.ts';
import type { ConnectionsDeps } from './connections-service.ts';
import { keptConnectionsIn } from './kept-connections.ts';

let engine: TestEngine;
let folder: string;
let sandboxEndpoint: string | undefined;

beforeAll(async () => {
  engine = await startTestEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sortkey-connections-'));
  sandboxEndpoint = engine.endpoint;
  for (const name of Object.keys(process.env)) {
    if (name.startsWith('AWS_')) vi.stubEnv(name, undefined);
  }
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(folder, 'credentials'));
  vi.stubEnv('AWS_CONFIG_FILE', join(folder, 'config'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const sandbox: ConnectionsDeps['sandbox'] = {
  region: 'us-east-1',
  endpoint: () => sandboxEndpoint,
  endpointWhenStarted: async () => sandboxEndpoint,
  capabilities: () => ({ parallelSegments: 1, lacks: [] }),
  status: () => ({
    state: 'failed',
    engine: '',
    version: '',
    environment: [],
    lacks: [],
    restarts: 0,
    problem: 'The disk is full.',
  }),
};

async function start() {
  const connections = await createConnectionsService({ sandbox, kept: keptConnectionsIn(folder) });
  return { connections, send: createDynamodbAccess({ ...connections, sandbox }, sendWire) };
}

function connection(part: Partial<NewConnection>) {
  return newConnectionSchema.parse({
    name: 'Mine',
    region: 'eu-west-1',
    endpoint: engine.endpoint,
    credentials: { kind: 'default' },
    ...part,
  });
}

const keys = {
  kind: 'keys',
  accessKeyId: 'AKIAPLANTED',
  secretAccessKey: 'PLANTED-SECRET',
  sessionToken: 'PLANTED-TOKEN',
} as const;

describe('connections', () => {
  it('are kept from one run to the next, without a secret', async () => {
    const { connections, send } = await start();
    const added = await connections.add(connection({ credentials: keys, colour: 'red' }));
    expect(added).toMatchObject({ name: 'Mine', kind: 'keys', colour: 'red', ready: true });
    await send(added.id, 'ListTables', '{}');
    const shown = JSON.stringify(connections.list());
    const written = await readFile(join(folder, 'connections.json'), 'utf8');
    expect(`${shown} ${written}`).not.toMatch(/PLANTED/);

    const later = await start();
    expect(later.connections.list().connections).toMatchObject([
      { id: 'sandbox' },
      { id: added.id, name: 'Mine', ready: false },
    ]);
    await expect(later.send(added.id, 'ListTables', '{}')).rejects.toMatchObject({
      code: 'CREDENTIALS_MISSING',
      message: 'The keys of Mine ended with the session they were typed in. Type them again.',
    });
    expect(await later.connections.add(connection({ credentials: keys }))).toMatchObject({
      id: added.id,
      ready: true,
    });
    await later.connections.remove(added.id);
    await expect(later.send(added.id, 'ListTables', '{}')).rejects.toMatchObject({
      code: 'CONNECTION_NOT_FOUND',
    });
    expect((await start()).connections.list().connections).toHaveLength(1);
  });

  it.each([
    [
      { endpoint: 'ftp://here' },
      'ftp://here is not an endpoint. One looks like http://127.0.0.1:8000.',
    ],
    [
      { endpoint: 'http://a:PLANTED@here/' },
      'The endpoint http://here may hold a host, a port and a path only',
    ],
    [{ region: 'eu west' }, 'eu west is not the name of a region. One looks like eu-west-1.'],
  ])('are refused where they could never work: %j', async (part, message) => {
    const { connections } = await start();
    const error: unknown = await connections.add(connection(part)).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'CONNECTION_INVALID' });
    expect(String(error)).toContain(message);
    expect(String(error)).not.toContain('PLANTED');
  });

  it('have names of their own, and the sandbox stays', async () => {
    const { connections } = await start();
    await connections.add(connection({}));
    await expect(connections.add(connection({}))).rejects.toMatchObject({
      code: 'CONNECTION_IN_USE',
      message: 'There is a connection named Mine already. Choose another name.',
    });
    await expect(connections.remove('sandbox')).rejects.toMatchObject({
      code: 'CONNECTION_INVALID',
      message: 'The sandbox cannot be removed.',
    });
  });

  it('are all kept where several come and go at once', async () => {
    const { connections } = await start();
    const names = ['A', 'B', 'C', 'D'];
    const added = await Promise.all(names.map((name) => connections.add(connection({ name }))));
    const same = connection({ name: 'Same' });
    const twice = await Promise.allSettled([connections.add(same), connections.add(same)]);
    expect(twice.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    await Promise.all(added.slice(0, 2).map(({ id }) => connections.remove(id)));

    const left = ['Sandbox', 'C', 'D', 'Same'];
    expect(connections.list().connections.map(({ name }) => name)).toEqual(left);
    const again = await start();
    expect(again.connections.list().connections.map(({ name }) => name)).toEqual(left);
  });

  it('have keys without the white space that came with them from the clipboard', () => {
    const pasted = { ...keys, secretAccessKey: ' PLANTED-SECRET\n' };
    expect(connection({ credentials: pasted }).credentials).toEqual(keys);
  });

  it('that are read-only send no write', async () => {
    const { connections, send } = await start();
    const { id } = await connections.add(connection({ guard: 'read-only' }));
    await send(id, 'ListTables', '{}');
    for (const operation of [
      'BatchWriteItem',
      'CreateTable',
      'DeleteItem',
      'DeleteTable',
      'PutItem',
      'UpdateItem',
    ] as const) {
      await expect(send(id, operation, '{}')).rejects.toMatchObject({
        code: 'READ_ONLY',
        message:
          `Mine is read-only, so ${operation} was not sent. ` +
          'Change the guard of the connection to write.',
      });
    }
  });

  it('say that the engine of the sandbox is not running, and why', async () => {
    const { send } = await start();
    sandboxEndpoint = 'http://127.0.0.1:9';
    const stopped = {
      code: 'ENGINE_STOPPED',
      message: "The sandbox's engine is not running. The disk is full.",
    };
    await expect(send('sandbox', 'ListTables', '{}')).rejects.toMatchObject(stopped);
    sandboxEndpoint = undefined;
    await expect(send('sandbox', 'ListTables', '{}')).rejects.toMatchObject(stopped);
    sandboxEndpoint = engine.endpoint;
    await send('sandbox', 'ListTables', '{}');
  });

  it('are tested before they are added', async () => {
    const { connections } = await start();
    const { elapsedMs } = await connections.test(connection({}));
    expect(elapsedMs).toBeGreaterThan(0);
    await expect(
      connections.test(connection({ endpoint: 'http://127.0.0.1:9' })),
    ).rejects.toMatchObject({ code: 'ENDPOINT_UNREACHABLE' });
  });
});

describe('credentials', () => {
  it('of profiles come from the shared files, anew after they were refused', async () => {
    await writeFile(
      join(folder, 'config'),
      '[profile work]\nregion = eu-north-1\n[sso-session corporate]\nsso_region = eu-west-1\n',
    );
    const { connections, send } = await start();
    const failing = await startFailingEndpoint({
      status: 400,
      body: '{"__type":"com.amazon.coral.service#ExpiredTokenException","message":"expired"}',
    });
    const profile = { kind: 'profile', profile: 'work' } as const;
    const { id } = await connections.add(
      connection({ endpoint: failing.endpoint, credentials: profile }),
    );
    await expect(send(id, 'ListTables', '{}')).rejects.toMatchObject({
      code: 'CREDENTIALS_MISSING',
      message:
        'The profile work gives no credentials. Check it in the AWS config and credentials files.',
    });
    const write = (key: string) =>
      writeFile(
        join(folder, 'credentials'),
        `[work]\naws_access_key_id = ${key}\naws_secret_access_key = s\n[default]\naws_access_key_id = D\n`,
      );
    await write('FIRST');
    await expect(send(id, 'ListTables', '{}')).rejects.toMatchObject({
      code: 'CREDENTIALS_EXPIRED',
    });
    await write('SECOND');
    await expect(send(id, 'ListTables', '{}')).rejects.toMatchObject({
      code: 'CREDENTIALS_EXPIRED',
    });
    await failing.stop();
    const used = failing.requests.map(({ headers }) => String(headers['authorization']));
    expect(used.map((header) => /Credential=(\w+)/.exec(header)?.[1])).toEqual(['FIRST', 'SECOND']);
    expect(await connections.profiles()).toEqual([
      { name: 'default', region: undefined },
      { name: 'work', region: 'eu-north-1' },
    ]);
  });

  it('of a command that fails are missing, and the command is not quoted', async () => {
    await writeFile(
      join(folder, 'config'),
      '[profile tool]\ncredential_process = /nonexistent --password PLANTED\n',
    );
    const { connections, send } = await start();
    const profile = { kind: 'profile', profile: 'tool' } as const;
    const { id } = await connections.add(connection({ credentials: profile }));
    const error: unknown = await send(id, 'ListTables', '{}').catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'CREDENTIALS_MISSING' });
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain('PLANTED');
  });

  it('are not needed for an engine on this machine, and are elsewhere', async () => {
    const { connections, send } = await start();
    const local = await connections.add(connection({}));
    await send(local.id, 'ListTables', '{}');
    const remote = await connections.add(connection({ name: 'Remote', endpoint: undefined }));
    await expect(send(remote.id, 'ListTables', '{}')).rejects.toMatchObject({
      code: 'CREDENTIALS_MISSING',
      message: expect.stringContaining(
        'The default credential chain gives no credentials.',
      ) as string,
    });
  });
});
