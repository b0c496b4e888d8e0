import * as fc from 'fast-check';
import { setAttribute } from '../../../../../domain/attribute-map.ts';
import { attributeTypes } from '../../../../../domain/attribute-value.ts';
import type { AttributeValue, Item } from '../../../../../domain/attribute-value.ts';
import {
  arbitraryItem,
  arbitraryName,
  arbitraryValue,
} from '../../../../../domain/testing/arbitrary-item.ts';

/** A name that items have in common, so that there is something to sort. */
export const sharedName = fc.oneof(
  fc.constantFrom('a', '__proto__', 'größe"\\', '\ud83d'),
  arbitraryName(),
);
const item = fc
  .tuple(arbitraryItem(), fc.array(fc.tuple(sharedName, arbitraryValue()), { maxLength: 3 }))
  .map(([base, entries]): Item =>
    entries.reduce((made: Item, [own, value]) => setAttribute(made, own, value), base),
  );
/** The pages of a read, of few items each. */
export const arbitraryPages = fc.array(fc.array(item, { maxLength: 6 }), { maxLength: 5 });

/** A test of a value; one for equality compares with some of those given. */
export const arbitraryTest = (value: fc.Arbitrary<AttributeValue>) =>
  fc.oneof(
    fc.constant({ kind: 'exists' } as const),
    fc.subarray([...attributeTypes]).map((types) => ({ kind: 'type', types }) as const),
    value.map((equal) => ({ kind: 'equals', value: equal }) as const),
    fc.record({
      kind: fc.constant('contains' as const),
      text: fc.string({ minLength: 1, maxLength: 2 }),
      matchCase: fc.boolean(),
    }),
  );
