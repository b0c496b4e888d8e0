/** What must follow the first byte of a character: how many bytes, and the range of the next. */
export type Utf8Sequence = {
  readonly following: number;
  readonly low: number;
  readonly high: number;
};

/**
 * What must follow a first byte of 0x80 and above, by the table of well-formed UTF-8 in Unicode
 * (which leaves out overlong forms and surrogates); undefined where no character begins so.
 */
export function utf8Sequence(first: number): Utf8Sequence | undefined {
  if (first < 0xc2 || first > 0xf4) return undefined;
  if (first <= 0xdf) return { following: 1, low: 0x80, high: 0xbf };
  if (first <= 0xef) {
    return { following: 2, low: first === 0xe0 ? 0xa0 : 0x80, high: first === 0xed ? 0x9f : 0xbf };
  }
  return { following: 3, low: first === 0xf0 ? 0x90 : 0x80, high: first === 0xf4 ? 0x8f : 0xbf };
}
