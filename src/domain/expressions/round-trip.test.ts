import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ExpressionError } from './expression-error.ts';
import { parseConditionExpression } from './parse-condition.ts';
import { parseProjectionExpression } from './parse-projection.ts';
import { parseUpdateExpression } from './parse-update.ts';
import { printConditionExpression } from './print-condition.ts';
import { printProjectionExpression, printUpdateExpression } from './print-update.ts';
import {
  arbitraryCondition,
  arbitraryProjection,
  arbitraryUpdate,
} from './testing/arbitrary-expression.ts';
import { withoutPositions } from './testing/resolve-tree.ts';

/** `expect` only for its message: it is too slow for tens of thousands of trees. */
function expectSame(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
}

test('a condition that is printed and parsed is the same tree, and prints the same', () => {
  fc.assert(
    fc.property(arbitraryCondition, (condition) => {
      const text = printConditionExpression(condition);
      const parsed = parseConditionExpression(text);
      expectSame(withoutPositions(parsed), withoutPositions(condition));
      expectSame(printConditionExpression(parsed), text);
    }),
    { numRuns: 10_000 },
  );
});

test('an update that is printed and parsed is the same tree, and prints the same', () => {
  fc.assert(
    fc.property(arbitraryUpdate, (update) => {
      const text = printUpdateExpression(update);
      const parsed = parseUpdateExpression(text);
      expectSame(withoutPositions(parsed), withoutPositions(update));
      expectSame(printUpdateExpression(parsed), text);
    }),
    { numRuns: 6_000 },
  );
});

test('a projection that is printed and parsed is the same tree', () => {
  fc.assert(
    fc.property(arbitraryProjection, (projection) => {
      const parsed = parseProjectionExpression(printProjectionExpression(projection));
      expectSame(withoutPositions(parsed), withoutPositions(projection));
    }),
    { numRuns: 4_000 },
  );
});

const space = fc.stringMatching(/^[ \t\r\n\u00a0]{1,3}$/);

test('space, the case of keywords and parentheses change nothing', () => {
  fc.assert(
    fc.property(arbitraryCondition, space, fc.nat({ max: 5 }), (condition, space, depth) => {
      const sloppy = printConditionExpression(condition)
        .replaceAll(/(?<![.#:])\b(?:AND|OR|NOT|BETWEEN|IN)\b/g, (word) => word.toLowerCase())
        .replaceAll(/[(),.[\]]/g, (symbol) => space + symbol + space)
        .replaceAll(' ', space);
      const text = '('.repeat(depth) + sloppy + ')'.repeat(depth);
      expectSame(withoutPositions(parseConditionExpression(text)), withoutPositions(condition));
    }),
    { numRuns: 2_000 },
  );
});

const pieces = fc.constantFrom(
  ...`( ) [ ] , . = <> < >= + - ! " 'x' # : 5 a #n :v ü 😀 0 AND or NOT BETWEEN IN size`.split(' '),
  ...'begins_with attribute_exists SET REMOVE add DELETE if_not_exists \ud800'.split(' '),
);

test('any text at all is parsed or refused with its place', () => {
  const text = fc.oneof(
    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(' ')),
    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  const parsers = [parseConditionExpression, parseUpdateExpression, parseProjectionExpression];
  let refused = 0;
  fc.assert(
    fc.property(text, (text) => {
      for (const parse of parsers) {
        try {
          parse(text);
        } catch (error) {
          if (!(error instanceof ExpressionError)) throw error;
          const { position = -1 } = error;
          expectSame(position >= 0 && position <= text.length, true);
          refused += 1;
        }
      }
    }),
    { numRuns: 4_000 },
  );
  expect(refused).toBeGreaterThan(1_000);
});
