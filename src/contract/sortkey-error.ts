import type { appErrorCodes } from './app.ts';
import type { bulkErrorCodes } from './bulk.ts';
import type { connectionsErrorCodes } from './connections.ts';
import type { boundaryErrorCodes, dynamodbErrorCodes, ErrorDetail } from './errors.ts';
import type { itemsErrorCodes } from './items.ts';
import type { libraryErrorCodes } from './library.ts';
import type { queryErrorCodes } from './query.ts';
import type { sandboxErrorCodes } from './sandbox.ts';
import type { statementsErrorCodes } from './statements.ts';
import type { transferErrorCodes } from './transfer.ts';
import type { workspaceErrorCodes } from './workspace.ts';

export type ErrorCode =
  | (typeof appErrorCodes)[number]
  | (typeof boundaryErrorCodes)[number]
  | (typeof bulkErrorCodes)[number]
  | (typeof connectionsErrorCodes)[number]
  | (typeof dynamodbErrorCodes)[number]
  | (typeof itemsErrorCodes)[number]
  | (typeof libraryErrorCodes)[number]
  | (typeof queryErrorCodes)[number]
  | (typeof sandboxErrorCodes)[number]
  | (typeof statementsErrorCodes)[number]
  | (typeof transferErrorCodes)[number]
  | (typeof workspaceErrorCodes)[number];

/**
 * The error that services throw and that callers catch: the same on both sides of the boundary.
 * Its message says what happened, to what, and what to do about it.
 */
export class SortkeyError extends Error {
  readonly code: ErrorCode;
  readonly detail: ErrorDetail;

  constructor(
    code: ErrorCode,
    message: string,
    detail: ErrorDetail = {},
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'SortkeyError';
    this.code = code;
    this.detail = detail;
  }
}
