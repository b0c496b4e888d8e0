import { describe, expect, it } from 'vitest';
import { hexLines, utf8Text } from './hex-dump.ts';
import { looksLikeJson, prettyJson } from './pretty-json.ts';

describe('prettyJson', () => {
  it('keeps every digit, and the names in their order', () => {
    const text = '{"b":12345678901234567890.10,"a":[true,null,"x\\n",{}],"__proto__":1e5}';
    expect(prettyJson(text)).toBe(
      `{
  "b": 12345678901234567890.10,
  "a": [
    true,
    null,
    "x\\n",
    {}
  ],
  "__proto__": 1e5
}`,
    );
  });
  it.each(['{"a":', 'plain', ''])('is nothing for %j', (text) => {
    expect(prettyJson(text)).toBeUndefined();
  });
  it.each([
    ['{"a":1}', true],
    [' [1]\n', true],
    ['[1}', false],
    ['{', false],
    ['abc', false],
  ])('%j looks like JSON: %s', (text, looks) => {
    expect(looksLikeJson(text)).toBe(looks);
  });
});

describe('hexLines', () => {
  it('shows sixteen bytes a line, the last one as it is', () => {
    const bytes = new TextEncoder().encode('Sortkey reads bytes\n');
    expect(hexLines(bytes)).toEqual([
      {
        offset: '0000',
        hex: '53 6f 72 74 6b 65 79 20 72 65 61 64 73 20 62 79',
        text: 'Sortkey reads by',
      },
      { offset: '0010', hex: '74 65 73 0a', text: 'tes·' },
    ]);
    expect(hexLines(new Uint8Array())).toEqual([]);
  });
});

describe('utf8Text', () => {
  it.each([
    ['bytes that are text', [0xc3, 0xa9, 0x0a], 'é\n'],
    ['bytes that are none', [0xff, 0xfe], undefined],
    ['control characters', [0x00, 0x41], undefined],
    ['no bytes', [], undefined],
  ])('%s', (_, bytes, text) => {
    expect(utf8Text(Uint8Array.from(bytes))).toBe(text);
  });
});
