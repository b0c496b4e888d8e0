import type { AttributeMap, AttributeValue } from '../../../domain/attribute-value.ts';

export type Entry = readonly [name: string, value: AttributeValue];

/** The map with one entry replaced, in its place. A name of integer digits moves to the front. */
export function replaceEntry(map: AttributeMap, index: number, entry: Entry): AttributeMap {
  return Object.fromEntries(Object.entries(map).with(index, [entry[0], entry[1]]));
}

/** The first name that the map does not have yet: `attribute`, `attribute2` and so on. */
export function freeName(taken: (name: string) => boolean): string {
  if (!taken('attribute')) return 'attribute';
  let number = 2;
  while (taken(`attribute${number}`)) number += 1;
  return `attribute${number}`;
}
