import type { Condition } from './ast.ts';

/** Parses a key condition expression: comparisons of key attributes joined by AND. */
export function parseKeyConditionExpression(_text: string): Condition {
  throw new Error('Not written yet');
}
