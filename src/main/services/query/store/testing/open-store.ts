import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Item } from '../../../../../domain/attribute-value.ts';
import type { ResultStore } from '../result-store.ts';
import { openResultStores } from '../result-stores.ts';

/** The body of a Scan's answer. */
export function pageBody(items: readonly Item[], rest: object = {}): Uint8Array {
  const answer = { Count: items.length, Items: items, ScannedCount: items.length, ...rest };
  return Buffer.from(JSON.stringify(answer));
}

/** Lends a store whose file lies in a folder of its own; both are gone after. */
export async function withStore<Outcome>(
  options: { memoryBytes?: number; rowsInMemory?: number },
  run: (store: ResultStore, folder: string) => Promise<Outcome>,
): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'sortkey-rows-'));
  const store = (await openResultStores({ folder, ...options })).create();
  try {
    return await run(store, folder);
  } finally {
    await store.dispose();
    await rm(folder, { recursive: true });
  }
}
