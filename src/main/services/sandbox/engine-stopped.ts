import type { SandboxStatus } from '../../../contract/sandbox.ts';
import { SortkeyError } from '../../../contract/sortkey-error.ts';

/** What to throw when the sandbox does not answer; `unanswered` tells of a request that was sent. */
export function engineStopped(
  { problem }: Pick<SandboxStatus, 'problem'>,
  unanswered?: SortkeyError,
): SortkeyError {
  const { data } = unanswered?.detail ?? {};
  return new SortkeyError(
    'ENGINE_STOPPED',
    `The sandbox's engine is not running. ${problem ?? 'It is being started again: try again.'}`,
    data === undefined ? {} : { data },
  );
}
