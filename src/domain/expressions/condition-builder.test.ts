import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryName } from '../testing/arbitrary-item.ts';
import { conditionOperators, type ConditionGroup, type ConditionRow } from './builder-rows.ts';
import { buildConditionExpression } from './condition-builder.ts';
import { parseConditionExpression } from './parse-condition.ts';
import { createPlaceholders } from './placeholders.ts';
import { sendableExpressions } from './sendable-expressions.ts';
import { buildUpdateExpression } from './update-builder.ts';

function all(...conditions: ConditionGroup['conditions']): ConditionGroup {
  return { kind: 'group', join: 'AND', conditions };
}

function row(operator: ConditionRow['operator'], ...operands: ConditionRow['operands']) {
  return { kind: 'row', path: ['info', 'tags', 2], operator, operands } as const;
}

const one = { value: { N: '1' } };
const two = { value: { N: '2' } };
const other = { path: ['other'] };

test.each([
  [row('=', one), '#info.#tags[2] = :tags'],
  [row('<>', other), '#info.#tags[2] <> #other'],
  [row('BETWEEN', one, two), '#info.#tags[2] BETWEEN :tags AND :tags2'],
  [row('IN', one, two, other), '#info.#tags[2] IN (:tags, :tags2, #other)'],
  [row('begins_with', { value: { S: 'x' } }), 'begins_with(#info.#tags[2], :tags)'],
  [row('contains', one), 'contains(#info.#tags[2], :tags)'],
  [row('attribute_exists'), 'attribute_exists(#info.#tags[2])'],
  [row('attribute_not_exists'), 'attribute_not_exists(#info.#tags[2])'],
  [row('attribute_type', { value: { S: 'SS' } }), 'attribute_type(#info.#tags[2], :tags)'],
  [{ ...row('>=', one), size: true }, 'size(#info.#tags[2]) >= :tags'],
  [{ ...row('contains', one), not: true }, 'NOT contains(#info.#tags[2], :tags)'],
] as const)('a row %#', (condition, expression) => {
  expect(buildConditionExpression(all(condition)).expression).toBe(expression);
});

test('groups, with names and values', () => {
  const any: ConditionGroup = {
    kind: 'group',
    join: 'OR',
    not: true,
    conditions: [
      { kind: 'row', path: ['year'], operator: '<', operands: [one] },
      { kind: 'row', path: ['größe'], operator: '>', operands: [two] },
    ],
  };
  const empty: ConditionGroup = { kind: 'group', join: 'OR', conditions: [] };
  expect(buildConditionExpression(all(any, empty, row('attribute_exists')))).toEqual({
    expression: 'NOT (#year < :year OR #n1 > :v1) AND attribute_exists(#info.#tags[2])',
    names: { '#year': 'year', '#n1': 'größe', '#info': 'info', '#tags': 'tags' },
    values: { ':year': { N: '1' }, ':v1': { N: '2' } },
  });
});

test('no rows are a blank expression', () => {
  expect(buildConditionExpression(all(all(), all(all())))).toEqual({
    expression: '',
    names: {},
    values: {},
  });
});

test('two builders of one request share placeholders, and the result can be sent', () => {
  const placeholders = createPlaceholders();
  const condition = buildConditionExpression(all(row('=', one)), placeholders);
  const update = buildUpdateExpression(
    [{ path: ['tags'], operation: 'SET', operand: two }],
    placeholders,
  );
  const sent = sendableExpressions({
    conditionExpression: condition.expression,
    updateExpression: update.expression,
    expressionAttributeNames: update.names,
    expressionAttributeValues: update.values,
  });
  expect(sent).toEqual({
    UpdateExpression: 'SET #tags = :tags2',
    ConditionExpression: '#info.#tags[2] = :tags',
    ExpressionAttributeNames: { '#info': 'info', '#tags': 'tags' },
    ExpressionAttributeValues: { ':tags': { N: '1' }, ':tags2': { N: '2' } },
  });
});

test('every operator over any names gives ASCII that parses and can be sent', () => {
  const name = arbitraryName().filter((name) => name !== '');
  const path = fc
    .tuple(name, fc.array(fc.oneof(name, fc.nat({ max: 99 })), { maxLength: 2 }))
    .map(([first, rest]) => [first, ...rest]);
  const rows = fc
    .tuple(path, fc.constantFrom(...conditionOperators), fc.boolean())
    .map(([path, { operator, minimumOperands }, not]): ConditionRow => {
      const operand = { value: { S: 'S' } };
      const operands = Array.from({ length: minimumOperands }, () => operand);
      return { kind: 'row', path, operator, operands, not };
    });
  fc.assert(
    fc.property(fc.array(rows, { minLength: 1, maxLength: 8 }), (rows) => {
      const { expression, names, values } = buildConditionExpression(all(...rows));
      expect(expression).toMatch(/^[\x20-\x7e]+$/);
      expect(parseConditionExpression(expression)).toBeDefined();
      expect(new Set(Object.values(names)).size).toBe(Object.keys(names).length);
      const sent = sendableExpressions({
        filterExpression: expression,
        expressionAttributeNames: names,
        expressionAttributeValues: values,
      });
      expect(sent.FilterExpression).toBe(expression);
      expect(sent.ExpressionAttributeNames).toEqual(names);
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  [row('=', one, two), '= takes 1 value, and 2 are given.'],
  [row('BETWEEN', one), 'BETWEEN takes 2 values, and 1 is given.'],
  [row('IN'), 'IN takes 1 to 100 values, and 0 are given.'],
  [row('attribute_exists', one), 'attribute_exists takes 0 values, and 1 is given.'],
  [{ ...row('=', one), path: [] }, 'Choose an attribute: its name is missing.'],
  [{ ...row('=', one), path: [''] }, 'Choose an attribute: its name is missing.'],
  [{ ...row('=', one), path: [0] }, 'Choose an attribute: its name is missing.'],
] as const)('a row that is not filled in is refused: %#', (condition, message) => {
  expect(() => buildConditionExpression(all(condition))).toThrow(message);
});
