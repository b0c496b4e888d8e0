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

/** An allocator; pass one to several builders whose expressions go into the same request. */
export function createPlaceholders(): Placeholders {
  throw new Error('Not written yet');
}
