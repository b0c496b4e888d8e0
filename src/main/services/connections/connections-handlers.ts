import { implement } from '@orpc/server';
import { connectionsContract } from '../../../contract/connections.ts';
import type { ConnectionsService } from './connections-service.ts';

/** The handlers of `contract.connections`. */
export function createConnectionsHandlers(service: ConnectionsService) {
  const os = implement(connectionsContract);
  return {
    list: os.list.handler(() => service.list()),
    profiles: os.profiles.handler(async () => ({ profiles: await service.profiles() })),
    add: os.add.handler(({ input }) => service.add(input)),
    remove: os.remove.handler(async ({ input }) => {
      await service.remove(input.connectionId);
      return {};
    }),
    test: os.test.handler(({ input, signal }) => service.test(input, signal)),
  };
}
