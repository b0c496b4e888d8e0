import { getAttribute, pickAttributes, removeAttribute, setAttribute } from './attribute-map.ts';
import { attributeTypeNames, typeOf } from './attribute-value.ts';
import type { AttributeMap, AttributeValue, Item } from './attribute-value.ts';
import { checkItem } from './check-item.ts';
import type { ItemTable } from './check-item.ts';
import { setTypes } from './check-set.ts';
import { attributeValuesEqual } from './equality.ts';
import { itemSize } from './item-size.ts';
import { checkItemKeys } from './keys.ts';
import { numberIdentity } from './number.ts';
import { keyNames } from './table-schema.ts';
import type { KeySchema } from './table-schema.ts';

export type SetValue = Extract<AttributeValue, { SS: unknown } | { NS: unknown } | { BS: unknown }>;

/** What is done to each of many items. */
export type BulkAct =
  | { readonly kind: 'set'; readonly name: string; readonly value: AttributeValue }
  | { readonly kind: 'remove'; readonly name: string }
  | { readonly kind: 'delete-elements'; readonly name: string; readonly value: SetValue }
  | { readonly kind: 'delete' };

/** What an act would do to one item; `edited` is missing where it deletes it. */
export type BulkVerdict =
  | { readonly kind: 'change'; readonly edited: Item | undefined }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'impossible'; readonly reason: string };

const unchanged: BulkVerdict = { kind: 'unchanged' };
const impossible = (reason: string): BulkVerdict => ({ kind: 'impossible', reason });

/** Why an act can be done to no item of a table, in words; undefined where it can. */
export function checkBulkAct(act: BulkAct, schema: KeySchema): string | undefined {
  if (act.kind === 'delete') return undefined;
  const { name } = act;
  if (name === '') return 'Give the name of the attribute to change.';
  if (!keyNames(schema).includes(name)) return undefined;
  const role = name === schema.partitionKey.name ? 'partition key' : 'sort key';
  return (
    `${JSON.stringify(name)} is the ${role}, and the key of an item cannot be changed. ` +
    'Choose another attribute.'
  );
}

export function isSetValue(value: AttributeValue): value is SetValue {
  return setTypes.some((type) => type === typeOf(value));
}

/** What an act would do to an item, which must be whole. */
export function judgeItem(item: Item, act: BulkAct, table: ItemTable): BulkVerdict {
  const problem = checkItemKeys(item, table);
  if (problem !== undefined) return impossible(`Its key was not read: ${problem}`);
  if (act.kind === 'delete') return { kind: 'change', edited: undefined };
  const before = getAttribute(item, act.name);
  if (act.kind === 'delete-elements' && before !== undefined) {
    const [found, wanted] = [typeOf(before), typeOf(act.value)];
    if (found !== wanted) {
      const names = `a ${attributeTypeNames[found]}, not a ${attributeTypeNames[wanted]}`;
      return impossible(`${JSON.stringify(act.name)} is ${names}.`);
    }
  }
  const after = valueAfter(before, act);
  const same =
    before === undefined || after === undefined
      ? before === after
      : attributeValuesEqual(before, after);
  if (same) return unchanged;
  const edited = withAttribute(item, act.name, after);
  const refused = act.kind === 'set' ? checkItem(edited, table) : undefined;
  return refused === undefined ? { kind: 'change', edited } : impossible(refused);
}

/** What an attribute is after an act; undefined where it is not there. */
export function valueAfter(
  before: AttributeValue | undefined,
  act: Exclude<BulkAct, { kind: 'delete' }>,
): AttributeValue | undefined {
  if (act.kind === 'set') return act.value;
  if (act.kind === 'remove' || before === undefined) return undefined;
  return typeOf(before) === typeOf(act.value) ? elementsIn(before, act.value, false) : before;
}

/**
 * The elements of a set that are among others, or those that are not, as the set has them;
 * undefined where there is none, since no set is empty.
 */
export function elementsIn(
  set: AttributeValue,
  others: SetValue,
  among: boolean,
): SetValue | undefined {
  const keep = (elements: readonly string[], wanted: ReadonlySet<string>, identity = same) => {
    const kept = elements.filter((element) => wanted.has(identity(element)) === among);
    return kept.length > 0 ? kept : undefined;
  };
  if ('NS' in set && 'NS' in others) {
    const NS = keep(set.NS, new Set(others.NS.map(numberIdentity)), numberIdentity);
    return NS && { NS };
  }
  if ('SS' in set && 'SS' in others) {
    const SS = keep(set.SS, new Set(others.SS));
    return SS && { SS };
  }
  if ('BS' in set && 'BS' in others) {
    const BS = keep(set.BS, new Set(others.BS));
    return BS && { BS };
  }
  return undefined;
}

const same = (element: string) => element;

/** The attributes that an act's condition is about: the key, and the one that it changes. */
export function partOf(item: Item, act: BulkAct, schema: KeySchema): AttributeMap {
  if (act.kind === 'delete') return item;
  return pickAttributes(item, [...keyNames(schema), act.name]);
}

export function withAttribute(item: Item, name: string, value: AttributeValue | undefined): Item {
  return value === undefined ? removeAttribute(item, name) : setAttribute(item, name, value);
}

/** Write capacity units of a standard write: a unit for each KB of the larger of both items. */
export function writeUnits(before: Item, after: Item | undefined): number {
  const size = Math.max(itemSize(before), after === undefined ? 0 : itemSize(after));
  return Math.max(1, Math.ceil(size / 1024));
}
