import type { AttributeMap, AttributeValue, Item } from '../attribute-value.ts';
import { decodeBase64 } from '../base64.ts';
import { print } from './layout.ts';
import type { Layout } from './layout.ts';

const style = { step: '    ', trailingComma: true };

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

const group = (open: string, close: string, values: readonly Layout[]): Layout => ({
  open,
  close,
  entries: values.map((value) => ({ value })),
});

const decimal = (text: string): string => `Decimal(${quoted(text)})`;

function literal(value: AttributeValue): Layout {
  if ('S' in value) return quoted(value.S);
  if ('N' in value) return decimal(value.N);
  if ('B' in value) return bytesLiteral(value.B);
  if ('BOOL' in value) return value.BOOL ? 'True' : 'False';
  if ('NULL' in value) return 'None';
  if ('M' in value) return dictionary(value.M);
  if ('L' in value) return group('[', ']', value.L.map(literal));
  if ('SS' in value) return group('{', '}', value.SS.map(quoted));
  if ('NS' in value) return group('{', '}', value.NS.map(decimal));
  return group('{', '}', value.BS.map(bytesLiteral));
}

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
  return print(literal(value), style);
}

/** An item as a dictionary; see `pythonLiteral`. */
export function pythonItem(item: Item): string {
  return print(dictionary(item), style);
}

/** Items as a list of dictionaries, one after the other; see `pythonLiteral`. */
export function pythonItems(items: readonly Item[]): string {
  const entries = items.map((item) => ({ value: dictionary(item) }));
  return print({ open: '[', close: ']', broken: items.length > 0, entries }, style);
}
