import { implement } from '@orpc/server';
import { sandboxContract } from '../../../contract/sandbox.ts';
import type { SamplesService } from '../samples/samples-service.ts';
import type { Sandbox } from './sandbox.ts';

export type SandboxDependencies = {
  readonly sandbox: Pick<Sandbox, 'status' | 'watch'>;
  readonly samples: SamplesService;
};

/** The handlers of `contract.sandbox`. [API: CreateTable, BatchWriteItem] */
export function createSandboxHandlers({ sandbox, samples }: SandboxDependencies) {
  const os = implement(sandboxContract);
  return {
    status: os.status.handler(() => sandbox.status()),
    watch: os.watch.handler(({ signal }) => sandbox.watch(signal)),
    loadSample: os.loadSample.handler(({ input, signal }) =>
      samples.loadSample(input.sample, signal),
    ),
  };
}
