import { getAttribute } from '../../../../domain/attribute-map.ts';
import type { Item } from '../../../../domain/attribute-value.ts';
import { numberIdentity } from '../../../../domain/number.ts';
import { keyNames } from '../../../../domain/table-schema.ts';
import type { KeySchema } from '../../../../domain/table-schema.ts';

/**
 * One text for each primary key: the same for two items exactly if DynamoDB takes them for one.
 * Numbers are compared by value, since 1 and 1.0 are the same key.
 */
export function keyIdentity(item: Item, schema: KeySchema): string {
  const values = keyNames(schema).map((name) => {
    const value = getAttribute(item, name);
    return value !== undefined && 'N' in value ? { N: numberIdentity(value.N) } : value;
  });
  return JSON.stringify(values);
}
