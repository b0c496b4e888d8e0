import { getAttribute } from '../attribute-map.ts';
import type { AttributeMap } from '../attribute-value.ts';
import { checkPaths } from './check-paths.ts';
import { checkReferences } from './check-references.ts';
import { checkValues } from './check-values.ts';
import { errorAt, ExpressionError, expressionTitle } from './expression-error.ts';
import { keyTarget } from './key-attributes.ts';
import { isAsciiPlaceholder } from './lexer.ts';
import { parseExpression, type ParsedExpression } from './parsed-expressions.ts';
import { createPlaceholders, type ExpressionAttributeNames } from './placeholders.ts';
import type { PrintStyle } from './print-path.ts';
import { resolveName } from './resolve-path.ts';

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

/** What DynamoDB takes in one expression, in bytes; all that is sent is ASCII. */
export const maximumExpressionLength = 4096;

const members = [
  ['updateExpression', 'update', 'UpdateExpression'],
  ['conditionExpression', 'condition', 'ConditionExpression'],
  ['filterExpression', 'filter', 'FilterExpression'],
  ['keyConditionExpression', 'key condition', 'KeyConditionExpression'],
  ['projectionExpression', 'projection', 'ProjectionExpression'],
] as const;

function isKept([placeholder]: readonly [string, unknown]): boolean {
  return isAsciiPlaceholder(placeholder);
}

/** Names become placeholders; the user's own placeholders stay, but for those not of ASCII. */
function createRewriting(names: ExpressionAttributeNames, values: AttributeMap) {
  const placeholders = createPlaceholders(
    Object.fromEntries(Object.entries(names).filter(isKept)),
    Object.fromEntries(Object.entries(values).filter(isKept)),
  );
  const renamedValues = new Map<string, string>();
  const style: PrintStyle = {
    name: placeholders.name,
    placeholder(placeholder) {
      const name = isAsciiPlaceholder(placeholder) ? undefined : resolveName(placeholder, names);
      return name === undefined ? placeholder : placeholders.name(name);
    },
    value(placeholder) {
      const value = getAttribute(values, placeholder);
      if (value === undefined || isAsciiPlaceholder(placeholder)) return placeholder;
      const renamed = renamedValues.get(placeholder) ?? placeholders.value(value);
      renamedValues.set(placeholder, renamed);
      return renamed;
    },
  };
  return { placeholders, style };
}

function checkLength(kind: ParsedExpression['kind'], text: string): void {
  if (text.length <= maximumExpressionLength) return;
  throw new ExpressionError(
    `${expressionTitle(kind)}: it is ${text.length} characters long as it is sent, and DynamoDB takes at most ${maximumExpressionLength}.`,
    kind,
  );
}

function checkExpression(
  parsed: ParsedExpression,
  names: ExpressionAttributeNames,
  values: AttributeMap,
  keyNames: readonly string[],
): void {
  checkPaths(parsed, names);
  checkValues(parsed, names, values);
  const key = parsed.update && keyTarget(parsed.update, keyNames, names);
  if (key === undefined) return;
  throw errorAt(
    parsed.kind,
    parsed.text,
    key.path.position ?? 0,
    `"${key.name}" is a key attribute, and the key of an item cannot be changed. Put a new item and delete this one instead`,
  );
}

/**
 * Checks expressions as people wrote them, and rewrites them so that only ASCII is sent and every
 * attribute's name goes through ExpressionAttributeNames: a raw character outside ASCII ends the
 * sandbox's engine. A raw reserved word is accepted, since its placeholder makes it harmless.
 * Throws ExpressionError: a syntax error with its place; names or values not defined or not used;
 * paths that overlap; values of the wrong type; a key in an update; an expression over 4 KB.
 * [API: PutItem, UpdateItem, DeleteItem, GetItem, Query, Scan]
 */
export function sendableExpressions(input: ExpressionInput): SendableExpressions {
  const names = input.expressionAttributeNames ?? {};
  const values = input.expressionAttributeValues ?? {};
  const parsed = members.flatMap(([from, kind, member]) => {
    const text = input[from] ?? '';
    return text.trim() === '' ? [] : [{ member, expression: parseExpression(kind, text) }];
  });
  checkReferences(
    parsed.map(({ expression }) => expression),
    names,
    values,
  );
  const { placeholders, style } = createRewriting(names, values);
  const written = parsed.map(({ member, expression }) => {
    checkExpression(expression, names, values, input.keyNames ?? []);
    const text = expression.print(style);
    checkLength(expression.kind, text);
    return [member, text] as const;
  });
  const sentNames = placeholders.names();
  const sentValues = placeholders.values();
  return {
    ...Object.fromEntries(written),
    ...(Object.keys(sentNames).length > 0 ? { ExpressionAttributeNames: sentNames } : {}),
    ...(Object.keys(sentValues).length > 0 ? { ExpressionAttributeValues: sentValues } : {}),
  };
}
