import { byte } from '../../transfer/reading/json-bytes.ts';
import { B, BOOL, BS, L, M, N, NS, NULL, S, SS } from './canonical-json.ts';
import type { TypeIndex } from './canonical-json.ts';

// These walk over rows as they are kept, which `canonical-json.ts` has checked: nothing is checked
// again. An offset is answered for each; -1 for what is not there.

/** A string's end, from the offset after its opening quote. */
export function endOfString(bytes: Uint8Array, at: number): number {
  for (let place = at; ; place += 1) {
    const value = bytes[place] ?? byte.quote;
    if (value === byte.quote) return place + 1;
    if (value === byte.backslash) place += 1;
  }
}

/** A value's end, from its opening brace. */
export function endOfValue(bytes: Uint8Array, at: number): number {
  // The types of one letter that hold a string are nearly all there is.
  if (bytes[at + 3] === byte.quote && bytes[at + 5] === byte.quote) {
    return endOfString(bytes, at + 6) + 1;
  }
  return endOfNested(bytes, at);
}

/** The end of what begins with a brace or a bracket. */
export function endOfNested(bytes: Uint8Array, at: number): number {
  let depth = 0;
  for (let place = at; ; place += 1) {
    const value = bytes[place];
    if (value === byte.quote) place = endOfString(bytes, place + 1) - 1;
    else if (value === byte.openBrace || value === byte.openBracket) depth += 1;
    else if (value === byte.closeBrace || value === byte.closeBracket) {
      depth -= 1;
      if (depth === 0) return place + 1;
    } else if (value === undefined) return place;
  }
}

/** An attribute's name as it stands in every row that has it. */
export function encodeName(name: string): Uint8Array {
  return Buffer.from(`${JSON.stringify(name)}:`, 'utf8');
}

/** Where the value of an attribute begins in the row from `start` to `end`; -1 where it has none. */
export function findValue(bytes: Uint8Array, start: number, end: number, name: Uint8Array): number {
  let place = start + 1;
  while (place < end - 1) {
    let same = 0;
    while (same < name.length && bytes[place + same] === name[same]) same += 1;
    if (same === name.length) return place + same;
    const value = endOfString(bytes, place + 1) + 1;
    place = endOfValue(bytes, value) + 1;
  }
  return -1;
}

/** The type of the value whose opening brace stands at an offset. */
export function typeAt(bytes: Uint8Array, at: number): TypeIndex {
  const isSet = bytes[at + 4] === byte.quote;
  switch (bytes[at + 2]) {
    case 0x53:
      return isSet ? SS : S;
    case 0x42:
      if (bytes[at + 3] === 0x4f) return BOOL;
      return isSet ? BS : B;
    case 0x4e:
      if (bytes[at + 3] === 0x55) return NULL;
      return isSet ? NS : N;
    case 0x4d:
      return M;
    default:
      return L;
  }
}

/** How many parts a list, set or map has, from the bracket or brace that opens it. */
export function countParts(bytes: Uint8Array, at: number): number {
  const next = bytes[at + 1];
  if (next === byte.closeBrace || next === byte.closeBracket) return 0;
  const isMap = bytes[at] === byte.openBrace;
  let count = 0;
  for (let place = at + 1; ; place += 1) {
    count += 1;
    if (isMap) place = endOfString(bytes, place + 1) + 1;
    place = bytes[place] === byte.quote ? endOfString(bytes, place + 1) : endOfValue(bytes, place);
    if (bytes[place] !== byte.comma) return count;
  }
}
