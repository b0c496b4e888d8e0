import { implement } from '@orpc/server';
import { contract } from '../../contract/index.ts';
import { createAppHandlers } from './app/app-service.ts';
import type { AppService } from './app/app-service.ts';
import { createBulkHandlers } from './bulk/bulk-handlers.ts';
import type { BulkService } from './bulk/bulk-service.ts';
import { createConnectionsHandlers } from './connections/connections-handlers.ts';
import type { ConnectionsService } from './connections/connections-service.ts';
import { createItemsHandlers } from './items/items-service.ts';
import type { ItemsService } from './items/items-service.ts';
import { createLibraryHandlers } from './library/library-service.ts';
import type { LibraryService } from './library/library-service.ts';
import { createQueryHandlers } from './query/query-handlers.ts';
import type { QueryService } from './query/query-service.ts';
import { createSandboxHandlers } from './sandbox/sandbox-service.ts';
import type { SandboxDependencies } from './sandbox/sandbox-service.ts';
import { createStatementsHandlers } from './statements/statements-service.ts';
import type { StatementsService } from './statements/statements-service.ts';
import { createTablesHandlers } from './tables/tables-service.ts';
import type { TablesService } from './tables/tables-service.ts';
import { createTransferHandlers } from './transfer/transfer-service.ts';
import type { TransferService } from './transfer/transfer-service.ts';
import { createWorkspaceHandlers } from './workspace/workspace-service.ts';
import type { WorkspaceService } from './workspace/workspace-service.ts';

export type RouterDependencies = {
  readonly app: AppService;
  readonly bulk: BulkService;
  readonly connections: ConnectionsService;
  readonly items: ItemsService;
  readonly library: LibraryService;
  readonly query: QueryService;
  readonly sandbox: SandboxDependencies;
  readonly statements: StatementsService;
  readonly tables: TablesService;
  readonly transfer: TransferService;
  readonly workspace: WorkspaceService;
};

export type ServicesRouter = ReturnType<typeof createRouter>;

/** Every method of the contract, bound to its service. Both hosts serve this router. */
export function createRouter(services: RouterDependencies) {
  return implement(contract).router({
    app: createAppHandlers(services.app),
    bulk: createBulkHandlers(services.bulk),
    connections: createConnectionsHandlers(services.connections),
    items: createItemsHandlers(services.items),
    library: createLibraryHandlers(services.library),
    query: createQueryHandlers(services.query),
    sandbox: createSandboxHandlers(services.sandbox),
    statements: createStatementsHandlers(services.statements),
    tables: createTablesHandlers(services.tables),
    transfer: createTransferHandlers(services.transfer),
    workspace: createWorkspaceHandlers(services.workspace),
  });
}
