import { setTimeout as sleep } from 'node:timers/promises';

/** Waits before a request is sent again. */
export type BackOff = (failures: number, signal: AbortSignal | undefined) => Promise<void>;

const baseMs = 50;
const maximumMs = 5_000;

/**
 * How long to wait after so many failures in a row, counted from 1: any time up to a bound that
 * doubles ("full jitter"), so that writers that were throttled together do not return together.
 */
export function backOffMs(failures: number, random: () => number): number {
  return random() * Math.min(maximumMs, baseMs * 2 ** (failures - 1));
}

export const backOff: BackOff = async (failures, signal) => {
  await sleep(backOffMs(failures, Math.random), undefined, signal ? { signal } : {});
};
