import { expect } from 'vitest';
import type { AttributeMap, AttributeValue, Item } from '../../../../domain/attribute-value.ts';
import { numberIdentity } from '../../../../domain/number.ts';

/**
 * Asserts that a table holds just these items, whatever the order: numbers by value and sets as
 * sets, since that is all that DynamoDB keeps of them.
 */
export function sameItems(found: readonly Item[], expected: readonly Item[]): void {
  const [kept, written] = [found, expected].map((items) => items.map(identityOfMap).sort());
  // Two thousand texts are compared faster as one; only a difference is worth showing in parts.
  if (kept?.join('\n') !== written?.join('\n')) expect(kept).toEqual(written);
}

/** One text for all ways to write a map of attributes. */
function identityOfMap(map: AttributeMap): string {
  const names = Object.entries(map).map(([name, value]) => [name, identity(value)] as const);
  return JSON.stringify(names.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function identity(value: AttributeValue): unknown {
  if ('N' in value) return { N: numberIdentity(value.N) };
  if ('NS' in value) return { NS: value.NS.map(numberIdentity).sort() };
  if ('SS' in value) return { SS: value.SS.toSorted() };
  if ('BS' in value) return { BS: value.BS.toSorted() };
  if ('L' in value) return { L: value.L.map(identity) };
  if ('M' in value) return { M: identityOfMap(value.M) };
  return value;
}
