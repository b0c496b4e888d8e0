import type { AttributeMap } from '../attribute-value.ts';
import type { ConditionGroup } from './builder-rows.ts';
import type { ExpressionAttributeNames, Placeholders } from './placeholders.ts';

/** An expression with the two maps that it needs. The expression is blank for no rows. */
export type BuiltExpression = {
  readonly expression: string;
  readonly names: ExpressionAttributeNames;
  readonly values: AttributeMap;
};

/** The condition, filter or key condition expression of a form's rows. */
export function buildConditionExpression(
  _group: ConditionGroup,
  _placeholders?: Placeholders,
): BuiltExpression {
  throw new Error('Not written yet');
}
