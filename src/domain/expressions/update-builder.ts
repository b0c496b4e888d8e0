import type { UpdateRow } from './builder-rows.ts';
import type { BuiltExpression } from './condition-builder.ts';
import type { Placeholders } from './placeholders.ts';

/** The update expression of a form's rows. */
export function buildUpdateExpression(
  _rows: readonly UpdateRow[],
  _placeholders?: Placeholders,
): BuiltExpression {
  throw new Error('Not written yet');
}
