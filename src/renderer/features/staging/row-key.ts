import { pickAttributes } from '../../../domain/attribute-map.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import type { KeySchema } from '../../../domain/table-schema.ts';
import { keyNames } from '../../../domain/table-schema.ts';

/** The identity of an item as text: the same for the same primary key, and for no other. */
export function rowKeyOf(item: Item, schema: KeySchema): string {
  return JSON.stringify(Object.entries(pickAttributes(item, keyNames(schema))));
}
