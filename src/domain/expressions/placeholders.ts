import type { AttributeMap, AttributeValue } from '../attribute-value.ts';

/** ExpressionAttributeNames: an attribute's name for each `#placeholder`. */
export type ExpressionAttributeNames = { readonly [placeholder: string]: string };

/** Gives out `#name` and `:value` placeholders that collide with none in use. */
export type Placeholders = {
  /** The placeholder for an attribute's name; the same one for the same name. */
  readonly name: (attributeName: string) => string;
  /** A new placeholder for a value, called after the attribute that it belongs to. */
  readonly value: (value: AttributeValue, attributeName?: string) => string;
  readonly names: () => ExpressionAttributeNames;
  readonly values: () => AttributeMap;
};

const maximumReadableLength = 60;

/** The attribute's own name where it can be a placeholder, so that people can read the request. */
function readable(attributeName: string | undefined): string | undefined {
  const isReadable =
    attributeName !== undefined &&
    attributeName.length <= maximumReadableLength &&
    /^[A-Za-z0-9_]+$/.test(attributeName);
  return isReadable ? attributeName : undefined;
}

/** Makes placeholders that are new: `#title`, `#title2`, or `#n1` where the name cannot be read. */
function createUnused(sign: '#' | ':', used: ReadonlyMap<string, unknown>) {
  const counts = new Map<string, number>();
  return (word: string | undefined): string => {
    if (word !== undefined && !used.has(sign + word)) return sign + word;
    const letter = sign === '#' ? 'n' : 'v';
    const base = word === undefined ? letter : /[0-9]$/.test(word) ? `${word}_` : word;
    let count = counts.get(base) ?? (word === undefined ? 0 : 1);
    do count += 1;
    while (used.has(sign + base + String(count)));
    counts.set(base, count);
    return sign + base + String(count);
  };
}

/**
 * An allocator; pass one to several builders whose expressions go into the same request. It starts
 * from placeholders that are taken already, if any.
 */
export function createPlaceholders(
  takenNames: ExpressionAttributeNames = {},
  takenValues: AttributeMap = {},
): Placeholders {
  const names = new Map(Object.entries(takenNames));
  const values = new Map(Object.entries(takenValues));
  const unusedName = createUnused('#', names);
  const unusedValue = createUnused(':', values);
  const placeholderOf = new Map([...names].map(([placeholder, name]) => [name, placeholder]));
  return {
    name(attributeName) {
      const known = placeholderOf.get(attributeName);
      if (known !== undefined) return known;
      const placeholder = unusedName(readable(attributeName));
      names.set(placeholder, attributeName);
      placeholderOf.set(attributeName, placeholder);
      return placeholder;
    },
    value(value, attributeName) {
      const placeholder = unusedValue(readable(attributeName));
      values.set(placeholder, value);
      return placeholder;
    },
    names: () => Object.fromEntries(names),
    values: () => Object.fromEntries(values),
  };
}
