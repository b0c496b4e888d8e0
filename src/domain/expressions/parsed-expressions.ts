import type { Condition, PathNode, ProjectionExpression, UpdateExpression } from './ast.ts';
import type { ExpressionKind } from './expression-error.ts';
import { parseConditionExpression } from './parse-condition.ts';
import { parseKeyConditionExpression } from './parse-key-condition.ts';
import { parseProjectionExpression } from './parse-projection.ts';
import { parseUpdateExpression } from './parse-update.ts';
import { printConditionExpression } from './print-condition.ts';
import type { PrintStyle } from './print-path.ts';
import { printProjectionExpression, printUpdateExpression } from './print-update.ts';
import { visitCondition, visitUpdate, type Visitor } from './walk.ts';

/** One expression of a request, parsed, with what the checks and the rewriting need of it. */
export type ParsedExpression = {
  readonly kind: ExpressionKind;
  readonly text: string;
  readonly visit: (visitor: Visitor) => void;
  readonly print: (style: PrintStyle) => string;
  readonly condition?: Condition;
  readonly update?: UpdateExpression;
  readonly projection?: ProjectionExpression;
};

function parsedCondition(kind: ExpressionKind, text: string, condition: Condition) {
  return {
    kind,
    text,
    condition,
    visit: (visitor: Visitor) => visitCondition(condition, visitor),
    print: (style: PrintStyle) => printConditionExpression(condition, style),
  };
}

/** Parses one expression. Throws ExpressionError. */
export function parseExpression(
  kind: 'update' | 'condition' | 'filter' | 'key condition' | 'projection',
  text: string,
): ParsedExpression {
  if (kind === 'condition' || kind === 'filter') {
    return parsedCondition(kind, text, parseConditionExpression(text, kind));
  }
  if (kind === 'key condition') {
    return parsedCondition(kind, text, parseKeyConditionExpression(text));
  }
  if (kind === 'update') {
    const update = parseUpdateExpression(text);
    return {
      kind,
      text,
      update,
      visit: (visitor) => visitUpdate(update, visitor),
      print: (style) => printUpdateExpression(update, style),
    };
  }
  const projection = parseProjectionExpression(text);
  return {
    kind,
    text,
    projection,
    visit: (visitor) => projection.paths.forEach((path: PathNode) => visitor.path?.(path)),
    print: (style) => printProjectionExpression(projection, style),
  };
}
