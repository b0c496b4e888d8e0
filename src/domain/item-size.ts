import type { AttributeMap, AttributeValue, Item } from './attribute-value.ts';
import { base64ByteLength } from './base64.ts';
import { parseDecimal } from './decimal.ts';
import { utf8Length } from './utf8.ts';

export { utf8Length } from './utf8.ts';

/** The largest item that DynamoDB keeps, in bytes: 400 KB, names and values together. */
export const maximumItemSize = 409_600;

/**
 * The size of an item in bytes by DynamoDB's published rules: names and text in UTF-8, binary in
 * bytes, numbers about a byte for two digits, lists and maps 3 bytes and 1 more for each element.
 */
export function itemSize(item: Item): number {
  return mapSize(item);
}

/** The size of one value in bytes, without its name; the rules are those of `itemSize`. */
export function attributeValueSize(value: AttributeValue): number {
  if ('S' in value) return utf8Length(value.S);
  if ('N' in value) return numberSize(value.N);
  if ('B' in value) return base64ByteLength(value.B);
  if ('BOOL' in value || 'NULL' in value) return 1;
  if ('M' in value) return 3 + mapSize(value.M) + Object.keys(value.M).length;
  if ('L' in value) return 3 + sum(value.L, attributeValueSize) + value.L.length;
  if ('SS' in value) return sum(value.SS, utf8Length);
  if ('NS' in value) return sum(value.NS, numberSize);
  return sum(value.BS, base64ByteLength);
}

function mapSize(map: AttributeMap): number {
  return sum(Object.entries(map), ([name, value]) => utf8Length(name) + attributeValueSize(value));
}

/** A byte for every two significant digits, one more, and one for a minus sign; zero is 1. */
function numberSize(text: string): number {
  const decimal = parseDecimal(text);
  if (decimal === undefined) return utf8Length(text);
  return 1 + Math.ceil(decimal.digits.length / 2) + (decimal.negative ? 1 : 0);
}

function sum<Part>(parts: readonly Part[], sizeOf: (part: Part) => number): number {
  let total = 0;
  for (const part of parts) total += sizeOf(part);
  return total;
}
