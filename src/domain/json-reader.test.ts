import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonNodeToValue } from './json-node.ts';
import { JsonSyntaxError, readJson } from './json-reader.ts';

function syntaxError(text: string): JsonSyntaxError {
  try {
    readJson(text);
  } catch (error) {
    if (error instanceof JsonSyntaxError) return error;
  }
  throw new Error(`No syntax error in ${text}`);
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function refusal(text: string): string | undefined {
  try {
    readJson(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : 'unknown';
  }
}

const jsonText = fc.tuple(fc.jsonValue(), fc.constantFrom(0, 1, 2)).map(([value, indent]) => {
  return JSON.stringify(value, undefined, indent);
});

describe('readJson', () => {
  it('reads the value that JSON.parse reads', () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        expect(JSON.stringify(jsonNodeToValue(readJson(text)))).toBe(
          JSON.stringify(JSON.parse(text)),
        );
      }),
    );
  });

  it('refuses what JSON.parse refuses, and takes what it takes but for doubled names', () => {
    const visible = '{ } [ ] , : "a" "b" 1 - 01 1. .5 1e5 2E-3 true false null True \\ " [1, {"a":';
    const piece = fc.constantFrom(
      ...visible.split(' '),
      ' ',
      '\n',
      '\u00a0',
      "'",
      '"\\u00e9"',
      '"\\x"',
      '"\u0001"',
    );
    const broken = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    const damaged = fc
      .tuple(jsonText, fc.nat(), piece)
      .map(([text, at, other]) => text.slice(0, at % (text.length + 1)) + other);
    fc.assert(
      fc.property(fc.oneof(jsonText, broken, damaged), (text) => {
        const reason = refusal(text);
        if (reason?.includes('is twice in one object')) return;
        expect(reason === undefined).toBe(parses(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps every digit of a number', () => {
    const text = '12345678901234567890.1234567890e-7';
    expect(readJson(` ${text} `)).toEqual({ kind: 'number', offset: 1, text });
    expect(readJson('1e400')).toEqual({ kind: 'number', offset: 0, text: '1e400' });
  });

  it('treats no name as special', () => {
    const text = '{"__proto__":{"a":1},"constructor":2,"":3}';
    const node = readJson(text);
    expect(node.kind === 'object' && node.members.map(({ name }) => name)).toEqual([
      '__proto__',
      'constructor',
      '',
    ]);
    expect(JSON.stringify(jsonNodeToValue(node))).toBe(text);
  });

  it('passes over a byte order mark', () => {
    expect(readJson('\ufeff[]')).toEqual({ kind: 'array', offset: 1, elements: [] });
  });

  it('refuses nesting that would exhaust the stack', () => {
    expect(syntaxError('['.repeat(100_000)).message).toBe('Nested deeper than 500 levels.');
    expect(() => readJson('['.repeat(400) + ']'.repeat(400))).not.toThrow();
  });
});

describe('a syntax error', () => {
  it.each([
    ['', 1, 1, 'Expected a value, found the end of the text.'],
    ['{"a": 1,\n "b": 2\n "c": 3}', 3, 2, 'Expected , or } after the value of "b", found ".'],
    ['[\r\n1 2]', 2, 3, 'Expected , or ] after a list element, found 2.'],
    ['{"a": 1,}', 1, 9, 'There is a comma before the closing }.'],
    ['[1,\r]', 2, 1, 'There is a comma before the closing ].'],
    ["{'a': 1}", 1, 2, "Expected a name in double quotes, found a single quote (')."],
    ['{a: 1}', 1, 2, 'Expected a name in double quotes, found a.'],
    ['{"a" 1}', 1, 6, 'Expected : after the name "a", found 1.'],
    ['{"a": True}', 1, 7, 'Expected a value, found True.'],
    ['{"a": nul}', 1, 7, 'Expected a value, found nul.'],
    ['[NaN]', 1, 2, 'Expected a value, found NaN.'],
    ['[007]', 1, 2, '007 is not a number of JSON (a number of JSON does not begin with 0).'],
    ['[1.]', 1, 2, '1. is not a number of JSON.'],
    ['"a', 1, 1, 'The text ends inside of a string.'],
    ['"a\nb"', 1, 3, 'A string holds the character U+000A, which must be escaped.'],
    ['"\\q"', 1, 2, 'A string holds "\\\\q", which is no escape of JSON.'],
    ['{} {}', 1, 4, 'Expected the end of the text, found {.'],
    ['{"a":1,\n"a":2}', 2, 1, 'The name "a" is twice in one object.'],
  ])('in %j stands at line %i, column %i', (text, line, column, message) => {
    const error = syntaxError(text);
    expect({ line: error.line, column: error.column, message: error.message }).toEqual({
      line,
      column,
      message,
    });
  });
});
