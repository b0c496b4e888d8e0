import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getAttribute, pickAttributes, removeAttribute, setAttribute } from './attribute-map.ts';
import { attributeTypes, typeOf } from './attribute-value.ts';
import { arbitraryItem, arbitraryName, arbitraryValue } from './testing/arbitrary-item.ts';

describe('attributes by name', () => {
  it('are set, read and removed whatever their names', () => {
    fc.assert(
      fc.property(arbitraryItem(), arbitraryName(), arbitraryValue(), (item, name, value) => {
        const without = removeAttribute(item, name);
        expect(getAttribute(without, name)).toBeUndefined();
        const withValue = setAttribute(without, name, value);
        expect(getAttribute(withValue, name)).toBe(value);
        expect(JSON.stringify(removeAttribute(withValue, name))).toBe(JSON.stringify(without));
        const picked = pickAttributes(withValue, [name]);
        expect(Object.entries(picked)).toEqual([[name, value]]);
        expect(attributeTypes).toContain(typeOf(value));
      }),
    );
  });

  it('are not those of every object', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      expect(getAttribute({}, name)).toBeUndefined();
      expect(pickAttributes({}, [name])).toEqual({});
    }
  });

  it('keep their order when one is set again', () => {
    const item = { b: { N: '1' }, a: { N: '2' } };
    expect(Object.keys(setAttribute(item, 'b', { S: 'x' }))).toEqual(['b', 'a']);
  });
});
