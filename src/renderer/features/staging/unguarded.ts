import { getAttribute } from '../../../domain/attribute-map.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import { attributeValuesEqual } from '../../../domain/equality.ts';
import type { ItemChange } from '../../../domain/item-edit.ts';
import { readItem } from './item-access.ts';
import type { ItemAccess } from './item-access.ts';

/**
 * The item as it stands where attributes that a condition has no room for are not as they were
 * read; undefined where they are, or the condition sees to all. Looked at just before the write:
 * an item of more than 149 attributes cannot be guarded better. [API: GetItem]
 */
export async function changedUnguarded(
  access: ItemAccess,
  { original, unguarded }: Pick<ItemChange, 'original' | 'unguarded'>,
): Promise<Item | undefined> {
  if (original === undefined || unguarded.length === 0) return undefined;
  const now = await readItem(access, original);
  // That it is gone is told by the condition.
  if (now === undefined) return undefined;
  const isSame = (name: string) => {
    const [before, found] = [getAttribute(original, name), getAttribute(now, name)];
    return before !== undefined && found !== undefined && attributeValuesEqual(before, found);
  };
  return unguarded.every(isSame) ? undefined : now;
}
