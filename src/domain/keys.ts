import { getAttribute, pickAttributes } from './attribute-map.ts';
import { attributeTypeNames, typeOf } from './attribute-value.ts';
import type { AttributeMap, AttributeValue, Item } from './attribute-value.ts';
import { base64ByteLength } from './base64.ts';
import { numberIdentity } from './number.ts';
import { valueToPlainText } from './plain-json-print.ts';
import { keyNames } from './table-schema.ts';
import type { IndexDescription, KeyAttribute, KeySchema } from './table-schema.ts';
import { utf8Length } from './utf8.ts';

export type KeyRole = 'partition key' | 'sort key';

/** The longest value of a key attribute, in bytes. */
export const maximumKeyLength: Readonly<Record<KeyRole, number>> = {
  'partition key': 2048,
  'sort key': 1024,
};

/**
 * Why an item cannot be in a table with this key, in a sentence that names the attribute; undefined
 * where it can.
 */
export function checkItemKeys(item: Item, schema: KeySchema): string | undefined {
  return firstProblem(schema, (attribute, role) => {
    const value = getAttribute(item, attribute.name);
    if (value !== undefined) return checkKeyValue(attribute, role, value);
    const type = attributeTypeNames[attribute.type];
    return `The item has no ${describeAttribute(attribute, role)} (${type}).`;
  });
}

/**
 * Why DynamoDB would refuse an item because of the table's indexes, in words. An item may lack an
 * index's key, and is then not in the index; where it has it, the type must be right.
 */
export function checkItemIndexKeys(
  item: Item,
  indexes: readonly Pick<IndexDescription, 'name' | 'partitionKey' | 'sortKey'>[],
): string | undefined {
  for (const index of indexes) {
    const problem = firstProblem(index, (attribute, role) => {
      const value = getAttribute(item, attribute.name);
      return value === undefined ? undefined : checkKeyValue(attribute, role, value, index.name);
    });
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Why a value cannot be the value of a key attribute, in words. */
export function checkKeyValue(
  attribute: KeyAttribute,
  role: KeyRole,
  value: AttributeValue,
  indexName?: string,
): string | undefined {
  const ofIndex = indexName === undefined ? '' : ` of the index ${indexName}`;
  const what = `${describeAttribute(attribute, role)}${ofIndex}`;
  const found = typeOf(value);
  if (found !== attribute.type) {
    const expected = attributeTypeNames[attribute.type];
    return `The ${what} must be a ${expected}, but it is a ${attributeTypeNames[found]}.`;
  }
  const length = keyLength(value);
  if (length === 0) return `The ${what} is empty; a key needs a value.`;
  const maximum = maximumKeyLength[role];
  if (length > maximum) {
    return `The ${what} is ${length} bytes long; at most ${maximum} are possible.`;
  }
  return undefined;
}

/** The key of an item. Attributes that the item lacks are not in it: see `checkItemKeys`. */
export function keyOf(item: Item, schema: KeySchema): AttributeMap {
  return pickAttributes(item, keyNames(schema));
}

/**
 * One text for each primary key: the same for two items exactly if DynamoDB takes them for one.
 * Numbers count by value, since 1 and 1.0 are the same key.
 */
export function keyIdentity(item: Item, schema: KeySchema): string {
  const values = keyNames(schema).map((name) => {
    const value = getAttribute(item, name);
    return value !== undefined && 'N' in value ? { N: numberIdentity(value.N) } : value;
  });
  return JSON.stringify(values);
}

/** A key for messages, such as `Author = "Plato", Year = 7`. */
export function describeKey(key: AttributeMap): string {
  return Object.entries(key)
    .map(([name, value]) => `${name} = ${describeKeyValue(value)}`)
    .join(', ');
}

function describeKeyValue(value: AttributeValue): string {
  const text = 'S' in value ? JSON.stringify(value.S) : valueToPlainText(value, 200);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function firstProblem(
  schema: KeySchema,
  check: (attribute: KeyAttribute, role: KeyRole) => string | undefined,
): string | undefined {
  const problem = check(schema.partitionKey, 'partition key');
  if (problem !== undefined || schema.sortKey === undefined) return problem;
  return check(schema.sortKey, 'sort key');
}

function describeAttribute(attribute: KeyAttribute, role: KeyRole): string {
  return `${role} ${JSON.stringify(attribute.name)}`;
}

/** Bytes of a key value; a number always has a value and is never too long. */
function keyLength(value: AttributeValue): number {
  if ('S' in value) return utf8Length(value.S);
  if ('B' in value) return base64ByteLength(value.B);
  return 1;
}
