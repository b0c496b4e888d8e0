import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttributeMap, AttributeValue } from './attribute-value.ts';
import { itemsEqual } from './equality.ts';
import { itemFromPlainJson, itemToPlainJson, valueToPlainText } from './plain-json.ts';
import { arbitraryItem, arbitraryValue } from './testing/arbitrary-item.ts';

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return error instanceof Error ? error.message : 'unknown';
  }
  throw new Error('Nothing was refused');
}

describe('itemToPlainJson', () => {
  it('gives the item back exactly where it says so', () => {
    fc.assert(
      fc.property(arbitraryItem(), fc.constantFrom(0, 2), (item, indent) => {
        const { text, lossless } = itemToPlainJson(item, { indent });
        expect(itemsEqual(itemFromPlainJson(text), item)).toBe(lossless);
      }),
    );
  });

  it('lays out as JSON.stringify does', () => {
    fc.assert(
      fc.property(arbitraryItem(), fc.constantFrom(0, 1, 2, 4), (item, indent) => {
        // Numbers are the one thing that JSON.stringify cannot print as they are.
        const text = itemToPlainJson(withoutNumbers(item), { indent }).text;
        expect(text).toBe(JSON.stringify(JSON.parse(text), undefined, indent));
      }),
    );
  });

  it('prints numbers as they are, and as JSON where they were written in no way of JSON', () => {
    const item = { a: { N: '12345678901234567890.10' }, b: { N: '+.5' }, c: { N: '1E+5' } };
    expect(itemToPlainJson(item, { indent: 0 })).toEqual({
      text: '{"a":12345678901234567890.10,"b":0.5,"c":1E+5}',
      lossless: true,
    });
  });

  it('shows what cannot be a number as text, and says so', () => {
    expect(itemToPlainJson({ a: { N: 'abc' } }, { indent: 0 })).toEqual({
      text: '{"a":"abc"}',
      lossless: false,
    });
  });

  it('says that sets and binary are not told apart', () => {
    for (const value of [{ SS: ['a'] }, { NS: ['1'] }, { BS: ['QQ=='] }, { B: 'QQ==' }] as const) {
      expect(itemToPlainJson({ deep: { L: [{ M: { value } }] } }).lossless).toBe(false);
    }
  });
});

describe('itemFromPlainJson', () => {
  it('reads each kind of JSON as its type', () => {
    const text = '{"s":"x","n":1.50,"t":true,"z":null,"l":[1,[]],"m":{"__proto__":{"":0}}}';
    expect(JSON.stringify(itemFromPlainJson(text))).toBe(
      '{"s":{"S":"x"},"n":{"N":"1.50"},"t":{"BOOL":true},"z":{"NULL":true},' +
        '"l":{"L":[{"N":"1"},{"L":[]}]},"m":{"M":{"__proto__":{"M":{"":{"N":"0"}}}}}}',
    );
  });

  it.each([
    ['{"info":{"rank":[1e400]}}', 'info.rank[0]: 1e400 is too large; DynamoDB keeps numbers below'],
    [`{"a.b":${'7'.repeat(39)}}`, `"a.b": ${'7'.repeat(39)} has 39 significant digits; DynamoDB`],
    ['[]', 'An item is an object of attributes, but this is an array.'],
    ['5', 'An item is an object of attributes, but this is a number.'],
    ['{"a":1,}', 'There is a comma before the closing }.'],
    ['{"a":1,"a":2}', 'The name "a" is twice in one object.'],
    [
      `{"a":${'['.repeat(33)}${']'.repeat(33)}}`,
      'a[0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]' +
        '[0][0]: Lists and maps are nested deeper than 32 levels.',
    ],
  ])('refuses %s in words', (text, message) => {
    expect(messageOf(() => itemFromPlainJson(text))).toContain(message);
  });
});

describe('valueToPlainText', () => {
  it('is one line of compact JSON for what is nested, and bare for the rest', () => {
    expect(valueToPlainText({ S: 'a "b"' })).toBe('a "b"');
    expect(valueToPlainText({ N: '1.50' })).toBe('1.50');
    expect(valueToPlainText({ B: 'QQ==' })).toBe('QQ==');
    expect(valueToPlainText({ BOOL: false })).toBe('false');
    expect(valueToPlainText({ NULL: true })).toBe('null');
    expect(valueToPlainText({ NS: ['1', '2'] })).toBe('[1, 2]');
    const nested = { M: { a: { L: [{ S: 'x' }, { N: '1' }] }, b: { M: {} } } };
    expect(valueToPlainText(nested)).toBe('{"a": ["x", 1], "b": {}}');
  });

  it('is cut where it is too long', () => {
    fc.assert(
      fc.property(arbitraryValue(), fc.nat({ max: 40 }), (value, length) => {
        const whole = valueToPlainText(value);
        expect(valueToPlainText(value, length)).toBe(whole.slice(0, length));
      }),
    );
  });
});

function withoutNumbers(map: AttributeMap): AttributeMap {
  return Object.fromEntries(
    Object.entries(map).map(([name, value]) => [name, withoutNumber(value)]),
  );
}

function withoutNumber(value: AttributeValue): AttributeValue {
  if ('N' in value || 'NS' in value) return { BOOL: true };
  if ('L' in value) return { L: value.L.map(withoutNumber) };
  if ('M' in value) return { M: withoutNumbers(value.M) };
  return value;
}
