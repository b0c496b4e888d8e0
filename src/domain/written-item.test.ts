import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from './attribute-value.ts';
import { itemsEqual } from './equality.ts';
import { arbitraryItem } from './testing/arbitrary-item.ts';
import { isAlreadySo, keptItem } from './written-item.ts';

describe('keptItem', () => {
  it('means the same, and is kept as it is the second time', () => {
    fc.assert(
      fc.property(arbitraryItem(), (item) => {
        const kept = keptItem(item);
        expect(itemsEqual(kept, item)).toBe(true);
        expect(keptItem(kept)).toEqual(kept);
      }),
    );
  });

  it('writes numbers as DynamoDB does, at any depth', () => {
    const item: Item = {
      n: { N: '1.50' },
      ns: { NS: ['1e3', '-0'] },
      m: { M: { ['__proto__']: { L: [{ N: '007' }, { S: '1.50' }] } } },
    };
    expect(keptItem(item)).toEqual({
      n: { N: '1.5' },
      ns: { NS: ['1000', '0'] },
      m: { M: { ['__proto__']: { L: [{ N: '7' }, { S: '1.50' }] } } },
    });
  });
});

describe('isAlreadySo', () => {
  const a: Item = { pk: { S: 'a' }, n: { N: '1' }, gone: { S: 'x' } };
  const b: Item = { pk: { S: 'a' }, n: { N: '2' } };
  const other: Item = { ...b, colour: { S: 'red' } };
  const moved: Item = { pk: { S: 'b' }, n: { N: '2' } };

  it.each([
    ['an edit that stands', 'UpdateItem', a, b, { ...b, n: { N: '2.0' } }, undefined, true],
    ['an edit beside what others added', 'UpdateItem', a, b, other, undefined, true],
    ['an edit that does not stand', 'UpdateItem', a, b, a, undefined, false],
    ['half of an edit', 'UpdateItem', a, b, { ...a, n: { N: '2' } }, undefined, false],
    ['an edit of an item that is gone', 'UpdateItem', a, b, undefined, undefined, false],
    ['a new item', 'PutItem', undefined, b, b, undefined, true],
    ['another new item', 'PutItem', undefined, b, other, undefined, false],
    ['a deletion', 'DeleteItem', a, undefined, undefined, undefined, true],
    ['a deletion of what changed', 'DeleteItem', a, undefined, b, undefined, false],
    ['a move', 'TransactWriteItems', a, moved, undefined, moved, true],
    ['half of a move', 'TransactWriteItems', a, moved, a, moved, false],
    ['the other half', 'TransactWriteItems', a, moved, undefined, undefined, false],
  ] as const)('%s', (_words, operation, original, edited, standing, there, expected) => {
    expect(isAlreadySo({ operation, original, edited }, standing, there)).toBe(expected);
  });
});
