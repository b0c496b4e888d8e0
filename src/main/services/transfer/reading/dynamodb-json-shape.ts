import { attributeTypes } from '../../../../domain/attribute-value.ts';

/**
 * Whether a parsed row has the shape of DynamoDB JSON: each of its attributes is an object of
 * exactly one member, named as a type and holding the kind of value that this type has. Whether the
 * value itself will do is not asked here.
 */
export function isDynamodbJson(row: object): boolean {
  return Object.values(unwrapExported(row)).every(isTyped);
}

/**
 * Takes the item out of a row of DynamoDB's own export: `{"Item":{…}}`. There can be no doubt with
 * an item that has one attribute named `Item`: that one would hold a type's name, not attributes.
 */
export function unwrapExported(row: object): object {
  const entries = Object.entries(row) as [string, unknown][];
  const [name, inner] = entries[0] ?? [];
  if (entries.length !== 1 || name !== 'Item' || !isObject(inner)) return row;
  return !isTyped(inner) && Object.values(inner).every(isTyped) ? inner : row;
}

/** True for what JSON calls an object: no array, no null. */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTyped(value: unknown): boolean {
  if (!isObject(value)) return false;
  const entries = Object.entries(value) as [string, unknown][];
  const [entry] = entries;
  return entry !== undefined && entries.length === 1 && fits(entry[0], entry[1]);
}

function fits(type: string, value: unknown): boolean {
  switch (attributeTypes.find((known) => known === type)) {
    case 'S':
    case 'N':
    case 'B':
      return typeof value === 'string';
    case 'BOOL':
    case 'NULL':
      return typeof value === 'boolean';
    case 'SS':
    case 'NS':
    case 'BS':
      return Array.isArray(value) && value.every((element) => typeof element === 'string');
    case 'L':
      return Array.isArray(value) && value.every(isTyped);
    case 'M':
      return isObject(value) && Object.values(value).every(isTyped);
    default:
      return false;
  }
}
