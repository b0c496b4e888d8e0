import { EventEmitter, once } from 'node:events';

/** A value whose changes can be watched. */
export type WatchedValue<Value> = {
  readonly get: () => Value;
  readonly set: (value: Value) => void;
  /** The value now, and each time it changes; a slow watcher gets only the latest. */
  readonly watch: (signal?: AbortSignal) => AsyncGenerator<Value, void, void>;
  /** Ends every watch, once it has given the last value. */
  readonly close: () => void;
};

export function createWatchedValue<Value>(initial: Value): WatchedValue<Value> {
  // Without a limit on listeners: every window and tab watches.
  const changes = new EventEmitter().setMaxListeners(0);
  let value = initial;
  let version = 0;
  let closed = false;

  /** False where the watcher has left. */
  async function nextChange(signal: AbortSignal | undefined): Promise<boolean> {
    try {
      await once(changes, 'change', signal === undefined ? {} : { signal });
      return true;
    } catch (cause) {
      if (signal?.aborted) return false;
      throw cause;
    }
  }

  return {
    get: () => value,
    set(next) {
      value = next;
      version += 1;
      changes.emit('change');
    },
    async *watch(signal) {
      let seen = -1;
      for (;;) {
        if (signal?.aborted) return;
        if (seen !== version) {
          seen = version;
          yield value;
        } else if (closed || !(await nextChange(signal))) {
          return;
        }
      }
    },
    close() {
      closed = true;
      changes.emit('change');
    },
  };
}
