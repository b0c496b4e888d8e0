import type { AttributeMap, AttributeValue, Item } from './attribute-value.ts';
import { itemSize, maximumItemSize } from './item-size.ts';
import { checkItemIndexKeys, checkItemKeys } from './keys.ts';
import type { IndexDescription, KeySchema } from './table-schema.ts';
import { isWholeText } from './utf8.ts';
import { elementPath, memberPath } from './value-path.ts';

/** What of a table decides which items it takes. */
export type ItemTable = KeySchema & {
  readonly indexes?:
    | readonly Pick<IndexDescription, 'name' | 'partitionKey' | 'sortKey'>[]
    | undefined;
};

/**
 * Why a table would not take an item, in a sentence; undefined where it would. The item must have
 * passed `parseItem` or come from plain JSON: this checks keys, the keys of indexes, the size, and
 * text that cannot be sent.
 */
export function checkItem(item: Item, table: ItemTable): string | undefined {
  const keys = checkItemKeys(item, table) ?? checkItemIndexKeys(item, table.indexes ?? []);
  if (keys !== undefined) return keys;
  const size = itemSize(item);
  if (size > maximumItemSize) {
    return `The item is ${size.toLocaleString('en-GB')} bytes large; DynamoDB takes at most 409,600 (400 KB).`;
  }
  const path = findBrokenText(item);
  return path === undefined
    ? undefined
    : `The text of ${path} holds half a character (a lone surrogate), which cannot be stored.`;
}

/** The path of the first name or text that no UTF-8 can carry. */
function findBrokenText(map: AttributeMap, path = ''): string | undefined {
  for (const [name, value] of Object.entries(map)) {
    const here = memberPath(path, name);
    if (!isWholeText(name)) return here;
    const broken = findBrokenValue(value, here);
    if (broken !== undefined) return broken;
  }
  return undefined;
}

function findBrokenValue(value: AttributeValue, path: string): string | undefined {
  if ('S' in value) return isWholeText(value.S) ? undefined : path;
  if ('SS' in value) return value.SS.every(isWholeText) ? undefined : path;
  if ('M' in value) return findBrokenText(value.M, path);
  if ('L' in value) {
    for (const [index, element] of value.L.entries()) {
      const broken = findBrokenValue(element, elementPath(path, index));
      if (broken !== undefined) return broken;
    }
  }
  return undefined;
}
