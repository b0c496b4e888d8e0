import type { TableDescription } from '../../../contract/tables.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import { itemSize, maximumItemSize } from '../../../domain/item-size.ts';
import { checkItemIndexKeys, checkItemKeys } from '../../../domain/keys.ts';
import type { ItemCheck } from './reading/read-items.ts';

/** What of a table decides whether an item can go into it. */
export type ItemRules = Pick<TableDescription, 'partitionKey' | 'sortKey' | 'indexes'>;

/**
 * Makes the check of items against a table: its key, the keys of its indexes, the size. What passes
 * may still be refused by DynamoDB, which then gives its reason.
 */
export function createItemCheck(rules: ItemRules): ItemCheck {
  return (item) =>
    checkItemKeys(item, rules) ?? checkItemIndexKeys(item, rules.indexes) ?? checkSize(item);
}

function checkSize(item: Item): string | undefined {
  const size = itemSize(item);
  if (size <= maximumItemSize) return undefined;
  const bytes = size.toLocaleString('en-GB');
  return `The item takes ${bytes} bytes; DynamoDB takes at most 409,600 (400 KB).`;
}
