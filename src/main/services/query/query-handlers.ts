import { implement } from '@orpc/server';
import { queryContract } from '../../../contract/query.ts';
import type { QueryService } from './query-service.ts';

/** The handlers of `contract.query`. */
export function createQueryHandlers(service: QueryService) {
  const os = implement(queryContract);
  return {
    open: os.open.handler(({ input }) => service.open(input)),
    load: os.load.handler(({ input, signal }) => service.load(input, signal)),
    rows: os.rows.handler(({ input }) => service.rows(input)),
    arrange: os.arrange.handler(({ input, signal }) => service.arrange(input, signal)),
    find: os.find.handler(({ input, signal }) => service.find(input, signal)),
    close: os.close.handler(async ({ input }) => {
      await service.close(input.resultSetId);
      return {};
    }),
  };
}
