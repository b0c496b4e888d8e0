import type { AttributeValue } from '../../../domain/attribute-value.ts';
import { base64ByteLength } from '../../../domain/base64.ts';

/** How a value looks on one line; each kind has its own tint. */
export type PreviewKind =
  | 'string'
  | 'empty'
  | 'number'
  | 'boolean'
  | 'null'
  | 'binary'
  | 'set'
  | 'nested';
export type Preview = { readonly kind: PreviewKind; readonly text: string };

// A cell shows some forty characters; a value may hold 400 KB. Nothing past this is looked at.
const budget = 240;

/** A count of bytes in words: `12 B`, `2.1 KB`. Thousands are 1024, as in DynamoDB's limits. */
export function bytesInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / (1024 * 1024)).toFixed(1)} MB`;
}

/** A string with its line breaks as signs, so that it stays on one line. */
function oneLine(text: string): string {
  return text
    .slice(0, budget)
    .replaceAll(/\r\n|\r|\n/g, '⏎')
    .replaceAll('\t', '⇥');
}

const binaryText = (base64: string): string => `‹binary ${bytesInWords(base64ByteLength(base64))}›`;

function joinWithin(parts: Iterable<() => string>, room: number): string {
  let text = '';
  for (const part of parts) {
    if (text.length > room) return `${text}, …`;
    text = text === '' ? part() : `${text}, ${part()}`;
  }
  return text;
}

/** A value inside of another one: strings quoted, nesting as deep as there is room. */
function insideText(value: AttributeValue, room: number): string {
  if ('S' in value) return `"${oneLine(value.S)}"`;
  if ('N' in value) return value.N;
  if ('BOOL' in value) return String(value.BOOL);
  if ('NULL' in value) return 'null';
  if ('B' in value) return binaryText(value.B);
  if ('M' in value) return room > 0 ? `{${mapText(value.M, room / 2)}}` : '{…}';
  if ('L' in value) return room > 0 ? `[${listText(value.L, room / 2)}]` : '[…]';
  return setText(value, room / 2);
}

function mapText(map: { readonly [name: string]: AttributeValue }, room: number): string {
  const parts = Object.entries(map).map(
    ([name, value]) =>
      () =>
        `${oneLine(name)}: ${insideText(value, room)}`,
  );
  return joinWithin(parts, room);
}

function listText(values: readonly AttributeValue[], room: number): string {
  return joinWithin(
    values.map((value) => () => insideText(value, room)),
    room,
  );
}

function setText(value: AttributeValue, room: number): string {
  const parts: (() => string)[] = [];
  if ('SS' in value) parts.push(...value.SS.map((text) => () => `"${oneLine(text)}"`));
  if ('NS' in value) parts.push(...value.NS.map((text) => () => text));
  if ('BS' in value) parts.push(...value.BS.map((text) => () => binaryText(text)));
  return `{${joinWithin(parts, room)}}`;
}

/** One line for a value, with the kind that chooses its look. */
export function previewOf(value: AttributeValue): Preview {
  if ('S' in value) {
    return value.S === ''
      ? { kind: 'empty', text: '""' }
      : { kind: 'string', text: oneLine(value.S) };
  }
  if ('N' in value) return { kind: 'number', text: value.N };
  if ('BOOL' in value) return { kind: 'boolean', text: String(value.BOOL) };
  if ('NULL' in value) return { kind: 'null', text: 'null' };
  if ('B' in value) return { kind: 'binary', text: binaryText(value.B) };
  if ('M' in value) {
    const count = Object.keys(value.M).length;
    return { kind: 'nested', text: count === 0 ? '{}' : `{${count}} ${mapText(value.M, budget)}` };
  }
  if ('L' in value) {
    const count = value.L.length;
    return { kind: 'nested', text: count === 0 ? '[]' : `[${count}] ${listText(value.L, budget)}` };
  }
  return { kind: 'set', text: setText(value, budget) };
}
