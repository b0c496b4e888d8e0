import type { AttributeMap } from '../attribute-value.ts';
import type { ExpressionAttributeNames } from './placeholders.ts';

/** Expressions as people wrote them. A blank expression is one that is not given. */
export type ExpressionInput = {
  readonly updateExpression?: string | undefined;
  readonly conditionExpression?: string | undefined;
  readonly filterExpression?: string | undefined;
  readonly keyConditionExpression?: string | undefined;
  readonly projectionExpression?: string | undefined;
  readonly expressionAttributeNames?: ExpressionAttributeNames | undefined;
  readonly expressionAttributeValues?: AttributeMap | undefined;
  /** Names of the table's key attributes: an update of one of them is then refused. */
  readonly keyNames?: readonly string[] | undefined;
};

/** The members to put in the request; absent ones are not there at all. */
export type SendableExpressions = {
  readonly UpdateExpression?: string;
  readonly ConditionExpression?: string;
  readonly FilterExpression?: string;
  readonly KeyConditionExpression?: string;
  readonly ProjectionExpression?: string;
  readonly ExpressionAttributeNames?: ExpressionAttributeNames;
  readonly ExpressionAttributeValues?: AttributeMap;
};

/** Checks expressions and rewrites them to pure ASCII, with every name as a placeholder. */
export function sendableExpressions(_input: ExpressionInput): SendableExpressions {
  throw new Error('Not written yet');
}
