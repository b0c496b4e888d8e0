import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createMemoryBudget } from './memory-budget.ts';
import { createResultStore } from './result-store.ts';
import type { ResultStore } from './result-store.ts';

/** Makes the stores of result sets, which share one budget of memory and one folder. */
export type ResultStores = {
  readonly create: () => ResultStore;
  /** Holds for rows added from now on. */
  readonly setMemoryLimit: (bytes: number) => void;
  readonly memoryBytes: () => number;
};

const fileName = /^[0-9a-f-]{36}\.rows$/;

/**
 * Opens the folder for what memory does not hold, which must be this process's alone: files that
 * an earlier one left there, by ending without letting go of them, are removed.
 */
export async function openResultStores(options: {
  readonly folder: string;
  readonly memoryBytes?: number | undefined;
  readonly rowsInMemory?: number | undefined;
}): Promise<ResultStores> {
  const { folder, rowsInMemory = 1_000_000 } = options;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) {
    if (fileName.test(name)) await rm(join(folder, name), { force: true });
  }
  const budget = createMemoryBudget(options.memoryBytes);
  return {
    create() {
      const filePath = join(folder, `${randomUUID()}.rows`);
      return createResultStore({ budget, rowsInMemory, filePath });
    },
    setMemoryLimit: budget.setLimit,
    memoryBytes: budget.used,
  };
}
