import { implement } from '@orpc/server';
import type { OperationResult } from '../../../contract/items.ts';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import { statementsContract } from '../../../contract/statements.ts';
import { prepareRequest } from '../dynamodb/prepare-request.ts';
import { sortNames } from '../dynamodb/sort-names.ts';
import type { SendOverConnection } from '../dynamodb/wire-types.ts';

export type StatementOperation =
  | 'ExecuteStatement'
  | 'BatchExecuteStatement'
  | 'ExecuteTransaction';

export type StatementsDependencies = { readonly send: SendOverConnection };

/** A request as DynamoDB JSON text, over a connection. */
export type StatementsInput = { readonly connectionId: string; readonly request: string };

export type StatementsService = ReturnType<typeof createStatementsService>;

/** PartiQL that is run at once: one statement, a batch of them, or a transaction. */
export function createStatementsService({ send }: StatementsDependencies) {
  /**
   * STATEMENT_INVALID says what is wrong before anything is sent.
   * [API: ExecuteStatement, BatchExecuteStatement, ExecuteTransaction]
   */
  async function run(
    operation: StatementOperation,
    { connectionId, request }: StatementsInput,
    signal?: AbortSignal,
  ): Promise<OperationResult> {
    const prepared = prepareRequest(operation, request, 'STATEMENT_INVALID');
    if ('TransactStatements' in prepared && prepared.ClientRequestToken === undefined) {
      throw new SortkeyError(
        'STATEMENT_INVALID',
        'An ExecuteTransaction request needs ClientRequestToken here: 1 to 36 characters, others ' +
          'for each attempt.',
        { data: { path: 'ClientRequestToken' } },
      );
    }
    const body = JSON.stringify(prepared);
    const { body: answer, ...metadata } = await send(connectionId, operation, body, { signal });
    return { response: JSON.stringify(sortNames(JSON.parse(answer))), ...metadata };
  }

  return { run };
}

/** The handlers of `contract.statements`. */
export function createStatementsHandlers(service: StatementsService) {
  const os = implement(statementsContract);
  return {
    execute: os.execute.handler(({ input, signal }) =>
      service.run('ExecuteStatement', input, signal),
    ),
    batch: os.batch.handler(({ input, signal }) =>
      service.run('BatchExecuteStatement', input, signal),
    ),
    transact: os.transact.handler(({ input, signal }) =>
      service.run('ExecuteTransaction', input, signal),
    ),
  };
}
