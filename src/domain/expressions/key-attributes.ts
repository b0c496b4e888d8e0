import type { UpdateExpression } from './ast.ts';
import type { ExpressionAttributeNames } from './placeholders.ts';

/** The key attributes that an update would change, which DynamoDB refuses. */
export function keyAttributesInUpdate(
  _update: UpdateExpression,
  _keyNames: readonly string[],
  _names: ExpressionAttributeNames = {},
): string[] {
  throw new Error('Not written yet');
}
