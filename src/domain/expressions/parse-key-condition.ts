import type { Condition, Operand } from './ast.ts';
import { ExpressionError, errorAt } from './expression-error.ts';
import { parseConditionOf } from './parse-condition.ts';

const allowed =
  'A key condition compares key attributes with values by =, <, <=, >, >=, BETWEEN or begins_with, joined by AND.';

function refuse(problem: string): ExpressionError {
  return new ExpressionError(`Key condition expression: ${problem} ${allowed}`, 'key condition');
}

function checkOperands(operands: readonly Operand[], text: string): void {
  const [attribute, ...others] = operands;
  if (attribute?.kind !== 'path' || others.some(({ kind }) => kind !== 'value')) {
    throw refuse('each comparison needs a key attribute on one side and values on the other.');
  }
  if (attribute.elements.length > 1) {
    throw errorAt(
      'key condition',
      text,
      attribute.position ?? 0,
      'a key attribute is at the top level of an item, so its path has no dots or indexes',
    );
  }
}

function checkCondition(condition: Condition, text: string): void {
  switch (condition.kind) {
    case 'and':
      for (const part of condition.conditions) checkCondition(part, text);
      return;
    case 'comparison':
      if (condition.operator === '<>') throw refuse('<> is not allowed.');
      if (condition.left.kind === 'value') checkOperands([condition.right, condition.left], text);
      else checkOperands([condition.left, condition.right], text);
      return;
    case 'between':
      checkOperands([condition.operand, condition.lower, condition.upper], text);
      return;
    case 'function':
      if (condition.name !== 'begins_with') throw refuse(`${condition.name} is not allowed.`);
      checkOperands(condition.operands, text);
      return;
    default:
      throw refuse(`${condition.kind.toUpperCase()} is not allowed.`);
  }
}

/**
 * Parses a key condition expression: comparisons of key attributes joined by AND. Which attribute
 * is the partition key is for DynamoDB to say. Throws ExpressionError.
 */
export function parseKeyConditionExpression(text: string): Condition {
  const condition = parseConditionOf(text, 'key condition');
  checkCondition(condition, text);
  return condition;
}
