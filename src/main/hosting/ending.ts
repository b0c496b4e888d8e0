import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from './log.ts';

/** Within the two seconds that ending may take, with room to say goodbye. */
const endingLimitMs = 1_800;

/** Closes what a host has started, but never waits so long that a user would notice. */
export async function closeInTime(close: () => Promise<void>, log: Log): Promise<void> {
  const closed = close().catch((error: unknown) => {
    log(`ending failed: ${error instanceof Error ? error.stack : String(error)}`);
  });
  await Promise.race([closed, wait(endingLimitMs, undefined, { ref: false })]);
}

/** A mistake of ours that nobody waits for is logged; it must not take everything else down. */
export function logUnhandledRejections(log: Log): void {
  process.on('unhandledRejection', (reason) => {
    log(`unhandled: ${reason instanceof Error ? reason.stack : String(reason)}`);
  });
}
