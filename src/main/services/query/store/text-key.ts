import type { KeyBytes } from './key-bytes.ts';

/**
 * Writes a text so that the order of the bytes is DynamoDB's: that of its UTF-8. Half a surrogate
 * pair, which no UTF-8 holds, comes where `compareText` of the domain has it: the first half just
 * before the pairs that begin with it, the second half after every character.
 */
export function writeTextKey(key: KeyBytes, text: string): void {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0xd800 && code <= 0xdbff) {
      const [first = 0, second = 0, third = 0] = utf8(0x10000 + ((code - 0xd800) << 10));
      for (const value of [first, second, third, 0x7f]) key.push(value);
    } else if (code >= 0xdc00 && code <= 0xdfff) {
      key.push(0xf8);
      key.pushPair(code);
    } else if (code < 0x80) key.push(code);
    else for (const value of utf8(code)) key.push(value);
  }
}

const utf8 = (code: number): Uint8Array => Buffer.from(String.fromCodePoint(code), 'utf8');
