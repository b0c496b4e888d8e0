import type { AttributeValue } from '../../../domain/attribute-value.ts';
import { isWriteStatement, PartiqlError, splitStatements } from '../../../domain/partiql/index.ts';
import type { PartiqlStatement } from '../../../domain/partiql/index.ts';
import {
  maximumBatchStatements,
  maximumTransactionStatements,
} from '../../../domain/requests/index.ts';
import type { ParameterizedStatement } from '../../../domain/requests/index.ts';
import type { CodeProblem } from '../../ui/code-editor-problem.ts';
import { deepValueProblem } from '../values/value-problem.ts';

/** How several statements are run: each by itself, or all or none. */
export const severalModes = ['batch', 'transaction'] as const;
export type SeveralMode = (typeof severalModes)[number];

export type StatementOperation =
  | 'ExecuteStatement'
  | 'BatchExecuteStatement'
  | 'ExecuteTransaction';

/** A script as it would be run. */
export type StatementPlan = {
  readonly operation: StatementOperation;
  /** The request; a transaction's token is added when it is sent. */
  readonly request: { readonly [member: string]: unknown };
  readonly statements: readonly PartiqlStatement[];
  readonly writes: boolean;
  /** One SELECT, whose rows are shown page by page. */
  readonly rows: boolean;
};

export type Planned = {
  /** What could be read of the script; none where there is a problem in its text. */
  readonly statements: readonly PartiqlStatement[];
  /** How many values its `?` want. */
  readonly parameters: number;
  readonly problem: CodeProblem | undefined;
  readonly plan: StatementPlan | undefined;
};

/** What running a script would send, or why it cannot be run. */
export function planStatements(
  script: string,
  values: readonly AttributeValue[],
  mode: SeveralMode,
): Planned {
  try {
    const statements = splitStatements(script);
    const parameters = statements.reduce((sum, one) => sum + one.parameters, 0);
    const read = { statements, parameters };
    const given = valuesFor(parameters, values);
    if (statements.length === 0) return { ...read, problem: undefined, plan: undefined };
    const problem = problemOf(statements, mode) ?? valueProblemOf(given);
    if (problem !== undefined) return { ...read, problem, plan: undefined };
    return { ...read, problem: undefined, plan: planOf(statements, given, mode) };
  } catch (error) {
    if (!(error instanceof PartiqlError)) throw error;
    const { line, column } = error;
    const message = error.message.slice(error.message.indexOf(': ') + 2);
    const problem = { line, column, message: capitalised(message) };
    return { statements: [], parameters: 0, problem, plan: undefined };
  }
}

const empty: AttributeValue = { S: '' };

/** The values at so many places; where none was typed yet, the empty text that is shown there. */
export function valuesFor(count: number, values: readonly AttributeValue[]): AttributeValue[] {
  return Array.from({ length: count }, (_, place) => values[place] ?? empty);
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function problemOf(
  statements: readonly PartiqlStatement[],
  mode: SeveralMode,
): CodeProblem | undefined {
  if (statements.length === 1) return undefined;
  const what = mode === 'batch' ? 'batch' : 'transaction';
  const maximum = mode === 'batch' ? maximumBatchStatements : maximumTransactionStatements;
  if (statements.length > maximum) {
    const count = statements.length;
    return { message: `A ${what} takes at most ${maximum} statements, and these are ${count}.` };
  }
  const writes = statements.filter(isWriteStatement).length;
  const reads = statements.filter(({ kind }) => kind === 'select').length;
  if (writes > 0 && reads > 0) {
    const message = `A ${what} takes reads or writes, not both: these are ${reads} and ${writes}.`;
    return { message };
  }
  return undefined;
}

function valueProblemOf(values: readonly AttributeValue[]): CodeProblem | undefined {
  for (const [place, value] of values.entries()) {
    const found = deepValueProblem(value, `Parameter ${place + 1}`);
    if (found) return { message: `${found.path}: ${found.problem}` };
  }
  return undefined;
}

function planOf(
  statements: readonly PartiqlStatement[],
  values: readonly AttributeValue[],
  mode: SeveralMode,
): StatementPlan {
  let used = 0;
  const requests = statements.map(({ text, parameters }): ParameterizedStatement => {
    const own = values.slice(used, used + parameters);
    used += parameters;
    return { Statement: text, ...(own.length === 0 ? {} : { Parameters: own }) };
  });
  const capacity = { ReturnConsumedCapacity: 'INDEXES' };
  const shared = { statements, writes: statements.some(isWriteStatement), rows: false };
  const [first] = statements;
  if (statements.length === 1) {
    const request = { ...requests[0], ...capacity };
    return { ...shared, operation: 'ExecuteStatement', request, rows: first?.kind === 'select' };
  }
  return mode === 'batch'
    ? {
        ...shared,
        operation: 'BatchExecuteStatement',
        request: { Statements: requests, ...capacity },
      }
    : {
        ...shared,
        operation: 'ExecuteTransaction',
        request: { TransactStatements: requests, ...capacity },
      };
}
