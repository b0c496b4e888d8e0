import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Item } from '../../../domain/attribute-value.ts';
import { createRowStore } from './row-store.ts';

const item = fc
  .dictionary(fc.string({ unit: 'grapheme' }), fc.record({ S: fc.string({ unit: 'grapheme' }) }))
  .map((map): Item => map);

it('reads any window of rows as they were added, page after page', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(item, { maxLength: 5 }), { maxLength: 8 }),
      fc.nat({ max: 45 }),
      fc.nat({ max: 45 }),
      (pages, first, count) => {
        const store = createRowStore();
        for (const page of pages) store.add(page);
        const rows = pages.flat();
        expect(store.rowCount()).toBe(rows.length);
        expect(store.read(first, count)).toBe(JSON.stringify(rows.slice(first, first + count)));
      },
    ),
  );
});

it('tells every attribute with its types, in the order of first sight', () => {
  const store = createRowStore();
  store.add([{ b: { S: '' }, ['__proto__']: { N: '1' } }]);
  store.add([{ a: { NULL: true } }, { b: { N: '1' } }, { b: { S: 'again' } }]);
  expect(store.attributes()).toEqual([
    { name: 'b', types: ['S', 'N'] },
    { name: '__proto__', types: ['N'] },
    { name: 'a', types: ['NULL'] },
  ]);
});
