import type { AttributeValue } from '../../../../domain/attribute-value.ts';
import type {
  ConditionGroup,
  ConditionOperator,
  ConditionRow,
  RowOperand,
  UpdateOperation,
  UpdateRow,
} from '../../../../domain/expressions/index.ts';
import {
  conditionOperators,
  ExpressionError,
  parseAttributePath,
  updateOperations,
} from '../../../../domain/expressions/index.ts';
import { deepValueProblem } from '../../values/value-problem.ts';

/** What an attribute is compared with or set to, while it is being typed. */
export type OperandDraft =
  | { readonly kind: 'value'; readonly value: AttributeValue }
  | { readonly kind: 'attribute'; readonly path: string };

export type UpdateRowDraft = {
  readonly id: number;
  readonly path: string;
  readonly operation: UpdateOperation;
  readonly operand: OperandDraft;
  /** Starts from 0 or an empty list where the attribute is missing. */
  readonly startsFromNothing: boolean;
};

export type ConditionRowDraft = {
  readonly kind: 'row';
  readonly id: number;
  readonly not: boolean;
  readonly size: boolean;
  readonly path: string;
  readonly operator: ConditionOperator;
  readonly operands: readonly OperandDraft[];
};

export type GroupDraft = {
  readonly kind: 'group';
  readonly id: number;
  readonly not: boolean;
  readonly join: 'AND' | 'OR';
  readonly conditions: readonly (ConditionRowDraft | GroupDraft)[];
};

let lastId = 0;
const nextId = () => {
  lastId += 1;
  return lastId;
};

export const emptyGroup: GroupDraft = {
  kind: 'group',
  id: 0,
  not: false,
  join: 'AND',
  conditions: [],
};

export const emptyOperand: OperandDraft = { kind: 'value', value: { S: '' } };

export const newGroup = (): GroupDraft => ({
  ...emptyGroup,
  id: nextId(),
  conditions: [newConditionRow()],
});

export const newConditionRow = (): ConditionRowDraft => ({
  kind: 'row',
  id: nextId(),
  not: false,
  size: false,
  path: '',
  operator: '=',
  operands: [emptyOperand],
});

export const newUpdateRow = (): UpdateRowDraft => ({
  id: nextId(),
  path: '',
  operation: 'SET',
  operand: emptyOperand,
  startsFromNothing: false,
});

/** Operators that may compare the size of an attribute. */
export const takesSize = (operator: ConditionOperator): boolean =>
  !/^(attribute_|begins_with|contains)/.test(operator);

/** The row with another operator, and as many operands as that takes. */
export function withOperator(
  row: ConditionRowDraft,
  operator: ConditionOperator,
): ConditionRowDraft {
  const { minimumOperands = 1, maximumOperands = 1 } =
    conditionOperators.find((known) => known.operator === operator) ?? {};
  const operands = row.operands.slice(0, maximumOperands);
  if (operator === 'attribute_type') operands.splice(0, 1, { kind: 'value', value: { S: 'S' } });
  while (operands.length < minimumOperands) operands.push(emptyOperand);
  return { ...row, operator, operands, size: row.size && takesSize(operator) };
}

const listOperations: readonly UpdateOperation[] = ['SET list_append', 'SET list_prepend'];

/** What an operation that changes a value can start from; undefined where it sets or removes. */
export function startOf(operation: UpdateOperation): AttributeValue | undefined {
  if (operation === 'SET +' || operation === 'SET -') return { N: '0' };
  return listOperations.includes(operation) ? { L: [] } : undefined;
}

/** The row with another operation, and a value of a type that this one takes. */
export function withOperation(row: UpdateRowDraft, operation: UpdateOperation): UpdateRowDraft {
  const start = startOf(operation);
  const wanted = operation === 'ADD' ? { N: '' } : operation === 'DELETE' ? { SS: [''] } : start;
  const { operand } = row;
  const keeps = operand.kind === 'value' && wanted && sameType(operand.value, wanted);
  if (wanted === undefined || keeps) return { ...row, operation };
  const value = 'N' in wanted ? { N: '' } : wanted;
  return { ...row, operation, operand: { kind: 'value', value } };
}

const sameType = (a: AttributeValue, b: AttributeValue) => Object.keys(a)[0] === Object.keys(b)[0];

/** What is wrong with a row of the builder: its id, and words. */
export class RowError extends Error {
  readonly id: number;

  constructor(id: number, message: string) {
    super(message);
    this.name = 'RowError';
    this.id = id;
  }
}

/** The first thing that is wrong with the rows, and in which row, where one is to blame. */
export type RowProblem =
  | { readonly rowId: number | undefined; readonly message: string }
  | undefined;

function pathOf(text: string, id: number) {
  if (text.trim() === '') throw new RowError(id, 'Name the attribute.');
  try {
    return parseAttributePath(text);
  } catch (error) {
    if (error instanceof ExpressionError) throw new RowError(id, error.message);
    throw error;
  }
}

function operandOf(operand: OperandDraft, id: number): RowOperand {
  if (operand.kind === 'attribute') return { path: pathOf(operand.path, id) };
  const found = deepValueProblem(operand.value, 'value');
  if (found) {
    throw new RowError(
      id,
      found.path === 'value' ? found.problem : `${found.path}: ${found.problem}`,
    );
  }
  return { value: operand.value };
}

/** The rows as the builder of update expressions takes them. Throws RowError. */
export function updateRowsOf(rows: readonly UpdateRowDraft[]): UpdateRow[] {
  return rows.map((row) => {
    const { operation, id } = row;
    const hasOperand = updateOperations.find((known) => known.operation === operation)?.hasOperand;
    const start = row.startsFromNothing ? startOf(operation) : undefined;
    return {
      path: pathOf(row.path, id),
      operation,
      ...(hasOperand === true && { operand: operandOf(row.operand, id) }),
      ...(start && { startFrom: start }),
    };
  });
}

/** The groups as the builder of conditions takes them. Throws RowError. */
export function conditionGroupOf(group: GroupDraft): ConditionGroup {
  const conditions = group.conditions.map((part): ConditionRow | ConditionGroup => {
    if (part.kind === 'group') return conditionGroupOf(part);
    const { kind, id, not, size, operator } = part;
    const operands = part.operands.map((operand) => operandOf(operand, id));
    return { kind, not, size, operator, path: pathOf(part.path, id), operands };
  });
  return { kind: 'group', join: group.join, not: group.not, conditions };
}
