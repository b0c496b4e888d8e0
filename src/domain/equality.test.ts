import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typeOf } from './attribute-value.ts';
import type { AttributeMap, AttributeValue } from './attribute-value.ts';
import { attributeValuesEqual, itemsEqual } from './equality.ts';
import { checkNumber } from './number.ts';
import { arbitraryItem, arbitraryValue } from './testing/arbitrary-item.ts';

function canonicalNumber(text: string): string {
  const check = checkNumber(text);
  if (!check.ok) throw new Error(check.reason);
  return check.canonical;
}

/** The same value written another way: maps and sets turned round, numbers rewritten. */
function rewriteMap(map: AttributeMap): AttributeMap {
  const entries = Object.entries(map).map(([name, value]) => [name, rewrite(value)] as const);
  return Object.fromEntries(entries.toReversed());
}

function rewrite(value: AttributeValue): AttributeValue {
  if ('N' in value) return { N: canonicalNumber(value.N) };
  if ('NS' in value) return { NS: value.NS.map((member) => `${member}.0`).toReversed() };
  if ('SS' in value) return { SS: value.SS.toReversed() };
  if ('BS' in value) return { BS: value.BS.toReversed() };
  if ('L' in value) return { L: value.L.map(rewrite) };
  if ('M' in value) return { M: rewriteMap(value.M) };
  return { ...value };
}

/** A model of equality: one text that is the same for equal values. */
function identity(value: AttributeValue): string {
  const type = typeOf(value);
  if ('N' in value) return `N${canonicalNumber(value.N)}`;
  if ('NS' in value) return `NS${JSON.stringify(value.NS.map(canonicalNumber).sort())}`;
  if ('SS' in value) return `SS${JSON.stringify(value.SS.toSorted())}`;
  if ('BS' in value) return `BS${JSON.stringify(value.BS.toSorted())}`;
  if ('L' in value) return `L${JSON.stringify(value.L.map(identity))}`;
  if ('M' in value) {
    const members = Object.entries(value.M).map(([name, member]) => [name, identity(member)]);
    return `M${JSON.stringify(members.sort(([a = ''], [b = '']) => (a < b ? -1 : 1)))}`;
  }
  return type + JSON.stringify(value);
}

describe('equality', () => {
  it('holds for the same value however it is written', () => {
    fc.assert(
      fc.property(arbitraryItem(), (item) => {
        expect(itemsEqual(item, rewriteMap(item))).toBe(true);
        expect(itemsEqual(rewriteMap(item), item)).toBe(true);
      }),
    );
  });

  it('is the equality of a model that sorts and rewrites', () => {
    const small = fc.constantFrom<AttributeValue>(
      { S: '1' },
      { N: '1' },
      { N: '1.0' },
      { B: 'MQ==' },
      { BOOL: true },
      { BOOL: false },
      { NULL: true },
      { SS: ['1', '2'] },
      { SS: ['2', '1'] },
      { NS: ['1', '2'] },
      { NS: ['2.0', '1e0'] },
      { BS: ['MQ=='] },
      { L: [] },
      { M: {} },
    );
    const nested = fc.oneof(
      small,
      fc.array(small, { maxLength: 2 }).map((L) => ({ L })),
      fc
        .uniqueArray(fc.tuple(fc.constantFrom('a', '__proto__', 'constructor'), small), {
          selector: ([name]) => name,
        })
        .map((entries) => ({ M: Object.fromEntries(entries) })),
      arbitraryValue(),
    );
    fc.assert(
      fc.property(nested, nested, (a, b) => {
        expect(attributeValuesEqual(a, b)).toBe(identity(a) === identity(b));
      }),
      { numRuns: 3_000 },
    );
  });

  it('does not take an inherited member for an attribute', () => {
    expect(itemsEqual({ a: { S: 'x' } }, Object.create({ a: { S: 'x' } }) as AttributeMap)).toBe(
      false,
    );
    expect(itemsEqual({ constructor: { S: 'x' } }, { other: { S: 'x' } })).toBe(false);
  });

  it('tells missing from null and empty', () => {
    expect(itemsEqual({ a: { NULL: true } }, {})).toBe(false);
    expect(itemsEqual({ a: { S: '' } }, { a: { NULL: true } })).toBe(false);
    expect(attributeValuesEqual({ L: [{ S: '' }] }, { L: [] })).toBe(false);
  });
});
