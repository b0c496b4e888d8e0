import { pickAttributes } from '../../../domain/attribute-map.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import { keyNames } from '../../../domain/table-schema.ts';
import type { KeySchema } from '../../../domain/table-schema.ts';
import { emptyValueOf } from '../values/default-value.ts';

/** The item that "Add item" begins with: its key attributes, empty, of the right types. */
export function startingItem({ partitionKey, sortKey }: KeySchema): Item {
  const keys = sortKey === undefined ? [partitionKey] : [partitionKey, sortKey];
  return Object.fromEntries(keys.map(({ name, type }) => [name, emptyValueOf(type)]));
}

/** The same item with its key attributes before all others, as it is read most easily. */
export function keysFirst(item: Item, schema: KeySchema): Item {
  return { ...pickAttributes(item, keyNames(schema)), ...item };
}
