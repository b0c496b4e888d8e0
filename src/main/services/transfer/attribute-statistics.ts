import type { ImportPreview } from '../../../contract/transfer.ts';
import { typeOf } from '../../../domain/attribute-value.ts';
import type { AttributeType, Item } from '../../../domain/attribute-value.ts';

/** A file may have as many names as it likes; more than these are not told apart. */
const maximumAttributes = 1_000;

/** Counts which attributes items have at their top level, and with which types. */
export type AttributeStatistics = {
  add(item: Item): void;
  /** In the order of first sight. */
  attributes(): ImportPreview['attributes'];
};

export function createAttributeStatistics(): AttributeStatistics {
  const seen = new Map<string, { types: Set<AttributeType>; rowCount: number }>();
  return {
    add(item) {
      for (const [name, value] of Object.entries(item)) {
        let attribute = seen.get(name);
        if (attribute === undefined) {
          if (seen.size === maximumAttributes) continue;
          attribute = { types: new Set(), rowCount: 0 };
          seen.set(name, attribute);
        }
        attribute.types.add(typeOf(value));
        attribute.rowCount += 1;
      }
    },
    attributes: () =>
      Array.from(seen, ([name, { types, rowCount }]) => ({ name, types: [...types], rowCount })),
  };
}
