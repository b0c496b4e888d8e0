/** How many writes may be on their way at once, by how DynamoDB takes them. */
export type PaceOfWrites = {
  /** Waits until one more may be on its way, and then starts it without waiting for its end. */
  readonly start: (write: () => Promise<void>) => Promise<void>;
  /** Waits until none is on its way. Throws what a write threw. */
  readonly settle: () => Promise<void>;
  /** One was taken at once; one had to be sent again since there were too many. */
  readonly taken: () => void;
  readonly throttled: () => void;
  readonly limit: () => number;
};

const startingLimit = 4;
const maximumLimit = 32;

/** Starts with 4; one more after as many successes as there are writes at once; half when throttled. */
export function createPaceOfWrites(): PaceOfWrites {
  const onTheirWay = new Set<Promise<void>>();
  let limit = startingLimit;
  let takenInRow = 0;
  /** Throttling that was caused before the limit was halved says nothing of the new one. */
  let settling = 0;
  let failure: { readonly error: unknown } | undefined;

  function ended(): void {
    if (settling > 0) settling -= 1;
  }

  return {
    async start(write) {
      while (onTheirWay.size >= limit) await Promise.race(onTheirWay);
      const running = write()
        .catch((error: unknown) => {
          failure ??= { error };
        })
        .finally(() => {
          ended();
          onTheirWay.delete(running);
        });
      onTheirWay.add(running);
    },
    async settle() {
      while (onTheirWay.size > 0) await Promise.race(onTheirWay);
      if (failure !== undefined) throw failure.error;
    },
    taken() {
      takenInRow += 1;
      if (takenInRow < limit) return;
      takenInRow = 0;
      limit = Math.min(maximumLimit, limit + 1);
    },
    throttled() {
      takenInRow = 0;
      if (settling > 0) return;
      settling = onTheirWay.size;
      limit = Math.max(1, Math.floor(limit / 2));
    },
    limit: () => limit,
  };
}
