import { expect, test } from 'vitest';
import type { UpdateRow } from './builder-rows.ts';
import { buildUpdateExpression } from './update-builder.ts';

const path = ['info', 'rating'];
const value = { value: { N: '1' } };
const start = { N: '0' };
const set = { value: { SS: ['a'] } };

test.each<[UpdateRow, string]>([
  [{ path, operation: 'SET', operand: value }, 'SET #info.#rating = :rating'],
  [{ path, operation: 'SET', operand: { path: ['old'] } }, 'SET #info.#rating = #old'],
  [{ path, operation: 'SET +', operand: value }, 'SET #info.#rating = #info.#rating + :rating'],
  [
    { path, operation: 'SET -', operand: value, startFrom: start },
    'SET #info.#rating = if_not_exists(#info.#rating, :rating2) - :rating',
  ],
  [
    { path, operation: 'SET list_append', operand: value },
    'SET #info.#rating = list_append(#info.#rating, :rating)',
  ],
  [
    { path, operation: 'SET list_prepend', operand: value },
    'SET #info.#rating = list_append(:rating, #info.#rating)',
  ],
  [
    { path, operation: 'SET if_not_exists', operand: value },
    'SET #info.#rating = if_not_exists(#info.#rating, :rating)',
  ],
  [{ path, operation: 'REMOVE' }, 'REMOVE #info.#rating'],
  [{ path, operation: 'ADD', operand: value }, 'ADD #info.#rating :rating'],
  [{ path, operation: 'DELETE', operand: set }, 'DELETE #info.#rating :rating'],
])('a row %#', (row, expression) => {
  expect(buildUpdateExpression([row]).expression).toBe(expression);
});

test('rows of the same clause are put together', () => {
  expect(
    buildUpdateExpression([
      { path: ['a'], operation: 'SET', operand: value },
      { path: ['b'], operation: 'REMOVE' },
      { path: ['c d'], operation: 'SET +', operand: value },
      { path: ['e'], operation: 'REMOVE' },
    ]),
  ).toEqual({
    expression: 'SET #a = :a, #n1 = #n1 + :v1 REMOVE #b, #e',
    names: { '#a': 'a', '#n1': 'c d', '#b': 'b', '#e': 'e' },
    values: { ':a': { N: '1' }, ':v1': { N: '1' } },
  });
});

test('no rows are a blank expression', () => {
  expect(buildUpdateExpression([])).toEqual({ expression: '', names: {}, values: {} });
});

test.each<[UpdateRow, string]>([
  [{ path, operation: 'SET +' }, 'SET + needs a value for "info.rating".'],
  [
    { path, operation: 'ADD', operand: { path: ['x'] } },
    'ADD takes a value, not another attribute.',
  ],
  [{ path: [], operation: 'REMOVE' }, 'Choose an attribute: its name is missing.'],
])('a row that is not filled in is refused: %#', (row, message) => {
  expect(() => buildUpdateExpression([row])).toThrow(message);
});
