import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TableDescription } from '../../../contract/tables.ts';
import type { BulkAct } from '../../../domain/bulk-act.ts';

/** What a run needs of its dry run. */
export type KeptPlan = {
  readonly connectionId: string;
  readonly table: TableDescription;
  readonly act: BulkAct;
  readonly wholeTable: boolean;
  readonly changeCount: number;
  /** The file with a line for each item to write. */
  readonly path: string;
};

/** More than the dialogs anybody has open; the oldest makes room. */
const maximumPlans = 10;
const fileName = /^[0-9a-f-]{36}\.plan$/;

/** Plans that wait to be carried out, each with a file in a folder that is this process's alone. */
export async function openKeptPlans(folder: string) {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) {
    if (fileName.test(name)) await rm(join(folder, name), { force: true });
  }
  const plans = new Map<string, KeptPlan>();

  async function discard(planId: string): Promise<void> {
    const plan = plans.get(planId);
    plans.delete(planId);
    if (plan !== undefined) await rm(plan.path, { force: true });
  }

  return {
    newPath: () => join(folder, `${randomUUID()}.plan`),
    async keep(plan: KeptPlan): Promise<string> {
      const planId = randomUUID();
      plans.set(planId, plan);
      for (const oldest of plans.keys()) {
        if (plans.size <= maximumPlans) break;
        await discard(oldest);
      }
      return planId;
    },
    /** Hands a plan out once; its file is the caller's then. */
    take(planId: string): KeptPlan | undefined {
      const plan = plans.get(planId);
      plans.delete(planId);
      return plan;
    },
    discard,
    discardAll: async (): Promise<void> => {
      await Promise.all([...plans.keys()].map(discard));
    },
  };
}
