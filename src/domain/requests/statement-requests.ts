import type { AttributeValue } from '../attribute-value.ts';
import { DomainError } from '../domain-error.ts';
import { parseAttributeValue } from '../parse-dynamodb-json.ts';
import { maximumStatementLength } from '../partiql/statement.ts';
import { checkMembers, flag, oneOf, text, wholeNumber } from './member-checks.ts';
import type { MemberCheck, RequestMembers } from './member-checks.ts';

/** What DynamoDB takes in one batch of statements, and in one transaction of them. */
export const maximumBatchStatements = 25;
export const maximumTransactionStatements = 100;

/** A PartiQL statement; its `?` stand for the parameters in their order. */
export type ParameterizedStatement = {
  readonly Statement: string;
  readonly Parameters?: readonly AttributeValue[];
  readonly ReturnValuesOnConditionCheckFailure?: 'ALL_OLD' | 'NONE';
};
export type BatchStatement = ParameterizedStatement & { readonly ConsistentRead?: boolean };

type Consumed = { readonly ReturnConsumedCapacity?: 'INDEXES' | 'TOTAL' | 'NONE' };

export type ExecuteStatementRequest = BatchStatement &
  Consumed & { readonly Limit?: number; readonly NextToken?: string };

export type BatchExecuteStatementRequest = Consumed & {
  readonly Statements: readonly BatchStatement[];
};

export type ExecuteTransactionRequest = Consumed & {
  readonly TransactStatements: readonly ParameterizedStatement[];
  /** The same for the same attempt: sent twice, it is carried out once. */
  readonly ClientRequestToken?: string;
};

const parameters: MemberCheck = (value, member) => {
  if (!Array.isArray(value) || value.length === 0) {
    const message = `${member}: Expected a list of at least one value; leave it out instead.`;
    throw new DomainError(message, member);
  }
  value.forEach((one: unknown, index) => parseAttributeValue(one, `${member}[${index}]`));
};

const consumed: [string, MemberCheck] = [
  'ReturnConsumedCapacity',
  oneOf(['INDEXES', 'TOTAL', 'NONE']),
];
const ofStatement: [string, MemberCheck][] = [
  ['Statement', text(maximumStatementLength)],
  ['Parameters', parameters],
  ['ReturnValuesOnConditionCheckFailure', oneOf(['ALL_OLD', 'NONE'])],
];
const ofBatch: [string, MemberCheck][] = [...ofStatement, ['ConsistentRead', flag]];

/** A list of 1 to so many statements. */
function statements(checks: readonly [string, MemberCheck][], maximum: number): MemberCheck {
  const members = { checks: new Map(checks), required: ['Statement'] };
  return (value, member) => {
    if (!Array.isArray(value) || value.length < 1 || value.length > maximum) {
      const found = Array.isArray(value) ? `, found ${value.length}` : '';
      throw new DomainError(`${member}: Expected 1 to ${maximum} statements${found}.`, member);
    }
    value.forEach((one: unknown, index) => {
      const path = `${member}[${index}]`;
      if (typeof one !== 'object' || one === null || Array.isArray(one)) {
        throw new DomainError(`${path}: Expected an object with Statement.`, path);
      }
      checkMembers(one, members, 'statement', path);
    });
  };
}

/** What the requests of PartiQL may hold. */
export const statementMembers: Readonly<
  Record<'ExecuteStatement' | 'BatchExecuteStatement' | 'ExecuteTransaction', RequestMembers>
> = {
  ExecuteStatement: {
    checks: new Map([...ofBatch, consumed, ['Limit', wholeNumber(1)], ['NextToken', text(32_768)]]),
    required: ['Statement'],
  },
  BatchExecuteStatement: {
    checks: new Map([['Statements', statements(ofBatch, maximumBatchStatements)], consumed]),
    required: ['Statements'],
  },
  ExecuteTransaction: {
    checks: new Map([
      ['TransactStatements', statements(ofStatement, maximumTransactionStatements)],
      ['ClientRequestToken', text(36)],
      consumed,
    ]),
    required: ['TransactStatements'],
  },
};
