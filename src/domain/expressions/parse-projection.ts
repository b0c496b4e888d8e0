import type { ProjectionExpression } from './ast.ts';

/** Parses a projection expression. Throws ExpressionError with the place. */
export function parseProjectionExpression(_text: string): ProjectionExpression {
  throw new Error('Not written yet');
}
