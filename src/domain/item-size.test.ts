import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttributeValue } from './attribute-value.ts';
import { attributeValueSize, itemSize, utf8Length } from './item-size.ts';
import { arbitraryItem } from './testing/arbitrary-item.ts';
import { arbitraryText } from './testing/arbitrary-scalar.ts';
import { isWholeText } from './utf8.ts';

describe('utf8Length', () => {
  it('is the length that Node writes', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), arbitraryText({ storable: false }));
    fc.assert(
      fc.property(text, (value) => {
        expect(utf8Length(value)).toBe(Buffer.byteLength(value, 'utf8'));
        expect(isWholeText(value)).toBe(Buffer.from(value).toString() === value);
      }),
    );
  });
});

describe('itemSize', () => {
  it.each<[AttributeValue, number]>([
    [{ S: '' }, 0],
    [{ S: 'größe 🗝️' }, 15],
    [{ N: '0' }, 1],
    [{ N: '5' }, 2],
    [{ N: '-5' }, 3],
    [{ N: '100' }, 2],
    [{ N: '0.00012' }, 2],
    [{ N: `-${'1'.repeat(38)}` }, 21],
    [{ B: 'SGVsbG8=' }, 5],
    [{ BOOL: false }, 1],
    [{ NULL: true }, 1],
    [{ SS: ['ab', 'é'] }, 4],
    [{ NS: ['1', '22', '333'] }, 7],
    [{ BS: ['QQ==', 'QUI='] }, 3],
    [{ L: [] }, 3],
    [{ L: [{ S: 'ab' }, { BOOL: true }] }, 8],
    [{ M: {} }, 3],
    [{ M: { ab: { S: 'xyz' } } }, 9],
  ])('of %j is %i', (value, size) => {
    expect(attributeValueSize(value)).toBe(size);
    expect(itemSize({ name: value })).toBe(4 + size);
  });

  it('grows by the name and the value of an attribute', () => {
    fc.assert(
      fc.property(arbitraryItem(), (item) => {
        const parts = Object.entries(item).map(([name, value]) =>
          itemSize(Object.fromEntries([[name, value]])),
        );
        expect(itemSize(item)).toBe(parts.reduce((total, part) => total + part, 0));
      }),
    );
  });
});
