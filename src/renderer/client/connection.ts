import type { ClientLink } from '@orpc/client';

/** Calls carry nothing beside their input. */
export type NoContext = Record<PropertyKey, unknown>;

/** One connection to the main side. Once it is closed, it never opens again. */
export type Connection = {
  readonly link: ClientLink<NoContext>;
  /** Aborted when nothing can come over this connection any more. */
  readonly closed: AbortSignal;
  readonly close: () => void;
};

/** Opens a connection; rejects where there is nobody at the other end. */
export type OpenConnection = () => Promise<Connection>;

/** Settles as the work does, or rejects with `reason()` as soon as one of the signals is aborted. */
export function unlessAborted<Result>(
  work: Promise<Result>,
  signals: readonly (AbortSignal | undefined)[],
  reason: () => unknown,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const forget = () => {
      for (const signal of signals) signal?.removeEventListener('abort', stop);
    };
    const stop = () => {
      forget();
      reject(reason());
    };
    for (const signal of signals) signal?.addEventListener('abort', stop, { once: true });
    // Rejecting before the work settles is final; what the work says later is no longer heard.
    void work.then(resolve, reject).finally(forget);
    if (signals.some((signal) => signal?.aborted === true)) stop();
  });
}
