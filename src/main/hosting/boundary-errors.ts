import { ORPCError } from '@orpc/server';
import { ValidationError } from '@orpc/contract';
import { SortkeyError } from '../../contract/sortkey-error.ts';
import { isErrorCode } from '../../contract/error-codes.ts';
import type { Log } from './log.ts';

type Issues = ValidationError['issues'];

const issuesTold = 3;

function pathOf(issue: Issues[number]): string {
  const steps = (issue.path ?? []).map((step) =>
    String(typeof step === 'object' ? step.key : step),
  );
  return steps.length === 0 ? 'the input' : steps.join('.');
}

/** The issues of a schema in words. They name members and rules, never the values given. */
export function describeIssues(issues: Issues): string {
  const words = issues.slice(0, issuesTold).map((issue) => `${pathOf(issue)}: ${issue.message}`);
  const rest = issues.length - words.length;
  return words.join('; ') + (rest > 0 ? `; and ${rest} more` : '');
}

function inputInvalid(method: string, issues: Issues, cause: unknown): ORPCError<string, unknown> {
  const message = `${method} refused what it was given: ${describeIssues(issues)}.`;
  return new ORPCError('INPUT_INVALID', { message, data: {}, cause });
}

/**
 * The error as it may cross the boundary: its code, message and detail where it was meant for the
 * other side; otherwise INTERNAL without a word of what happened, which goes to the log instead.
 */
export function toBoundaryError(
  error: unknown,
  path: readonly string[],
  log: Log,
): ORPCError<string, unknown> {
  const method = path.join('.');
  if (error instanceof SortkeyError) {
    return new ORPCError(error.code, { message: error.message, data: error.detail, cause: error });
  }
  if (error instanceof ORPCError) {
    if (isErrorCode(error.code)) return error;
    if (error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError) {
      return inputInvalid(method, error.cause.issues, error);
    }
  }
  const told = error instanceof ORPCError ? (error.cause ?? error) : error;
  const issues = told instanceof ValidationError ? ` (${describeIssues(told.issues)})` : '';
  log(`${method} failed${issues}: ${told instanceof Error ? told.stack : String(told)}`);
  const message = `Sortkey failed at ${method} through a mistake of its own; its log says more. Please report it.`;
  return new ORPCError('INTERNAL', { message, data: {}, cause: error });
}
