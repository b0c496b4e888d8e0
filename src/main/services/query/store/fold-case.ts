/**
 * A text for comparing without regard to case: each of its characters as its small letter, without
 * regard to its neighbours. No letter beyond ASCII becomes one of ASCII, so that bytes can be
 * searched before text is.
 */
export function foldCase(text: string): string {
  const folded = text.toLowerCase();
  if (folded.length === text.length && !/[σς\u212a\u0130]/.test(text + folded)) return folded;
  return Array.from(text, foldCharacter).join('');
}

function foldCharacter(character: string): string {
  // U+212A (kelvin) and U+0130 have small letters of ASCII; a sigma at a word's end has its own.
  if (character === '\u212a' || character === '\u0130') return character;
  return character.toLowerCase().replace('ς', 'σ');
}

/** Of each character of the first plane: its code point folded. Made on first use. */
let foldedCodes: Uint16Array | undefined;

/** A character's code point, folded. */
export function foldCode(code: number): number {
  if (code > 0xffff) return foldCharacter(String.fromCodePoint(code)).codePointAt(0) ?? code;
  foldedCodes ??= Uint16Array.from({ length: 0x10000 }, (_, unit) =>
    foldCharacter(String.fromCharCode(unit)).charCodeAt(0),
  );
  return foldedCodes[code] ?? code;
}
