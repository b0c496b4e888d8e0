import { byte, describeByte, isHexDigit, isShortEscape, plainInString } from './json-bytes.ts';
import type { FilePlace } from './file-place.ts';
import { utf8Sequence } from './utf8.ts';

/** Reads the inside of strings, over the ends of chunks. */
export type StringScanner = {
  /**
   * Reads on from a place inside a string. Answers the place after the closing quote, or -1 where
   * the chunk ends first.
   */
  scan(chunk: Uint8Array, from: number): number;
};

/** Checks escapes, and every character against the grammar of UTF-8. */
export function createStringScanner(place: FilePlace): StringScanner {
  let escaped: 'no' | 'yes' | 'unicode' = 'no';
  let hexDigitsLeft = 0;
  /** Of a character of several bytes: how many are still to come, and the range of the next. */
  let following = 0;
  let first = 0;
  let low = 0;
  let high = 0;

  function notUtf8(value: number, index: number): never {
    return place.fail(`the file is not UTF-8, found byte ${hex(value)}; save it as UTF-8`, index);
  }

  function beginCharacter(value: number, index: number): void {
    const sequence = utf8Sequence(value);
    if (sequence === undefined) notUtf8(value, index);
    first = value;
    ({ following, low, high } = sequence);
  }

  function continueCharacter(value: number, index: number): void {
    // The place to show is that of the character; its further bytes took no column.
    if (value < low || value > high) notUtf8(first, index - 1);
    place.continuation();
    following -= 1;
    low = 0x80;
    high = 0xbf;
  }

  function escape(value: number, index: number): void {
    if (escaped === 'unicode') {
      if (!isHexDigit(value)) {
        place.fail(`expected a digit 0 to f after \\u, found ${describeByte(value)}`, index);
      }
      hexDigitsLeft -= 1;
      if (hexDigitsLeft === 0) escaped = 'no';
    } else if (value === byte.smallU) {
      escaped = 'unicode';
      hexDigitsLeft = 4;
    } else if (isShortEscape(value)) escaped = 'no';
    else place.fail(`expected an escape such as \\n or \\\\, found ${describeByte(value)}`, index);
  }

  return {
    scan(chunk, from) {
      let index = from;
      while (index < chunk.length) {
        if (following === 0 && escaped === 'no') {
          index = skipPlain(chunk, index);
          if (index === chunk.length) return -1;
        }
        const value = chunk[index] as number;
        if (following > 0) continueCharacter(value, index);
        else if (escaped !== 'no') escape(value, index);
        else if (value === byte.quote) return index + 1;
        else if (value === byte.backslash) escaped = 'yes';
        else if (value >= 0x80) beginCharacter(value, index);
        else
          place.fail(
            `a string holds ${describeByte(value)}; write it as an escape such as \\n`,
            index,
          );
        index += 1;
      }
      return -1;
    },
  };
}

/** The place of the first byte that needs a thought; most bytes of a file need none. */
function skipPlain(chunk: Uint8Array, from: number): number {
  let index = from;
  while (index < chunk.length && plainInString[chunk[index] as number] === 1) index += 1;
  return index;
}

function hex(value: number): string {
  return `0x${value.toString(16).toUpperCase()}`;
}
