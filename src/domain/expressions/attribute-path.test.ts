import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryName } from '../testing/arbitrary-item.ts';
import { parseAttributePath, printAttributePath } from './attribute-path.ts';

test.each([
  ['title', ['title']],
  ['info.tags[2]', ['info', 'tags', 2]],
  [' a . b [ 0 ] [1]', ['a', 'b', 0, 1]],
  ['Order total.net', ['Order total', 'net']],
  ['"a.b".c', ['a.b', 'c']],
  [String.raw`"say \"hi\" \\".x`, [String.raw`say "hi" \ `.trimEnd(), 'x']],
  ['#n', ['#n']],
  ['größe.😀', ['größe', '😀']],
  ['__proto__', ['__proto__']],
])('%s', (text, path) => {
  expect(parseAttributePath(text)).toEqual(path);
});

test('what is printed is read as the same path, whatever the names', () => {
  const element = fc.oneof(arbitraryName(), fc.nat({ max: 999_999_999 }));
  fc.assert(
    fc.property(arbitraryName(), fc.array(element, { maxLength: 4 }), (first, rest) => {
      const path = [first, ...rest];
      expect(parseAttributePath(printAttributePath(path))).toEqual(path);
    }),
    { numRuns: 5_000 },
  );
});

test.each([
  ['', 'Attribute path, character 1: expected an attribute name'],
  ['a.', 'Attribute path, character 3: expected an attribute name'],
  ['a..b', 'Attribute path, character 3: expected an attribute name'],
  ['[0]', 'Attribute path, character 1: expected an attribute name'],
  [
    'a[x]',
    'Attribute path, character 2: expected the number of a list element in brackets, such as [0]',
  ],
  ['"a', 'Attribute path, character 1: the quote is not closed'],
  [
    'a]',
    'Attribute path, character 2: expected ".", "[" or the end. A name that holds dots, brackets or quotes is written in quotes: "a.b"',
  ],
])('%s is refused', (text, message) => {
  expect(() => parseAttributePath(text)).toThrow(message);
});
