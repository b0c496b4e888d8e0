import type { AttributeMap, AttributeValue, Item } from '../attribute-value.ts';
import { decodeBase64 } from '../base64.ts';
import { group, print } from './layout.ts';
import type { Layout } from './layout.ts';

/** How Python is laid out. */
export const pythonStyle = { step: '    ', trailingComma: true };

// A JSON string is a Python string of the same characters.
const quoted = (text: string): string => JSON.stringify(text);

function bytesLiteral(base64: string): string {
  const text = Array.from(decodeBase64(base64), (byte) => {
    if (byte === 0x22 || byte === 0x5c) return `\\${String.fromCodePoint(byte)}`;
    if (byte >= 0x20 && byte < 0x7f) return String.fromCodePoint(byte);
    return `\\x${byte.toString(16).padStart(2, '0')}`;
  });
  return `b"${text.join('')}"`;
}

const decimal = (text: string): string => `Decimal(${quoted(text)})`;

/** A value as boto3's resource takes it; an empty set is one of no type, which DynamoDB refuses. */
export function literal(value: AttributeValue): Layout {
  if ('S' in value) return quoted(value.S);
  if ('N' in value) return decimal(value.N);
  if ('B' in value) return bytesLiteral(value.B);
  if ('BOOL' in value) return value.BOOL ? 'True' : 'False';
  if ('NULL' in value) return 'None';
  if ('M' in value) return dictionary(value.M);
  if ('L' in value) return group('[', ']', value.L.map(literal));
  if ('SS' in value) return setOf(value.SS.map(quoted));
  if ('NS' in value) return setOf(value.NS.map(decimal));
  return setOf(value.BS.map(bytesLiteral));
}

// `{}` is an empty dictionary.
const setOf = (values: readonly string[]): Layout =>
  values.length === 0 ? 'set()' : group('{', '}', values);

const dictionary = (map: AttributeMap): Layout => ({
  open: '{',
  close: '}',
  entries: Object.entries(map).map(([name, value]) => ({
    prefix: `${quoted(name)}: `,
    value: literal(value),
  })),
});

/**
 * A value as boto3's resource takes it: `Decimal("12.5")` keeps every digit, sets are sets, binary
 * is bytes. Needs `from decimal import Decimal` where it has numbers.
 */
export function pythonLiteral(value: AttributeValue): string {
  return print(literal(value), pythonStyle);
}

/** An item as a dictionary; see `pythonLiteral`. */
export function pythonItem(item: Item): string {
  return print(dictionary(item), pythonStyle);
}

/** Items as a list of dictionaries, one after the other; see `pythonLiteral`. */
export function pythonItems(items: readonly Item[]): string {
  const entries = items.map((item) => ({ value: dictionary(item) }));
  return print({ open: '[', close: ']', broken: items.length > 0, entries }, pythonStyle);
}
