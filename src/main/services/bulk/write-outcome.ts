import { SortkeyError } from '../../../contract/sortkey-error.ts';
import { backOff } from '../transfer/writing/back-off.ts';
import type { BackOff } from '../transfer/writing/back-off.ts';
import type { WireAnswer } from '../dynamodb/wire-types.ts';

/**
 * What became of one item. `unchanged`: somebody else had made it so. `conflict`: it is not as it
 * was read. `unknown`: an answer was lost, and no further one came.
 */
export type Outcome = {
  readonly outcome: 'written' | 'unchanged' | 'conflict' | 'failed' | 'unknown';
  readonly reason?: string | undefined;
};

export type WriteDeps = {
  readonly tableName: string;
  /** Not to be cut short: what is under way ends, and is counted. */
  readonly send: (
    operation: 'GetItem' | 'UpdateItem' | 'DeleteItem' | 'BatchWriteItem',
    request: string,
  ) => Promise<WireAnswer>;
  readonly taken: () => void;
  readonly throttled: () => void;
  readonly consumed: (units: number | undefined) => void;
  /** Nothing more shall be sent; a pause before another attempt ends at once. */
  readonly stopping: AbortSignal;
  /** An error that every further write would meet, too. */
  readonly stop: (error: unknown) => void;
  readonly backOff?: BackOff;
};

/** Failures in a row after which we give up: some 20 s of pauses. */
const maximumFailures = 12;

/** Another attempt may come through. */
const passingCodes: ReadonlySet<string> = new Set([
  'SERVICE_FAILED',
  'ENDPOINT_UNREACHABLE',
  'ENGINE_STOPPED',
]);

export type Attempts = {
  /** True once an answer was lost: then a repeated write may meet its own effect. */
  readonly wasLost: () => boolean;
  /**
   * After a failure: undefined where the write shall be tried again, once its pause is over; else
   * what became of it. Only of writes that can be sent twice without harm.
   */
  readonly failed: (cause: unknown) => Promise<Outcome | undefined>;
  /** DynamoDB took a part. */
  readonly progressed: () => void;
};

export function createAttempts(deps: WriteDeps): Attempts {
  const pause = deps.backOff ?? backOff;
  let lost = false;
  let failures = 0;

  async function again(reason: string): Promise<Outcome | undefined> {
    try {
      if (!deps.stopping.aborted) await pause(failures, deps.stopping);
    } catch (cause) {
      if (!deps.stopping.aborted) throw cause;
    }
    return deps.stopping.aborted ? given(`${reason} It was not sent again.`) : undefined;
  }

  const given = (reason: string): Outcome => ({ outcome: lost ? 'unknown' : 'failed', reason });

  return {
    wasLost: () => lost,
    progressed() {
      failures = 0;
    },
    async failed(cause) {
      if (!(cause instanceof SortkeyError)) {
        deps.stop(cause);
        return given(String(cause));
      }
      const { code, message, detail } = cause;
      if (detail.data?.['carriedOut'] === 'not known') lost = true;
      if (code === 'THROTTLED') deps.throttled();
      else if (!passingCodes.has(code)) {
        // DynamoDB refuses this one item; others may go in.
        if (code !== 'VALIDATION_FAILED' && code !== 'LIMIT_EXCEEDED') deps.stop(cause);
        return given(message);
      }
      failures += 1;
      if (failures < maximumFailures) return again(message);
      deps.stop(cause);
      return given(message);
    },
  };
}
