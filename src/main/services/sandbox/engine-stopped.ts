import type { SandboxStatus } from '../../../contract/sandbox.ts';
import { SortkeyError } from '../../../contract/sortkey-error.ts';

/** What to throw when the sandbox does not answer. */
export function engineStopped({ problem }: Pick<SandboxStatus, 'problem'>): SortkeyError {
  return new SortkeyError(
    'ENGINE_STOPPED',
    `The sandbox's engine is not running. ${problem ?? 'It is being started again: try again.'}`,
  );
}
