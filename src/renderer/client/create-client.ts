import { AsyncIteratorClass, createORPCClient } from '@orpc/client';
import type { SortkeyClient } from './client-type.ts';
import { unlessAborted } from './connection.ts';
import type { OpenConnection } from './connection.ts';
import { linkClosed, toSortkeyError } from './link-errors.ts';
import type { CallState } from './link-errors.ts';

function isIterator(value: unknown): value is AsyncIterator<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

async function translated<Result>(work: Promise<Result>, state: CallState): Promise<Result> {
  try {
    return await unlessAborted(work, [state.closed], linkClosed);
  } catch (error) {
    throw toSortkeyError(error, state);
  }
}

/** The same events; an end of the link is an error of the iterator, never a wait without end. */
function guarded(events: AsyncIterator<unknown>, state: CallState): AsyncIteratorClass<unknown> {
  return new AsyncIteratorClass(
    () => translated(events.next(), state),
    async () => {
      try {
        await translated(Promise.resolve(events.return?.()), state);
      } catch (error) {
        // With the link, the events have ended: who stops listening need not hear of it.
        if (state.closed?.aborted !== true) throw error;
      }
    },
  );
}

/**
 * The typed client over whatever connection there is at the time of a call. Every rejection, of a
 * call and of an event iterator, is a `SortkeyError`; none outlives the connection.
 */
export function createClient(connect: OpenConnection): SortkeyClient {
  return createORPCClient<SortkeyClient>({
    async call(path, input, options) {
      const { signal } = options;
      const before: CallState = { path, signal, closed: undefined };
      const connection = await unlessAborted(connect(), [signal], () => signal?.reason).catch(
        (error: unknown) => {
          throw toSortkeyError(error, before);
        },
      );
      const state: CallState = { ...before, closed: connection.closed };
      const output = await translated(connection.link.call(path, input, options), state);
      return isIterator(output) ? guarded(output, state) : output;
    },
  });
}
