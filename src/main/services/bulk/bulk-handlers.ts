import { implement } from '@orpc/server';
import { bulkContract } from '../../../contract/bulk.ts';
import type { BulkService } from './bulk-service.ts';

/** The handlers of `contract.bulk`. */
export function createBulkHandlers(service: BulkService) {
  const os = implement(bulkContract);
  return {
    plan: os.plan.handler(async function* ({ input, signal }) {
      yield* service.plan(input, signal);
    }),
    run: os.run.handler(async function* ({ input, signal }) {
      yield* service.run(input.planId, signal);
    }),
    cancel: os.cancel.handler(({ input }) => {
      service.cancel(input.planId);
      return {};
    }),
    discard: os.discard.handler(async ({ input }) => {
      await service.discard(input.planId);
      return {};
    }),
    record: os.record.handler(({ input }) =>
      service.record(input.recordId, input.first, input.count),
    ),
  };
}
