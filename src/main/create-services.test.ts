import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createServices } from './create-services.ts';
import type { Services, StartOptions } from './create-services.ts';
import type { HostPorts } from './ports/host-ports.ts';

const ports: HostPorts = {
  host: 'browser',
  files: { open: async () => undefined },
  openLink: async () => {},
};

let dataFolder: string;
const open: Services[] = [];
beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'sortkey-services-'));
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((services) => services.close()));
});
afterAll(() => rm(dataFolder, { recursive: true }));

async function start(startOptions: Partial<StartOptions> = {}): Promise<Services> {
  const services = await createServices({
    dataFolder,
    ports,
    version: '1.2.3',
    startOptions: { sandboxPort: 0, ...startOptions },
  });
  open.push(services);
  return services;
}

describe('createServices', () => {
  it('starts a sandbox that can be used through the router, and ends it', async () => {
    const services = await start();
    const client = createRouterClient(services.router);
    const { connections, initialConnectionId } = await client.connections.list();
    expect(initialConnectionId).toBe('sandbox');
    expect(connections).toMatchObject([
      { id: 'sandbox', name: 'Sandbox', kind: 'sandbox', region: 'us-east-1', ready: true },
    ]);
    expect(connections[0]?.endpoint).toBe(services.sandboxEndpoint());
    expect(await client.tables.list({ connectionId: 'sandbox' })).toMatchObject({
      tableNames: [],
    });
    expect(await client.app.info()).toMatchObject({ version: '1.2.3', dataFolder });
    await services.close();
    expect(services.sandboxEndpoint()).toBeUndefined();
    expect(await readdir(dataFolder)).toEqual(['bulk', 'results', 'sandbox']);
  });

  it('loads a sample, reads it and deletes it', async () => {
    const services = await start();
    const client = createRouterClient(services.router);
    const connectionId = 'sandbox';
    const { tableName, itemCount } = await client.sandbox.loadSample({ sample: 'Books' });
    const request = JSON.stringify({ TableName: tableName });
    const opened = await client.query.open({ connectionId, operation: 'Scan', request });
    let rowCount = 0;
    for await (const progress of await client.query.load({ ...opened, what: 'all' })) {
      rowCount = progress.rowCount;
    }
    expect(rowCount).toBe(itemCount);
    await client.query.close(opened);
    await expect(client.sandbox.loadSample({ sample: 'Books' })).rejects.toMatchObject({
      code: 'SAMPLE_EXISTS',
    });
    await client.tables.delete({ connectionId, tableName });
  });

  it('tells each change of the sandbox until the watcher leaves', async () => {
    const services = await start();
    const client = createRouterClient(services.router);
    const watch = await client.sandbox.watch();
    expect((await watch.next()).value).toMatchObject({ state: 'running' });
    await services.close();
    expect((await watch.next()).value).toMatchObject({ state: 'stopped' });
    expect((await watch.next()).done).toBe(true);
  });

  it('refuses a second app on the same folder', async () => {
    await start();
    await expect(start()).rejects.toMatchObject({ name: 'StartError', exitCode: 2 });
  });

  it('lets go of the folder when it cannot start', async () => {
    await expect(start({ endpoint: 'nonsense' })).rejects.toMatchObject({
      name: 'StartError',
      message: 'nonsense is not an endpoint. One looks like http://127.0.0.1:8000.',
    });
    await start();
  });

  it('ends what it has started when the rest cannot start', async () => {
    await mkdir(join(dataFolder, 'connections.json'));
    await expect(start()).rejects.toThrow('EISDIR');
    await rm(join(dataFolder, 'connections.json'), { recursive: true });
    expect(await readdir(dataFolder)).toEqual(['bulk', 'results', 'sandbox']);
    expect(await readdir(join(dataFolder, 'sandbox'))).not.toContain('engine.json');
    await start();
  });

  it('shows the connection that the start options ask for first', async () => {
    const services = await start({ endpoint: 'http://127.0.0.1:8000/', region: 'eu-west-1' });
    const client = createRouterClient(services.router);
    const { connections, initialConnectionId } = await client.connections.list();
    expect(initialConnectionId).toBe('start');
    expect(connections.map(({ id }) => id)).toEqual(['sandbox', 'start']);
    expect(connections[1]).toMatchObject({
      name: '127.0.0.1:8000',
      endpoint: 'http://127.0.0.1:8000',
      region: 'eu-west-1',
    });
  });
});
