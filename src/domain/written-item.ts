import { getAttribute, removeAttribute, setAttribute } from './attribute-map.ts';
import type { AttributeMap, AttributeValue, Item } from './attribute-value.ts';
import { attributeValuesEqual, itemsEqual } from './equality.ts';
import type { ItemChange } from './item-change.ts';
import { diffItems } from './item-diff.ts';
import { checkNumber } from './number.ts';

/** An item as DynamoDB keeps what was written: numbers without exponent and needless zeros. */
export function keptItem(item: Item): Item {
  return keptMap(item);
}

/**
 * The item as it was before a change was written, told by how it stands after it: what the change
 * did is taken back, and what others had changed elsewhere in it since it was read is kept.
 */
export function itemBefore(
  { original, edited }: Pick<ItemChange, 'original' | 'edited'>,
  standing: Item | undefined,
): Item | undefined {
  if (original === undefined || edited === undefined || standing === undefined) return original;
  let before = standing;
  for (const { name, before: value } of diffItems(original, edited)) {
    before =
      value === undefined ? removeAttribute(before, name) : setAttribute(before, name, value);
  }
  return before;
}

/**
 * Whether an item stands already as a change wants it: its condition failed, since it was carried
 * out before and the answer was lost, or since somebody did the same. Of an edit the attributes
 * that it writes count, of a new item all, of a deletion that there is none. For a move there are
 * two: what stands under the old key, and under the new one.
 */
export function isAlreadySo(
  { operation, original, edited }: Pick<ItemChange, 'operation' | 'original' | 'edited'>,
  standing: Item | undefined,
  standingThere?: Item,
): boolean {
  if (operation === 'TransactWriteItems') {
    return standing === undefined && isSame(edited, standingThere);
  }
  if (operation === 'DeleteItem') return standing === undefined;
  if (operation === 'PutItem') return isSame(edited, standing);
  return standing !== undefined && diffItems(original, edited).every(isWritten(standing));
}

function isSame(wanted: Item | undefined, standing: Item | undefined): boolean {
  return wanted !== undefined && standing !== undefined && itemsEqual(wanted, standing);
}

function isWritten(standing: Item) {
  return ({ name, after }: { name: string; after?: AttributeValue }): boolean => {
    const now = getAttribute(standing, name);
    if (after === undefined || now === undefined) return after === now;
    return attributeValuesEqual(after, now);
  };
}

function keptMap(map: AttributeMap): AttributeMap {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, kept(value)]));
}

function kept(value: AttributeValue): AttributeValue {
  if ('N' in value) return { N: keptNumber(value.N) };
  if ('NS' in value) return { NS: value.NS.map(keptNumber) };
  if ('M' in value) return { M: keptMap(value.M) };
  if ('L' in value) return { L: value.L.map(kept) };
  return value;
}

function keptNumber(text: string): string {
  const check = checkNumber(text);
  return check.ok ? check.canonical : text;
}
