import { getAttribute } from './attribute-map.ts';
import type { AttributeMap, AttributeValue } from './attribute-value.ts';
import { attributeValuesEqual } from './equality.ts';

/** One attribute that differs; `before` is missing where it was added, `after` where it went. */
export type AttributeDifference = {
  readonly name: string;
  readonly before?: AttributeValue;
  readonly after?: AttributeValue;
};

/**
 * The top-level attributes in which two items differ, in the order of the original and then of
 * the edited item. Undefined is an item that is not there.
 */
export function diffItems(
  original: AttributeMap | undefined,
  edited: AttributeMap | undefined,
): AttributeDifference[] {
  const before = original ?? {};
  const after = edited ?? {};
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const differences: AttributeDifference[] = [];
  for (const name of names) {
    const old = getAttribute(before, name);
    const now = getAttribute(after, name);
    if (old !== undefined && now !== undefined && attributeValuesEqual(old, now)) continue;
    differences.push({
      name,
      ...(old !== undefined && { before: old }),
      ...(now !== undefined && { after: now }),
    });
  }
  return differences;
}
