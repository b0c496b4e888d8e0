import type { AttributeMap, AttributeValue } from './attribute-value.ts';
import {
  maximumExpressionLength,
  type SendableExpressions,
} from './expressions/sendable-expressions.ts';
import { createPlaceholders } from './expressions/placeholders.ts';
import type { Placeholders } from './expressions/placeholders.ts';

/** What an attribute must be for a write to happen: missing, there, or of this value. */
export type AttributeExpectation = {
  readonly name: string;
  readonly exists: boolean;
  readonly value?: AttributeValue | undefined;
};

/** What becomes of an attribute: a new value, or with undefined its removal. */
export type AttributeUpdate = {
  readonly name: string;
  readonly value: AttributeValue | undefined;
};

/** DynamoDB takes 300 operators and functions; each comparison counts, and each AND between. */
export const maximumConditions = 150;

/**
 * The update and the condition on top-level attributes, joined by AND, with names and values
 * behind placeholders. Placeholders are readable where that fits, short where it does not. `used`
 * says how many of the expectations fit into the condition: the first ones.
 */
export function attributeExpressions(
  expectations: readonly AttributeExpectation[],
  updates: readonly AttributeUpdate[],
): { readonly expressions: SendableExpressions; readonly used: number } {
  const readable = build(expectations, updates, createPlaceholders());
  if (expectations.length <= maximumConditions && isShort(readable)) {
    return { expressions: readable, used: expectations.length };
  }
  for (let used = Math.min(expectations.length, maximumConditions); ; used -= 1) {
    const expressions = build(expectations.slice(0, used), updates, createShortPlaceholders());
    if (isShort(expressions) || used === 0) return { expressions, used };
  }
}

function isShort({ ConditionExpression = '', UpdateExpression = '' }: SendableExpressions) {
  return (
    ConditionExpression.length <= maximumExpressionLength &&
    UpdateExpression.length <= maximumExpressionLength
  );
}

function build(
  expectations: readonly AttributeExpectation[],
  updates: readonly AttributeUpdate[],
  placeholders: Placeholders,
): SendableExpressions {
  const update = updateExpression(updates, placeholders);
  const condition = expectations.map((expectation) => conditionOf(expectation, placeholders));
  const values = placeholders.values();
  return {
    ...(update !== '' && { UpdateExpression: update }),
    ConditionExpression: condition.join(' AND '),
    ExpressionAttributeNames: placeholders.names(),
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
  };
}

function updateExpression(updates: readonly AttributeUpdate[], placeholders: Placeholders): string {
  const sets: string[] = [];
  const removes: string[] = [];
  for (const { name, value } of updates) {
    if (value === undefined) removes.push(placeholders.name(name));
    else sets.push(`${placeholders.name(name)} = ${placeholders.value(value, name)}`);
  }
  return [
    ...(sets.length > 0 ? [`SET ${sets.join(', ')}`] : []),
    ...(removes.length > 0 ? [`REMOVE ${removes.join(', ')}`] : []),
  ].join(' ');
}

function conditionOf({ name, exists, value }: AttributeExpectation, placeholders: Placeholders) {
  const path = placeholders.name(name);
  if (value !== undefined) return `${path} = ${placeholders.value(value, name)}`;
  return `${exists ? 'attribute_exists' : 'attribute_not_exists'}(${path})`;
}

function createShortPlaceholders(): Placeholders {
  const names = new Map<string, string>();
  const values: AttributeValue[] = [];
  return {
    name(attributeName) {
      const placeholder = names.get(attributeName) ?? `#${names.size}`;
      names.set(attributeName, placeholder);
      return placeholder;
    },
    value(value) {
      values.push(value);
      return `:${values.length - 1}`;
    },
    names: () =>
      Object.fromEntries(Array.from(names, ([name, placeholder]) => [placeholder, name])),
    values: (): AttributeMap =>
      Object.fromEntries(values.map((value, index) => [`:${index}`, value])),
  };
}
