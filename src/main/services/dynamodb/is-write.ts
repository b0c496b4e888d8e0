import { DomainError } from '../../../domain/domain-error.ts';
import { isWriteStatement, readStatement } from '../../../domain/partiql/index.ts';
import { writeOperations } from './wire-types.ts';
import type { WireOperation } from './wire-types.ts';

/** The part of a request that holds its PartiQL. */
export type StatementBody = {
  readonly Statement?: unknown;
  readonly Statements?: readonly { readonly Statement?: unknown }[];
  readonly TransactStatements?: readonly { readonly Statement?: unknown }[];
};

/** Operations that read or write as their statements say. */
const statementOperations: ReadonlySet<WireOperation> = new Set([
  'ExecuteStatement',
  'BatchExecuteStatement',
  'ExecuteTransaction',
]);

/** The PartiQL statements of a request's body. */
export function statementsIn(body: StatementBody): string[] {
  const { Statement: one, Statements, TransactStatements } = body;
  const several = Statements ?? TransactStatements ?? (one === undefined ? [] : [body]);
  return several.map(({ Statement: text }) => String(text));
}

/** Whether a request may change something. A statement that cannot be read counts as one. */
export function isWrite(operation: WireOperation, body: string): boolean {
  if (writeOperations.has(operation)) return true;
  if (!statementOperations.has(operation)) return false;
  const statements = statementsIn(JSON.parse(body) as StatementBody);
  return statements.length === 0 || statements.some(mayWrite);
}

function mayWrite(statement: string): boolean {
  try {
    return isWriteStatement(readStatement(statement));
  } catch (cause) {
    if (cause instanceof DomainError) return true;
    throw cause;
  }
}
