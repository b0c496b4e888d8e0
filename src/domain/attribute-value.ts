/**
 * The ten attribute types in DynamoDB JSON, as they travel. Numbers and binary stay text:
 * `{ "N": "1234567890.1" }`, `{ "B": "<base64>" }`.
 */
export type AttributeValue =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly B: string }
  | { readonly SS: readonly string[] }
  | { readonly NS: readonly string[] }
  | { readonly BS: readonly string[] }
  | { readonly M: AttributeMap }
  | { readonly L: readonly AttributeValue[] }
  | { readonly NULL: true }
  | { readonly BOOL: boolean };

/**
 * Attributes by name. No name is special: read with `getAttribute`, never with `map[name]`,
 * since a name may be `__proto__` or `constructor`.
 */
export type AttributeMap = { readonly [name: string]: AttributeValue };

/** An item is a map of attributes at the top level of a table. */
export type Item = AttributeMap;

export const attributeTypes = ['S', 'N', 'B', 'BOOL', 'NULL', 'M', 'L', 'SS', 'NS', 'BS'] as const;
export type AttributeType = (typeof attributeTypes)[number];

export const keyTypes = ['S', 'N', 'B'] as const;
export type KeyType = (typeof keyTypes)[number];

/** The words people read for each type. */
export const attributeTypeNames: Readonly<Record<AttributeType, string>> = {
  S: 'String',
  N: 'Number',
  B: 'Binary',
  BOOL: 'Boolean',
  NULL: 'Null',
  M: 'Map',
  L: 'List',
  SS: 'String set',
  NS: 'Number set',
  BS: 'Binary set',
};

/** The type of a value: the one name that it holds. */
export function typeOf(value: AttributeValue): AttributeType {
  for (const type of attributeTypes) if (Object.hasOwn(value, type)) return type;
  throw new TypeError('Not an attribute value');
}
