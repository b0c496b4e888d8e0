import type { Condition } from './ast.ts';

/** Parses a condition or filter expression. Throws ExpressionError with the place. */
export function parseConditionExpression(
  _text: string,
  _expression: 'condition' | 'filter' = 'condition',
): Condition {
  throw new Error('Not written yet');
}
