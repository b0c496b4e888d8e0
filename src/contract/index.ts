import { appContract } from './app.ts';
import { bulkContract } from './bulk.ts';
import { connectionsContract } from './connections.ts';
import { itemsContract } from './items.ts';
import { libraryContract } from './library.ts';
import { queryContract } from './query.ts';
import { sandboxContract } from './sandbox.ts';
import { statementsContract } from './statements.ts';
import { tablesContract } from './tables.ts';
import { transferContract } from './transfer.ts';
import { workspaceContract } from './workspace.ts';

/** Everything that the two sides say to each other. */
export const contract = {
  app: appContract,
  bulk: bulkContract,
  connections: connectionsContract,
  items: itemsContract,
  library: libraryContract,
  query: queryContract,
  sandbox: sandboxContract,
  statements: statementsContract,
  tables: tablesContract,
  transfer: transferContract,
  workspace: workspaceContract,
};
export type Contract = typeof contract;
