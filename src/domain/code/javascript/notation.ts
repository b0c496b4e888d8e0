import type { AttributeMap, AttributeValue } from '../../attribute-value.ts';
import { group, print } from '../layout.ts';
import type { Layout } from '../layout.ts';
import { typedAttribute, visitMembers } from '../notation.ts';
import type { Basics, Notation } from '../notation.ts';

/** How JavaScript is laid out. */
export const javascriptStyle = { step: '  ', trailingComma: true };

/** The document client takes JavaScript's own values, the plain one DynamoDB JSON with bytes. */
export type JavascriptKind = 'document' | 'plain';

/** A text, and any other value of JSON. */
export const quoted = (value: unknown): string => JSON.stringify(value);

/** A property's name; `__proto__` in plain form would set the prototype and not a property. */
function property(name: string): string {
  if (name === '__proto__') return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name);
}

const object = (
  entries: readonly (readonly [string, Layout])[],
  broken = false,
): Exclude<Layout, string> => ({
  open: '{',
  close: '}',
  padded: true,
  broken,
  entries: entries.map(([name, value]) => ({ prefix: `${property(name)}: `, value })),
});

const basics: Basics = {
  object: (entries) => object(entries),
  list: (values) => group('[', ']', values),
  scalar: quoted,
};

const binary = (base64: string): string => `Buffer.from(${quoted(base64)}, "base64")`;

/** Whether a JavaScript number is this number and prints so. */
const isPlainNumber = (text: string): boolean =>
  text.length < 16 && /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) && String(Number(text)) === text;

const number = (text: string): string =>
  isPlainNumber(text) ? text : `NumberValue.from(${quoted(text)})`;

function documentAttribute(value: AttributeValue): Layout {
  if ('S' in value) return quoted(value.S);
  if ('N' in value) return number(value.N);
  if ('B' in value) return binary(value.B);
  if ('BOOL' in value) return quoted(value.BOOL);
  if ('NULL' in value) return 'null';
  if ('M' in value) return documentMap(value.M);
  if ('L' in value) return group('[', ']', value.L.map(documentAttribute));
  if ('SS' in value) return group('new Set([', '])', value.SS.map(quoted));
  if ('BS' in value) return group('new Set([', '])', value.BS.map(binary));
  // The SDK takes a set of numbers of one kind.
  const plain = value.NS.every(isPlainNumber);
  const texts = value.NS.map((text) => (plain ? text : `NumberValue.from(${quoted(text)})`));
  return group('new Set([', '])', texts);
}

const documentMap = (map: AttributeMap): Layout =>
  object(Object.entries(map).map(([name, value]) => [name, documentAttribute(value)]));

const notations: Readonly<Record<JavascriptKind, Notation>> = {
  document: { ...basics, attribute: documentAttribute },
  plain: { ...basics, attribute: typedAttribute(basics, binary) },
};

/** A request as an object, one member to a line; `more` are members as they are written. */
export function requestObject(
  request: object,
  kind: JavascriptKind,
  more: readonly string[] = [],
  depth = 0,
): string {
  const layout = object(visitMembers(request, notations[kind]), true);
  const entries = [...layout.entries, ...more.map((value) => ({ value }))];
  return print({ ...layout, entries }, javascriptStyle, depth);
}

/** Options as an object. */
export function options(entries: readonly (readonly [string, Layout])[], broken = false): string {
  return print(object(entries, broken), javascriptStyle);
}
