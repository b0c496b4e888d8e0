import type { AttributeMap } from '../attribute-value.ts';
import { DomainError } from '../domain-error.ts';
import type { Condition, Operand } from './ast.ts';
import { printAttributePath } from './attribute-path.ts';
import { buildOperand, buildPath } from './build-path.ts';
import { conditionOperators, type ConditionGroup, type ConditionRow } from './builder-rows.ts';
import { isConditionFunction } from './functions.ts';
import {
  createPlaceholders,
  type ExpressionAttributeNames,
  type Placeholders,
} from './placeholders.ts';
import { printConditionExpression } from './print-condition.ts';

/** An expression with the two maps that it needs. The expression is blank for no rows. */
export type BuiltExpression = {
  readonly expression: string;
  readonly names: ExpressionAttributeNames;
  readonly values: AttributeMap;
};

/** Checks that a row has as many operands as its operator takes. */
function checkCount({ operator, operands, path }: ConditionRow): void {
  const description = conditionOperators.find((other) => other.operator === operator);
  const { minimumOperands = 0, maximumOperands = 0 } = description ?? {};
  if (operands.length >= minimumOperands && operands.length <= maximumOperands) return;
  const wanted =
    minimumOperands === maximumOperands
      ? String(minimumOperands)
      : `${minimumOperands} to ${maximumOperands}`;
  throw new DomainError(
    `${operator} takes ${wanted} ${wanted === '1' ? 'value' : 'values'}, and ${operands.length} ${operands.length === 1 ? 'is' : 'are'} given.`,
    printAttributePath(path),
  );
}

function buildComparison(row: ConditionRow, placeholders: Placeholders): Condition {
  checkCount(row);
  const path = buildPath(row.path, placeholders);
  const left: Operand = row.size === true ? { kind: 'size', operand: path } : path;
  const operands = row.operands.map((operand) => buildOperand(operand, row.path, placeholders));
  const { operator } = row;
  if (isConditionFunction(operator)) {
    return { kind: 'function', name: operator, operands: [path, ...operands] };
  }
  if (operator === 'IN') return { kind: 'in', operand: left, list: operands };
  const [first = path, second = path] = operands;
  return operator === 'BETWEEN'
    ? { kind: 'between', operand: left, lower: first, upper: second }
    : { kind: 'comparison', operator, left, right: first };
}

function negatedIf(not: boolean | undefined, condition: Condition): Condition {
  return not === true ? { kind: 'not', condition } : condition;
}

function buildGroup(group: ConditionGroup, placeholders: Placeholders): Condition | undefined {
  const conditions = group.conditions.flatMap((part) => {
    const built =
      part.kind === 'group'
        ? buildGroup(part, placeholders)
        : negatedIf(part.not, buildComparison(part, placeholders));
    return built === undefined ? [] : [built];
  });
  const [only] = conditions;
  if (only === undefined) return undefined;
  const kind = group.join === 'AND' ? 'and' : 'or';
  return negatedIf(group.not, conditions.length === 1 ? only : { kind, conditions });
}

/**
 * The condition, filter or key condition expression of a form's rows. Give the same `placeholders`
 * to all builders of one request; the maps then hold what all of them need. Throws DomainError for
 * a row that is not filled in.
 */
export function buildConditionExpression(
  group: ConditionGroup,
  placeholders: Placeholders = createPlaceholders(),
): BuiltExpression {
  const condition = buildGroup(group, placeholders);
  return {
    expression: condition === undefined ? '' : printConditionExpression(condition),
    names: placeholders.names(),
    values: placeholders.values(),
  };
}
