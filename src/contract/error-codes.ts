import { appErrorCodes } from './app.ts';
import { bulkErrorCodes } from './bulk.ts';
import { connectionsErrorCodes } from './connections.ts';
import { boundaryErrorCodes, dynamodbErrorCodes } from './errors.ts';
import { itemsErrorCodes } from './items.ts';
import { libraryErrorCodes } from './library.ts';
import { queryErrorCodes } from './query.ts';
import { sandboxErrorCodes } from './sandbox.ts';
import type { ErrorCode } from './sortkey-error.ts';
import { statementsErrorCodes } from './statements.ts';
import { transferErrorCodes } from './transfer.ts';
import { workspaceErrorCodes } from './workspace.ts';

const errorCodes: ReadonlySet<string> = new Set<ErrorCode>([
  ...appErrorCodes,
  ...boundaryErrorCodes,
  ...bulkErrorCodes,
  ...connectionsErrorCodes,
  ...dynamodbErrorCodes,
  ...itemsErrorCodes,
  ...libraryErrorCodes,
  ...queryErrorCodes,
  ...sandboxErrorCodes,
  ...statementsErrorCodes,
  ...transferErrorCodes,
  ...workspaceErrorCodes,
]);

/** True for a code that one of the contract files declares. */
export function isErrorCode(code: string): code is ErrorCode {
  return errorCodes.has(code);
}
