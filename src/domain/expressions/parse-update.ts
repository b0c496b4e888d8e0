import type { UpdateExpression } from './ast.ts';

/** Parses an update expression. Throws ExpressionError with the place. */
export function parseUpdateExpression(_text: string): UpdateExpression {
  throw new Error('Not written yet');
}
