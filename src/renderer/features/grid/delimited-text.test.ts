import { array, assert, constantFrom, integer, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDelimited, printCsv, printTsv } from './delimited-text.ts';

const pieces = constantFrom('a', '"', '""', '\t', '\n', '\r', '\r\n', ',', ' ', '1', 'ü', '=1');
const cell = oneof(
  string({ maxLength: 6 }),
  array(pieces, { maxLength: 6 }).map((parts) => parts.join('')),
);
const cells = integer({ min: 1, max: 4 }).chain((width) =>
  array(array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
);

it('reads back every block of cells that was printed with tabs', () => {
  assert(
    property(cells, (block) => {
      expect(parseDelimited(printTsv(block))).toEqual(block);
    }),
  );
});

it('reads back every block of cells that was printed as CSV', () => {
  assert(
    property(cells, (block) => {
      expect(parseDelimited(printCsv(block), ',')).toEqual(block);
    }),
  );
});

describe('what spreadsheets print', () => {
  it('has a break at its end, and rows with CR LF', () => {
    expect(parseDelimited('a\tb\r\n1\t2\r\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('quotes what has breaks in it', () => {
    expect(parseDelimited('"two\nlines ""so"""\tb')).toEqual([['two\nlines "so"', 'b']]);
  });

  it('has quotes that are just characters', () => {
    expect(parseDelimited('a "b" c\t"')).toEqual([['a "b" c', '"']]);
    expect(parseDelimited('"a" b\tc')).toEqual([['"a" b', 'c']]);
  });

  it('may be empty', () => {
    expect(parseDelimited('')).toEqual([['']]);
    expect(parseDelimited('\t\n\t')).toEqual([
      ['', ''],
      ['', ''],
    ]);
  });
});

it('prints CSV after RFC 4180', () => {
  expect(
    printCsv([
      ['a', 'b,c', 'd"e', 'f\ng'],
      ['', '', '', ''],
    ]),
  ).toBe('a,"b,c","d""e","f\ng"\r\n,,,\r\n');
});
