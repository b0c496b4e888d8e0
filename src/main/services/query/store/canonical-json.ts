import { attributeTypes } from '../../../../domain/attribute-value.ts';
import { byte } from '../../transfer/reading/json-bytes.ts';

/**
 * Rows are kept in one form: DynamoDB JSON as `JSON.stringify` writes it, without white space and
 * without escapes that are not needed, each value with one of the ten types. What scans rows later
 * can rely on it. These functions check bytes that came from outside; each answers the offset
 * after what it read, or `notCanonical`.
 */
export const notCanonical = -1;

/** A type by its place in `attributeTypes`, so that it fits in a typed array. */
export type TypeIndex = number;

const indexOf = (type: (typeof attributeTypes)[number]): TypeIndex => attributeTypes.indexOf(type);
export const [S, N, B, BOOL, NULL, M, L, SS, NS, BS] = [
  indexOf('S'),
  indexOf('N'),
  indexOf('B'),
  indexOf('BOOL'),
  indexOf('NULL'),
  indexOf('M'),
  indexOf('L'),
  indexOf('SS'),
  indexOf('NS'),
  indexOf('BS'),
] as const;

const letter = { b: 0x42, l: 0x4c, m: 0x4d, n: 0x4e, s: 0x53 } as const;
const encode = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const boolName = encode('BOOL":');
const nullName = encode('NULL":');
const trueContent = encode('true}');
const falseContent = encode('false}');

/** Deeper than DynamoDB lets anything nest. */
const maximumDepth = 64;

/** Whether these bytes stand at an offset. */
export function standsAt(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let index = 0; index < wanted.length; index += 1) {
    if (bytes[at + index] !== wanted[index]) return false;
  }
  return true;
}

/** A string's end, from the offset after its opening quote. */
export function checkString(bytes: Uint8Array, at: number): number {
  let place = at;
  for (;;) {
    // Past the end there is 0, which no string holds.
    const value = bytes[place] ?? 0;
    place += 1;
    if (value === byte.quote) return place;
    if (value < byte.space) return notCanonical;
    if (value === byte.backslash) {
      place = checkEscape(bytes, place);
      if (place === notCanonical) return notCanonical;
    }
  }
}

const shortEscapes = new Set(Buffer.from('"\\bfnrt', 'latin1'));
const shortened = new Set([0x08, 0x09, 0x0a, 0x0c, 0x0d]);

/** The escapes that `JSON.stringify` writes: of what has no other form. */
function checkEscape(bytes: Uint8Array, at: number): number {
  if (shortEscapes.has(bytes[at] ?? 0)) return at + 1;
  const unit = escapedUnit(bytes, at);
  if (unit === undefined) return notCanonical;
  if (unit < byte.space) return shortened.has(unit) ? notCanonical : at + 5;
  if (unit < 0xd800 || unit > 0xdfff) return notCanonical;
  // Half a surrogate pair stays escaped; a whole one has a character of its own.
  const next = unit < 0xdc00 && bytes[at + 5] === byte.backslash && escapedUnit(bytes, at + 6);
  return next && next >= 0xdc00 && next <= 0xdfff ? notCanonical : at + 5;
}

/** The UTF-16 unit of `uXXXX`, in small letters. */
function escapedUnit(bytes: Uint8Array, at: number): number | undefined {
  const text = Buffer.from(bytes.subarray(at, at + 5)).toString('latin1');
  return /^u[0-9a-f]{4}$/.test(text) ? Number.parseInt(text.slice(1), 16) : undefined;
}

/** The type of the value whose opening brace stands at an offset. */
export function checkType(bytes: Uint8Array, at: number): TypeIndex {
  if (bytes[at] !== byte.openBrace || bytes[at + 1] !== byte.quote) return notCanonical;
  const [first, second] = [bytes[at + 2], bytes[at + 3]];
  if (second === byte.quote && bytes[at + 4] === byte.colon) {
    if (first === letter.s) return S;
    if (first === letter.n) return N;
    if (first === letter.b) return B;
    if (first === letter.m) return M;
    return first === letter.l ? L : notCanonical;
  }
  if (second === letter.s && bytes[at + 4] === byte.quote && bytes[at + 5] === byte.colon) {
    if (first === letter.s) return SS;
    if (first === letter.n) return NS;
    return first === letter.b ? BS : notCanonical;
  }
  if (standsAt(bytes, at + 2, boolName)) return BOOL;
  return standsAt(bytes, at + 2, nullName) ? NULL : notCanonical;
}

/** Where the content of a value of each type begins, counted from its opening brace. */
export const contentOffset: Uint8Array = Uint8Array.from(
  attributeTypes,
  (type) => `{"${type}":`.length,
);

/** A value of a known type, its opening brace at an offset. */
export function checkValue(bytes: Uint8Array, at: number, type: TypeIndex, depth = 0): number {
  const content = at + (contentOffset[type] ?? 0);
  if (type <= B) {
    if (bytes[content] !== byte.quote) return notCanonical;
    return closed(bytes, checkString(bytes, content + 1));
  }
  if (type === BOOL || type === NULL) {
    if (standsAt(bytes, content, trueContent)) return content + trueContent.length;
    const isFalse = type === BOOL && standsAt(bytes, content, falseContent);
    return isFalse ? content + falseContent.length : notCanonical;
  }
  if (depth === maximumDepth) return notCanonical;
  if (type === M) return closed(bytes, checkMap(bytes, content, depth + 1));
  return closed(bytes, checkArray(bytes, content, type === L ? depth + 1 : strings));
}

function closed(bytes: Uint8Array, end: number): number {
  return end !== notCanonical && bytes[end] === byte.closeBrace ? end + 1 : notCanonical;
}

function checkMap(bytes: Uint8Array, at: number, depth: number): number {
  if (bytes[at] !== byte.openBrace) return notCanonical;
  if (bytes[at + 1] === byte.closeBrace) return at + 2;
  for (let place = at + 1; ; place += 1) {
    if (bytes[place] !== byte.quote) return notCanonical;
    const name = checkString(bytes, place + 1);
    if (name === notCanonical || bytes[name] !== byte.colon) return notCanonical;
    const type = checkType(bytes, name + 1);
    place = type === notCanonical ? notCanonical : checkValue(bytes, name + 1, type, depth);
    if (place === notCanonical) return notCanonical;
    if (bytes[place] === byte.closeBrace) return place + 1;
    if (bytes[place] !== byte.comma) return notCanonical;
  }
}

/** Stands for the depth where the elements are the strings of a set. */
const strings = -1;

function checkArray(bytes: Uint8Array, at: number, depth: number): number {
  if (bytes[at] !== byte.openBracket) return notCanonical;
  if (bytes[at + 1] === byte.closeBracket) return at + 2;
  for (let place = at + 1; ; place += 1) {
    place = depth === strings ? checkMember(bytes, place) : checkElement(bytes, place, depth);
    if (place === notCanonical) return notCanonical;
    if (bytes[place] === byte.closeBracket) return place + 1;
    if (bytes[place] !== byte.comma) return notCanonical;
  }
}

function checkMember(bytes: Uint8Array, at: number): number {
  return bytes[at] === byte.quote ? checkString(bytes, at + 1) : notCanonical;
}

function checkElement(bytes: Uint8Array, at: number, depth: number): number {
  const type = checkType(bytes, at);
  return type === notCanonical ? notCanonical : checkValue(bytes, at, type, depth);
}
