import type { ByteSearch } from './byte-search.ts';
import { foldCode } from './fold-case.ts';

/** Makes a search in UTF-8 for a text that `foldCase` has folded, without regard to case. */
export function createCharacterSearch(folded: string): ByteSearch {
  const wanted = Uint32Array.from(folded, (character) => character.codePointAt(0) ?? 0);
  const first = wanted[0] ?? 0;

  function standsAt(bytes: Uint8Array, from: number, to: number): boolean {
    let at = from;
    for (let index = 0; index < wanted.length; index += 1) {
      if (at >= to || foldCode(codeAt(bytes, at)) !== wanted[index]) return false;
      at += lengthAt(bytes, at);
    }
    return true;
  }

  return (bytes, from, to) => {
    for (let at = from; at < to; at += lengthAt(bytes, at)) {
      // Nothing of ASCII is the small letter of anything else, nor the other way round.
      if (first >= 0x80 && (bytes[at] ?? 0) < 0x80) continue;
      if (standsAt(bytes, at, to)) return at;
    }
    return -1;
  };
}

/** How many bytes the character that begins at an offset has. */
function lengthAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0xc0) return 1;
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
}

function codeAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0xc0) return first;
  const second = (bytes[at + 1] ?? 0) & 0x3f;
  if (first < 0xe0) return ((first & 0x1f) << 6) | second;
  const third = (bytes[at + 2] ?? 0) & 0x3f;
  if (first < 0xf0) return ((first & 0x0f) << 12) | (second << 6) | third;
  return ((first & 0x07) << 18) | (second << 12) | (third << 6) | ((bytes[at + 3] ?? 0) & 0x3f);
}
