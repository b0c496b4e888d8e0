import { join } from 'node:path';
import { createAppService } from './services/app/app-service.ts';
import { settingsFileIn } from './services/app/settings-file.ts';
import { createBulkService } from './services/bulk/bulk-service.ts';
import { createConnectionsService } from './services/connections/connections-service.ts';
import { sandboxConnectionId } from './services/connections/describe-connection.ts';
import { keptConnectionsIn } from './services/connections/kept-connections.ts';
import { startConnection } from './services/connections/start-connection.ts';
import { createDynamodbAccess } from './services/dynamodb/dynamodb-access.ts';
import { sendWire, sendWireForBytes } from './services/dynamodb/send-wire.ts';
import { openDataFolder } from './services/files/data-folder.ts';
import { createItemsService } from './services/items/items-service.ts';
import { createLibraryService } from './services/library/library-service.ts';
import { createQueryService } from './services/query/query-service.ts';
import { openResultStores } from './services/query/store/result-stores.ts';
import { findEngines } from './services/sandbox/engines/find-engine.ts';
import { startSandbox } from './services/sandbox/sandbox.ts';
import { createSamplesService } from './services/samples/samples-service.ts';
import { createStatementsService } from './services/statements/statements-service.ts';
import { createTablesService } from './services/tables/tables-service.ts';
import { createTransferService } from './services/transfer/transfer-service.ts';
import { createWorkspaceService } from './services/workspace/workspace-service.ts';
import type { HostPorts } from './ports/host-ports.ts';
import { createRouter } from './services/router.ts';
import type { ServicesRouter } from './services/router.ts';

/** What the user said at the start; every part has a default. */
export type StartOptions = {
  /** 0 picks a free port. */
  readonly sandboxPort: number;
  readonly endpoint?: string | undefined;
  readonly region?: string | undefined;
  readonly profile?: string | undefined;
  /** A native engine given by hand. */
  readonly enginePath?: string | undefined;
};

export type ServicesOptions = {
  /** Made where it does not exist; a second app on the same folder is refused. */
  readonly dataFolder: string;
  readonly ports: HostPorts;
  readonly version: string;
  readonly startOptions: StartOptions;
};

export type Services = {
  readonly router: ServicesRouter;
  /** Where the sandbox listens, such as `http://127.0.0.1:41234`; undefined while it does not. */
  readonly sandboxEndpoint: () => string | undefined;
  /** Ends everything that the services started, the engine too, within 2 s. */
  readonly close: () => Promise<void>;
};

/**
 * Builds the services once, for either host. Throws a StartError, whose message can be printed as
 * it stands, where the app cannot start as it was told to.
 */
export async function createServices(options: ServicesOptions): Promise<Services> {
  const { ports, version, startOptions } = options;
  const dataFolder = await openDataFolder(options.dataFolder);
  /** What has been started, in that order. */
  const endings: (() => void | Promise<void>)[] = [dataFolder.release];
  const close = async () => {
    for (const end of endings.splice(0).toReversed()) await end();
  };
  try {
    const start = await startConnection(startOptions);
    const sandbox = await startSandbox({
      dataFolder: dataFolder.path,
      port: startOptions.sandboxPort,
      region: startOptions.region ?? 'us-east-1',
      findEngines: () => findEngines(startOptions.enginePath),
    });
    endings.push(sandbox.close);
    const kept = keptConnectionsIn(dataFolder.path);
    const connections = await createConnectionsService({ sandbox, kept, start });
    endings.push(connections.close);
    const access = { ...connections, sandbox };
    const send = createDynamodbAccess(access, sendWire);
    const stores = await openResultStores({ folder: join(dataFolder.path, 'results') });
    const query = createQueryService({
      send: createDynamodbAccess(access, sendWireForBytes),
      stores,
      parallelSegments: (id) => connections.require(id).capabilities.parallelSegments,
    });
    endings.push(query.closeAll);
    const tables = createTablesService({ send });
    const samples = createSamplesService({
      send: (operation, body, sending) => send(sandboxConnectionId, operation, body, sending),
    });
    const { describe: describeTable } = tables;
    const workspace = await createWorkspaceService({ dataFolder: dataFolder.path });
    endings.push(() => workspace.close());
    const library = createLibraryService({ dataFolder: dataFolder.path });
    endings.push(() => library.close());
    const bulk = await createBulkService({
      dataFolder: dataFolder.path,
      results: query,
      describeTable,
      requireConnection: connections.require,
      send,
    });
    endings.push(() => bulk.close());
    const settings = settingsFileIn(dataFolder.path, ({ resultMemoryMegabytes = 512 }) => {
      stores.setMemoryLimit(resultMemoryMegabytes * 1024 * 1024);
    });
    await settings.read();
    const router = createRouter({
      app: createAppService({ version, dataFolder: dataFolder.path, ports, settings }),
      bulk,
      connections,
      items: createItemsService({ send }),
      library,
      query,
      sandbox: { sandbox, samples },
      statements: createStatementsService({ send }),
      tables,
      transfer: createTransferService({ files: ports.files, describeTable, send }),
      workspace,
    });
    return { router, sandboxEndpoint: sandbox.endpoint, close };
  } catch (cause) {
    await close();
    throw cause;
  }
}
