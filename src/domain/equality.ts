import { getAttribute } from './attribute-map.ts';
import { typeOf } from './attribute-value.ts';
import type { AttributeMap, AttributeValue } from './attribute-value.ts';
import { numberIdentity, numbersEqual } from './number.ts';

/**
 * Whether two values are the same to DynamoDB: numbers by value, sets and maps in any order,
 * lists in their order. Values of different types are never equal.
 */
export function attributeValuesEqual(a: AttributeValue, b: AttributeValue): boolean {
  if (a === b) return true;
  if (typeOf(a) !== typeOf(b)) return false;
  if ('S' in a && 'S' in b) return a.S === b.S;
  if ('N' in a && 'N' in b) return numbersEqual(a.N, b.N);
  if ('B' in a && 'B' in b) return a.B === b.B;
  if ('BOOL' in a && 'BOOL' in b) return a.BOOL === b.BOOL;
  if ('M' in a && 'M' in b) return itemsEqual(a.M, b.M);
  if ('L' in a && 'L' in b) return listsEqual(a.L, b.L);
  if ('SS' in a && 'SS' in b) return setsEqual(a.SS, b.SS);
  if ('NS' in a && 'NS' in b) return setsEqual(a.NS, b.NS, numberIdentity);
  if ('BS' in a && 'BS' in b) return setsEqual(a.BS, b.BS);
  return 'NULL' in a && 'NULL' in b;
}

/** Whether two items or maps have the same attributes with equal values. */
export function itemsEqual(a: AttributeMap, b: AttributeMap): boolean {
  const entries = Object.entries(a);
  if (entries.length !== Object.keys(b).length) return false;
  return entries.every(([name, value]) => {
    const other = getAttribute(b, name);
    return other !== undefined && attributeValuesEqual(value, other);
  });
}

function listsEqual(a: readonly AttributeValue[], b: readonly AttributeValue[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((value, index) => {
    const other = b[index];
    return other !== undefined && attributeValuesEqual(value, other);
  });
}

function setsEqual(
  a: readonly string[],
  b: readonly string[],
  identity: (member: string) => string = (member) => member,
): boolean {
  if (a.length !== b.length) return false;
  const members = new Set(a.map(identity));
  const others = new Set(b.map(identity));
  return members.size === others.size && [...others].every((member) => members.has(member));
}
