import { ORPCError } from '@orpc/client';
import { isErrorCode } from '../../contract/error-codes.ts';
import { errorDetailSchema } from '../../contract/errors.ts';
import { SortkeyError } from '../../contract/sortkey-error.ts';

/** What is known of a call whose error is to be told. */
export type CallState = {
  readonly path: readonly string[];
  readonly signal: AbortSignal | undefined;
  /** The connection that carried it, where there was one. */
  readonly closed: AbortSignal | undefined;
};

/** The link closed under a call, or there is none to carry it. */
export function linkClosed(cause?: unknown): SortkeyError {
  return new SortkeyError(
    'LINK_CLOSED',
    "The link to Sortkey's main process is closed, so how this request ended is not known. Look at its effect before you try again.",
    {},
    { cause },
  );
}

function fromAnswer(error: ORPCError<string, unknown>, path: readonly string[]): SortkeyError {
  if (isErrorCode(error.code)) {
    const detail = errorDetailSchema.safeParse(error.data);
    return new SortkeyError(error.code, error.message, detail.data ?? {}, { cause: error });
  }
  const method = path.join('.');
  if (error.code === 'NOT_FOUND') {
    return new SortkeyError(
      'METHOD_NOT_FOUND',
      `Sortkey has no method "${method}": this page and its main process are of different versions. Reload the page.`,
      {},
      { cause: error },
    );
  }
  if (error.code === 'BAD_REQUEST') {
    return new SortkeyError('INPUT_INVALID', `${method}: ${error.message}`, {}, { cause: error });
  }
  return new SortkeyError('INTERNAL', `${method} failed: ${error.message}`, {}, { cause: error });
}

/** Whatever went wrong with a call, as the one error that callers know. */
export function toSortkeyError(error: unknown, { path, signal, closed }: CallState): SortkeyError {
  if (error instanceof SortkeyError) return error;
  if (error instanceof ORPCError) return fromAnswer(error, path);
  const aborted = error instanceof Error && error.name === 'AbortError';
  if (signal?.aborted === true) {
    return new SortkeyError('CANCELLED', 'The request was cancelled.', {}, { cause: error });
  }
  if (closed?.aborted === true) return linkClosed(error);
  if (aborted) {
    return new SortkeyError('CANCELLED', 'The request was cancelled.', {}, { cause: error });
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new SortkeyError(
    'INTERNAL',
    `${path.join('.')} could not be sent: ${reason}`,
    {},
    { cause: error },
  );
}
