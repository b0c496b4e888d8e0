import type { AttributeMap, AttributeValue } from './attribute-value.ts';

/** The value of an attribute, or undefined where the map has no such attribute of its own. */
export function getAttribute(map: AttributeMap, name: string): AttributeValue | undefined {
  return Object.hasOwn(map, name) ? map[name] : undefined;
}

/** A copy with one attribute set. The order of the others is kept. */
export function setAttribute(map: AttributeMap, name: string, value: AttributeValue): AttributeMap {
  const entries = Object.entries(map);
  const index = entries.findIndex(([other]) => other === name);
  if (index === -1) entries.push([name, value]);
  else entries[index] = [name, value];
  // fromEntries defines properties, so that `__proto__` becomes an attribute like any other.
  return Object.fromEntries(entries);
}

/** A copy without one attribute. */
export function removeAttribute(map: AttributeMap, name: string): AttributeMap {
  return Object.fromEntries(Object.entries(map).filter(([other]) => other !== name));
}

/** Only the named attributes that the map has, in the order of the names. */
export function pickAttributes(map: AttributeMap, names: readonly string[]): AttributeMap {
  const entries: [string, AttributeValue][] = [];
  for (const name of names) {
    const value = getAttribute(map, name);
    if (value !== undefined) entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}
