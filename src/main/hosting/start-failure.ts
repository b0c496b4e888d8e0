import { SortkeyError } from '../../contract/sortkey-error.ts';
import { StartError } from '../services/start-error.ts';

export { StartError };

/** What to tell the user of a start that failed, and the code to end with. */
export type StartFailure = { readonly message: string; readonly exitCode: number };

const usageExitCode = 2;

/** One clear line for what the user can mend; everything there is for a mistake of ours. */
export function startFailure(error: unknown): StartFailure {
  if (error instanceof StartError || error instanceof SortkeyError) {
    return { message: error.message.replaceAll(/\s*\n\s*/g, ' '), exitCode: usageExitCode };
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { message: `Sortkey could not start: ${detail}`, exitCode: 1 };
}

/** The line that tells scripts where the sandbox listens, or why they cannot use it. */
export function sandboxLine(endpoint: string | undefined): string {
  return endpoint === undefined ? 'The sandbox did not start' : `Sandbox at ${endpoint}`;
}
