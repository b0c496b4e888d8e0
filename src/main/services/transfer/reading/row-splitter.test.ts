import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FileSyntaxError } from './file-syntax-error.ts';
import { createRowSplitter } from './row-splitter.ts';
import { rowText } from './row-text.ts';

const maximumRowBytes = 20_000;

/** The rows of a file that arrives in pieces of so many bytes. */
function split(file: string | Uint8Array, pieceLength = Infinity) {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  const splitter = createRowSplitter({ maximumRowBytes });
  const rows = [];
  for (let at = 0; at < bytes.length; at += pieceLength) {
    rows.push(...splitter.push(bytes.subarray(at, at + pieceLength)));
  }
  rows.push(...splitter.end());
  return rows.map(({ bytes: text, ...row }) => ({ ...row, text: text && rowText(text) }));
}

/** `line:column message` of what is wrong with a file. */
function problem(file: string | Uint8Array, pieceLength?: number): string {
  try {
    split(file, pieceLength);
    return 'nothing is wrong';
  } catch (error) {
    if (!(error instanceof FileSyntaxError)) throw error;
    return `${error.line}:${error.column} ${error.message}`;
  }
}

const sample =
  '\ufeff[\r\n  {"a\\"]": "é[🗝️", "n": -1.5e+10},\r\n  {"a":[[],{}]},7, "x" ,true,null\n]\n';

describe('the row splitter', () => {
  it('gives each element of an array with its place', () => {
    const texts = ['{"a\\"]": "é[🗝️", "n": -1.5e+10}', '{"a":[[],{}]}', '7', '"x"', 'true', 'null'];
    const rows = split(sample);
    expect(rows.map((row) => row.text)).toEqual(texts);
    expect(rows.map(({ row, line, depth, names }) => [row, line, depth, names])).toEqual([
      [1, 2, 1, 2],
      [2, 3, 3, 1],
      [3, 3, 0, 0],
      [4, 3, 0, 0],
      [5, 3, 0, 0],
      [6, 3, 0, 0],
    ]);
    const bytes = Buffer.from(sample);
    expect(rows.map(({ start, end }) => bytes.subarray(start, end).toString())).toEqual(texts);
  });

  it('gives values one after the other, with or without line breaks', () => {
    const rows = split('{"a":1}\n\n{"b":\n2}{"c":3} 12');
    expect(rows.map(({ row, line, text }) => [row, line, text])).toEqual([
      [1, 1, '{"a":1}'],
      [2, 3, '{"b":\n2}'],
      [3, 4, '{"c":3}'],
      [4, 4, '12'],
    ]);
  });

  it.each([1, 2, 3, 5, 7])('gives the same rows from pieces of %i bytes', (pieceLength) => {
    expect(split(sample, pieceLength)).toEqual(split(sample));
  });

  it('gives the same rows wherever the file is cut in two', () => {
    const bytes = Buffer.from(sample);
    for (let at = 0; at <= bytes.length; at += 1) {
      const splitter = createRowSplitter({ maximumRowBytes });
      const rows = [bytes.subarray(0, at), bytes.subarray(at)].flatMap((part) =>
        splitter.push(part),
      );
      expect(rows.map((row) => row.bytes && rowText(row.bytes))).toEqual(
        split(sample).map((row) => row.text),
      );
    }
  });

  it('keeps no text of a row that is too long, and goes on after it', () => {
    const long = `[{"a":"${'x'.repeat(maximumRowBytes)}"},{"b":1}]`;
    for (const pieceLength of [Infinity, 1_000]) {
      expect(split(long, pieceLength).map((row) => row.text)).toEqual([undefined, '{"b":1}']);
    }
  });

  it.each([
    ['', '1:1 the file is empty'],
    [' \n ', '2:2 the file is empty'],
    [
      'hello',
      '1:1 expected a JSON array of objects, or JSON objects one after the other, found "h"',
    ],
    ['"a"', `1:1 expected a JSON array of objects, or JSON objects one after the other, found '"'`],
    ['[\n{"a":1}\n{"b":2}]', '3:1 expected "," or "]" after an array element, found "{"'],
    ['[\n{"é🗝":1}x]', '2:9 expected "," or "]" after an array element, found "x"'],
    ['[1,]', '1:4 expected a value after "," in an array, found "]"'],
    ['[,1]', '1:2 expected a value or "]" in an array, found ","'],
    ['{"a":1,}', '1:8 expected a member name in double quotes after "," in an object, found "}"'],
    ["{'a':1}", `1:2 expected a member name in double quotes or "}" in an object, found "'"`],
    ['{"a" 1}', '1:6 expected ":" after a member name, found "1"'],
    ['{"a":\n}', '2:1 expected a value after ":" in an object, found "}"'],
    ['{"a":[1}', '1:8 expected "," or "]" after an array element, found "}"'],
    ['{"a":1]', '1:7 expected "," or "}" after an object member, found "]"'],
    ['{"a":True}', '1:6 expected a value after ":" in an object, found "T"'],
    ['{"a":tRue}', '1:7 expected true, found "R"'],
    ['{"a":01}', '1:7 expected "," or "}" after an object member, found "1"'],
    ['{"a":1.}', '1:8 expected a digit in a number, found "}"'],
    ['{"a":-\n}', '1:7 expected a digit in a number, found the end of the line'],
    ['{"a":NaN}', '1:6 expected a value after ":" in an object, found "N"'],
    ['{"a":"b\nc"}', '1:8 a string holds the end of the line; write it as an escape such as \\n'],
    ['{"a":"\\x"}', '1:8 expected an escape such as \\n or \\\\, found "x"'],
    ['{"a":"\\u00g0"}', '1:11 expected a digit 0 to f after \\u, found "g"'],
    [
      '{"a":“b”}',
      '1:6 expected a value after ":" in an object, found a character beyond ASCII (byte 0xE2)',
    ],
    ['{"a":1},\n{"b":2}', '1:8 expected another object, or the end of the file, found ","'],
    [
      '[{"a":1}]\n[{"b":2}]',
      '2:1 expected nothing more after the array that the file holds, found "["',
    ],
    ['[{"a":1},\n{"b":"two', '2:10 the file ends within a string; row 2 began on line 2'],
    ['[{"a":1},\n', '2:1 the file ends within an array'],
    ['{"a":1}\n{"b":[1,2', '2:10 the file ends within an array; row 2 began on line 2'],
    ['{"a":', '1:6 the file ends within an object; row 1 began on line 1'],
  ])('says what is wrong with %j', (file, message) => {
    expect(problem(file)).toBe(message);
    expect(problem(file, 1)).toBe(message);
  });

  it('takes no file that is nested without end', () => {
    expect(problem('['.repeat(10_000))).toMatch(/^1:10001 the file ends within an array/);
    const message = '1:10001 nested more than 10,000 levels deep';
    expect(problem('['.repeat(10_001))).toBe(message);
  });

  it.each([
    [[0xff, 0xfe, 0x5b, 0], '1:1 the file is UTF-16; save it as UTF-8'],
    [[0x1f, 0x8b, 8], '1:1 the file is compressed (gzip); unpack it first'],
    [[0xef, 0xbb, 0x5b], '1:1 the file begins with half a byte order mark, found "["'],
    [[0x5b, 0x22, 0xff], '1:3 the file is not UTF-8, found byte 0xFF; save it as UTF-8'],
    [[0x5b, 0x22, 0xc3, 0x28], '1:3 the file is not UTF-8, found byte 0xC3; save it as UTF-8'],
    [
      [0x5b, 0x22, 0xed, 0xa0, 0x80],
      '1:3 the file is not UTF-8, found byte 0xED; save it as UTF-8',
    ],
    [
      [0x5b, 0x22, 0xc3, 0xa9, 0xf0, 0x9f, 0x97, 0x22],
      '1:4 the file is not UTF-8, found byte 0xF0; save it as UTF-8',
    ],
    [[0x5b, 0x22, 0xc0, 0x80], '1:3 the file is not UTF-8, found byte 0xC0; save it as UTF-8'],
    [[0x5b, 0x22, 0xf4, 0x90], '1:3 the file is not UTF-8, found byte 0xF4; save it as UTF-8'],
  ])('says what is wrong with the bytes %j', (bytes, message) => {
    expect(problem(Uint8Array.from(bytes))).toBe(message);
    expect(problem(Uint8Array.from(bytes), 1)).toBe(message);
  });

  it('takes an array exactly if JSON.parse takes it, and cuts it as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), brokenBy, (value, breakIt) => {
        const text = breakIt(JSON.stringify(value, null, 1));
        const parsed = tryParse(text);
        if (Array.isArray(parsed)) {
          const rows = split(text, 3).map((row) => JSON.stringify(JSON.parse(row.text ?? '')));
          expect(rows).toEqual(parsed.map((element) => JSON.stringify(element)));
        } else if (parsed === undefined && text.startsWith('[')) {
          expect(problem(text, 3)).toMatch(/^\d+:\d+ /);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('takes bytes as UTF-8 exactly if the platform does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ min: 0x80, minLength: 1, maxLength: 8 }), (bytes) => {
        const file = Buffer.concat([Buffer.from('["'), bytes, Buffer.from('"]')]);
        let valid = true;
        try {
          new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        } catch {
          valid = false;
        }
        expect(problem(file, 2) === 'nothing is wrong').toBe(valid);
      }),
      { numRuns: 1_000 },
    );
  });
});

/** Leaves a text alone, or replaces one character by one that matters to JSON. */
const brokenBy = fc.oneof(
  fc.constant((text: string) => text),
  fc
    .tuple(
      fc.nat(),
      fc.constantFrom('[', ']', '{', '}', ',', ':', '"', '\\', '0', '-', '.', 'e', '\n', ''),
    )
    .map(([place, by]) => (text: string) => {
      const at = place % (text.length + 1);
      return text.slice(0, at) + by + text.slice(at + 1);
    }),
);

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
