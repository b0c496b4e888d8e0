import { implement } from '@orpc/server';
import { sandboxContract } from '../../../contract/sandbox.ts';
import type { Sample } from '../../../contract/sandbox.ts';
import type { Sandbox } from './sandbox.ts';

export type SandboxDependencies = {
  readonly sandbox: Pick<Sandbox, 'status' | 'watch'>;
  /** SAMPLE_EXISTS where the table is there already. [API: CreateTable, BatchWriteItem] */
  readonly loadSample: (
    sample: Sample,
    signal?: AbortSignal,
  ) => Promise<{ tableName: string; itemCount: number }>;
};

/** The handlers of `contract.sandbox`. */
export function createSandboxHandlers({ sandbox, loadSample }: SandboxDependencies) {
  const os = implement(sandboxContract);
  return {
    status: os.status.handler(() => sandbox.status()),
    watch: os.watch.handler(({ signal }) => sandbox.watch(signal)),
    loadSample: os.loadSample.handler(({ input, signal }) => loadSample(input.sample, signal)),
  };
}
