import type { Connection, OpenConnection } from './connection.ts';

export type LinkState = 'open' | 'closed';

export type Connector = {
  /** The connection that is open, or the one attempt to open another that is under way. */
  readonly connect: OpenConnection;
  /** Tells each time the link closes, and each time it is open again. Answers how to stop. */
  readonly onLinkChange: (listener: (state: LinkState) => void) => () => void;
  /** Closes the link for good. */
  readonly close: () => void;
};

const defaultRetryDelaysMs = [250, 500, 1_000, 2_000, 5_000];

/**
 * Keeps one connection open: where it closes by itself, another is opened, at once by the next
 * call and by itself after a growing delay.
 */
export function createConnector(
  open: OpenConnection,
  retryDelaysMs: readonly number[] = defaultRetryDelaysMs,
): Connector {
  const listeners = new Set<(state: LinkState) => void>();
  const finished = new AbortController();
  let attempt: Promise<Connection> | undefined;
  let current: Connection | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let openedOnce = false;

  const tell = (state: LinkState) => {
    for (const listener of listeners) listener(state);
  };

  function keep(connection: Connection): Connection {
    clearTimeout(timer);
    if (finished.signal.aborted) connection.close();
    current = connection;
    connection.closed.addEventListener('abort', () => {
      current = undefined;
      if (finished.signal.aborted) return;
      tell('closed');
      retry(0);
    });
    if (openedOnce) tell('open');
    openedOnce = true;
    return connection;
  }

  function connect(): Promise<Connection> {
    if (current !== undefined) return Promise.resolve(current);
    attempt ??= open()
      .then(keep)
      .finally(() => {
        attempt = undefined;
      });
    return attempt;
  }

  function retry(failures: number): void {
    const delay = retryDelaysMs[Math.min(failures, retryDelaysMs.length - 1)];
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!finished.signal.aborted) connect().catch(() => retry(failures + 1));
    }, delay);
  }

  return {
    connect,
    onLinkChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      finished.abort();
      clearTimeout(timer);
      current?.close();
    },
  };
}
