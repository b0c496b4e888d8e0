import { setImmediate } from 'node:timers/promises';

/** Long work in slices: between two of them everything else that waits has its turn. */
export type Pace = {
  /** True once the slice has taken its time. */
  readonly isDue: () => boolean;
  /** Ends the slice. Throws the signal's reason where the work was cancelled. */
  readonly rest: () => Promise<void>;
};

/** Short beside the 50 ms that a person notices, long beside what a turn costs. */
const sliceMs = 8;

export function createPace(signal: AbortSignal | undefined): Pace {
  signal?.throwIfAborted();
  let began = performance.now();
  return {
    isDue: () => performance.now() - began >= sliceMs,
    async rest() {
      await setImmediate();
      signal?.throwIfAborted();
      began = performance.now();
    },
  };
}

/** Runs work that yields wherever it may rest: a few times in every millisecond or so. */
export async function runPaced(work: Iterable<void>, pace: Pace): Promise<void> {
  for (const _ of work) if (pace.isDue()) await pace.rest();
}
