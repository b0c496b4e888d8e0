import type { AttributeMap, AttributeValue } from '../attribute-value.ts';
import { getAttribute } from '../attribute-map.ts';
import type { Comparator, Condition, FunctionCondition, Operand } from './ast.ts';
import type { AttributePath } from './attribute-path.ts';
import type { ConditionGroup, ConditionRow, RowOperand } from './builder-rows.ts';
import { errorAt, type ExpressionKind } from './expression-error.ts';
import { parseConditionExpression } from './parse-condition.ts';
import type { ExpressionAttributeNames } from './placeholders.ts';
import { resolveName } from './resolve-path.ts';

/** What stands on the left of a row: an attribute, or its size. */
type Subject = { readonly path: AttributePath; readonly size?: true };

const row = (
  subject: Subject,
  operator: ConditionRow['operator'],
  operands: readonly RowOperand[],
): ConditionRow => ({ kind: 'row', ...subject, operator, operands });

/** What `buildConditionExpression` has on the other side of the inverse. */
export type ExpressionTexts = {
  readonly expression: string;
  readonly names: ExpressionAttributeNames;
  readonly values: AttributeMap;
};

const mirrored: Readonly<Record<Comparator, Comparator>> = {
  '=': '=',
  '<>': '<>',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/** Resolves what an expression names, and says what a form has no row for. */
export function createOperandReader(
  kind: ExpressionKind,
  { expression, names, values }: ExpressionTexts,
) {
  const fail = (position: number | undefined, problem: string): never => {
    throw errorAt(kind, expression, position ?? 0, problem);
  };
  const valueOf = (placeholder: string, position: number | undefined): AttributeValue =>
    getAttribute(values, placeholder) ??
    fail(position, `the value "${placeholder}" is not defined: add it to the values`);
  const pathOf = (operand: Operand & { kind: 'path' }): AttributePath =>
    operand.elements.map((element) => {
      if (element.kind === 'index') return element.index;
      if (element.kind === 'name') return element.name;
      const name = resolveName(element.placeholder, names);
      const problem = `the name "${element.placeholder}" is not defined: add it to the names`;
      return name ?? fail(operand.position, problem);
    });
  const operandOf = (operand: Operand): RowOperand => {
    if (operand.kind === 'value') return { value: valueOf(operand.placeholder, operand.position) };
    if (operand.kind === 'path') return { path: pathOf(operand) };
    return fail(operand.position, 'a row compares with a value or an attribute, not with a size');
  };
  return { fail, pathOf, operandOf };
}

/**
 * The rows that a condition or filter expression means: the inverse of `buildConditionExpression`.
 * What stands the other way round (`:low < price`) is turned; a value in a list or range of
 * attributes becomes a group that means the same. Throws ExpressionError with the place of a
 * syntax error, of a name or value that is not defined, or of what the form has no row for (a
 * value compared with a value, a size with a size). No rows for a blank text.
 */
export function readConditionRows(given: ExpressionTexts): ConditionGroup {
  if (given.expression.trim() === '') return { kind: 'group', join: 'AND', conditions: [] };
  const { fail, pathOf, operandOf } = createOperandReader('condition', given);

  function subjectOf(operand: Operand): Subject | undefined {
    if (operand.kind === 'path') return { path: pathOf(operand) };
    if (operand.kind === 'value' || operand.operand.kind === 'value') return undefined;
    return { path: pathOf(operand.operand), size: true };
  }
  function comparison(operator: Comparator, left: Operand, right: Operand): ConditionRow {
    // The side with a size is the row's subject: the other side of a row has none.
    const [subject, sign, other] =
      left.kind === 'value' || (left.kind === 'path' && right.kind === 'size')
        ? [subjectOf(right), mirrored[operator], left]
        : [subjectOf(left), operator, right];
    const problem = 'a row compares an attribute, or its size, with something';
    return subject === undefined
      ? fail(left.position, problem)
      : row(subject, sign, [operandOf(other)]);
  }

  function functionRow({ name, operands, position }: FunctionCondition): ConditionRow {
    const [first, ...others] = operands;
    if (first?.kind !== 'path') {
      return fail(first?.position ?? position, `a row asks ${name} of an attribute itself`);
    }
    return row({ path: pathOf(first) }, name, others.map(operandOf));
  }

  function partOf(condition: Condition): ConditionRow | ConditionGroup {
    switch (condition.kind) {
      case 'comparison':
        return comparison(condition.operator, condition.left, condition.right);
      case 'function':
        return functionRow(condition);
      case 'between': {
        const { operand, lower, upper } = condition;
        const subject = subjectOf(operand);
        if (subject) return row(subject, 'BETWEEN', [operandOf(lower), operandOf(upper)]);
        const bounds = [comparison('<=', lower, operand), comparison('>=', upper, operand)];
        return { kind: 'group', join: 'AND', conditions: bounds };
      }
      case 'in': {
        const { operand, list } = condition;
        const subject = subjectOf(operand);
        if (subject) return row(subject, 'IN', list.map(operandOf));
        const conditions = list.map((other) => comparison('=', other, operand));
        const [only] = conditions;
        return only !== undefined && conditions.length === 1
          ? only
          : { kind: 'group', join: 'OR', conditions };
      }
      case 'not': {
        const { not, ...part } = partOf(condition.condition);
        return not === true ? part : { ...part, not: true };
      }
      default: {
        const join = condition.kind === 'and' ? 'AND' : 'OR';
        return { kind: 'group', join, conditions: condition.conditions.map(partOf) };
      }
    }
  }

  const part = partOf(parseConditionExpression(given.expression));
  return part.kind === 'group' ? part : { kind: 'group', join: 'AND', conditions: [part] };
}
