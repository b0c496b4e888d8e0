export type * from './ast.ts';
export { comparators, conditionFunctions, updateClauses } from './ast.ts';
export { parseAttributePath, printAttributePath, type AttributePath } from './attribute-path.ts';
export {
  conditionOperators,
  updateOperations,
  type ConditionGroup,
  type ConditionOperator,
  type ConditionOperatorDescription,
  type ConditionRow,
  type RowOperand,
  type UpdateOperation,
  type UpdateRow,
} from './builder-rows.ts';
export { buildConditionExpression, type BuiltExpression } from './condition-builder.ts';
export { ExpressionError, expressionTitle, type ExpressionKind } from './expression-error.ts';
export { keyAttributesInUpdate } from './key-attributes.ts';
export { parseConditionExpression } from './parse-condition.ts';
export { parseKeyConditionExpression } from './parse-key-condition.ts';
export { parseProjectionExpression } from './parse-projection.ts';
export { parseUpdateExpression } from './parse-update.ts';
export {
  createPlaceholders,
  type ExpressionAttributeNames,
  type Placeholders,
} from './placeholders.ts';
export {
  maximumExpressionLength,
  sendableExpressions,
  type ExpressionInput,
  type SendableExpressions,
} from './sendable-expressions.ts';
export { buildUpdateExpression } from './update-builder.ts';
export { parseExpressionAttributeNames } from './parse-names.ts';
export { printConditionExpression } from './print-condition.ts';
export { printProjectionExpression, printUpdateExpression } from './print-update.ts';
export { isReservedWord, listReservedWords } from './reserved-words.ts';
export { readConditionRows, type ExpressionTexts } from './rows-from-condition.ts';
export { readUpdateRows } from './rows-from-update.ts';
