import { describe, expect, test } from 'vitest';
import { ExpressionError } from './expression-error.ts';
import { parseConditionExpression } from './parse-condition.ts';
import { printConditionExpression } from './print-condition.ts';
import { withoutPositions } from './testing/resolve-tree.ts';

function parsed(text: string): unknown {
  return withoutPositions(parseConditionExpression(text));
}

describe('what binds what', () => {
  test.each([
    ['a = :a OR b = :b AND c = :c', 'a = :a OR (b = :b AND c = :c)'],
    ['NOT a = :a AND b = :b', '(NOT a = :a) AND b = :b'],
    ['NOT a = :a OR b = :b', '(NOT (a = :a)) OR b = :b'],
    ['a BETWEEN :l AND :u AND b = :b', '(a BETWEEN :l AND :u) AND (b = :b)'],
    ['NOT NOT a = :a', 'NOT (NOT (a = :a))'],
    ['a IN (:a, b) OR size(c) > :c', '((a) IN ((:a), (b))) OR (size((c)) > (:c))'],
    ['((((a)))) = ((:a))', 'a = :a'],
    ['not(a=:a)and(b=:b)', 'NOT a = :a AND b = :b'],
  ])('%s is %s', (left, right) => {
    expect(parsed(left)).toEqual(parsed(right));
  });

  test('AND and OR of equals are not the same as nested ones', () => {
    expect(parsed('a = :a AND b = :b AND c = :c')).not.toEqual(
      parsed('a = :a AND (b = :b AND c = :c)'),
    );
  });
});

test('a path has names, placeholders and indexes, each at its place', () => {
  expect(parseConditionExpression('  attribute_exists (info . #tags[12].größe)')).toEqual({
    kind: 'function',
    name: 'attribute_exists',
    position: 2,
    operands: [
      {
        kind: 'path',
        position: 20,
        elements: [
          { kind: 'name', name: 'info' },
          { kind: 'placeholder', placeholder: '#tags' },
          { kind: 'index', index: 12 },
          { kind: 'name', name: 'größe' },
        ],
      },
    ],
  });
});

test.each([
  ['name = :v', 'a reserved word'],
  ['size = :v', 'the name of a function without parentheses'],
  ['contains.x = :v', 'the name of a function with a path'],
  ['a.and.or.between = :v', 'words of the language after a dot'],
  ['set = :v', 'a word of another kind of expression'],
])('%s is a comparison: %s is a name', (text) => {
  expect(printConditionExpression(parseConditionExpression(text))).toBe(text);
});

describe('bad input is refused in words', () => {
  test.each([
    ['', 'character 1: expected a condition, found the end'],
    ['price >= ()', 'character 11: expected a value or an attribute name, found ")"'],
    ['a = :v AND', 'character 11: expected a condition, found the end'],
    ['(a = :v', 'character 8: expected AND, OR or ")", found the end'],
    ['a = :v)', 'character 7: expected AND, OR or the end, found ")"'],
    ['a = :v b = :w', 'character 8: expected AND, OR or the end, found "b"'],
    ['a', 'character 2: expected a comparison (=, <>, <, <=, >, >=, BETWEEN or IN), found the end'],
    [
      '(a) AND b',
      'character 5: expected a comparison (=, <>, <, <=, >, >=, BETWEEN or IN), found "AND"',
    ],
    [
      'a = 5',
      'character 5: expected a value or an attribute name, found "5". Write a number as a value such as :number, and define it in Expression attribute values.',
    ],
    [
      'a > 1.5',
      'character 5: expected a value or an attribute name, found "1.5". Write a number as a value such as :number, and a name that begins with a digit as #name.',
    ],
    [
      'a = "it"',
      'character 5: expected a value or an attribute name, found "it". Write a text as a value such as :text and define it in Expression attribute values; write a name with special characters as #name and define it in Expression attribute names.',
    ],
    [
      'a == :v',
      'character 3: expected a comparison (=, <>, <, <=, >, >=, BETWEEN or IN), found "==". Write = for "equal".',
    ],
    [
      'a != :v',
      'character 3: expected a comparison (=, <>, <, <=, >, >=, BETWEEN or IN), found "!=". Write <> for "not equal", and NOT before a condition.',
    ],
    [
      'a = :v && b = :w',
      'character 8: expected AND, OR or the end, found "&&". Write AND or OR between conditions.',
    ],
    [
      'a – :v',
      'character 3: expected a comparison (=, <>, <, <=, >, >=, BETWEEN or IN), found "–"',
    ],
    [
      'in = :v',
      'character 1: expected a condition, found "in". An attribute called "in" is written as a placeholder such as #name, defined in Expression attribute names.',
    ],
    [
      'a = #',
      'character 5: expected a value or an attribute name, found "#". Letters, digits or _ must follow #.',
    ],
    ['a BETWEEN :l', 'character 13: expected AND and the upper bound of BETWEEN, found the end'],
    ['a IN :v', 'character 6: expected "(" and the list of values, found ":v"'],
    ['a IN ()', 'character 7: expected a value or an attribute name, found ")"'],
    ['a[x] = :v', 'character 3: expected the number of a list element, found "x"'],
    ['a[1 = :v', 'character 5: expected "]", found "="'],
    ['a[9999999999] = :v', 'character 3: the list index 9999999999 is too large'],
    ['a. = :v', 'character 4: expected an attribute name, found "="'],
    ['[0] = :v', 'character 1: expected a condition, found "["'],
    [
      'size(a)',
      'character 8: expected a comparison (=, <>, <, <=, >, >=, BETWEEN or IN), found the end',
    ],
    ['size(size(a)) = :v', 'character 6: size takes an attribute or a value, not another size'],
    [
      'Begins_With(a, :v)',
      'character 1: "Begins_With" is not a function: names of functions are case-sensitive. Write begins_with.',
    ],
    [
      'like(a, :v)',
      'character 1: "like" is not a function of a condition expression. There are attribute_exists, attribute_not_exists, attribute_type, begins_with, contains and size.',
    ],
    ['begins_with(a)', 'character 1: begins_with takes two operands, and 1 is given'],
    ['attribute_exists(a, b)', 'character 1: attribute_exists takes one operand, and 2 are given'],
    [
      'attribute_exists(:v)',
      'character 1: attribute_exists takes the name or path of an attribute',
    ],
    [
      'attribute_type(a, b)',
      'character 1: the second operand of attribute_type is a value such as ":type" that names the type',
    ],
    ['contains(a, :v) = :w', 'character 17: expected AND, OR or the end, found "="'],
    [
      'a = contains(a, :v)',
      'character 5: contains is a condition by itself and cannot be compared or be part of another function',
    ],
    ['a = :v\nAND ?', 'line 2, column 5: expected a condition, found "?"'],
  ])('%s', (text, problem) => {
    expect(() => parseConditionExpression(text)).toThrow(`Condition expression, ${problem}`);
  });

  test('with the place for an editor', () => {
    try {
      parseConditionExpression('a = :v\n  AND )', 'filter');
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ExpressionError);
      expect(error).toMatchObject({ expression: 'filter', position: 13, line: 2, column: 7 });
    }
  });
});

function list(count: number): string {
  return `a IN (${Array.from({ length: count }, (_, index) => `:v${index}`).join(', ')})`;
}

function nested(depth: number): string {
  return `${'('.repeat(depth)}a = :v${')'.repeat(depth)}`;
}

describe('limits', () => {
  test('IN takes a hundred operands and no more', () => {
    expect(parsed(list(100))).toMatchObject({ kind: 'in' });
    expect(() => parseConditionExpression(list(101))).toThrow(
      'Condition expression, character 7: IN takes at most 100 operands, and 101 are given',
    );
  });

  test.each(['(', 'NOT ', 'NOT (', 'size(', 'contains(a, (', 'a = ('])(
    'a hundred thousand times "%s" is an error, not the end of the stack',
    (text) => {
      expect(() => parseConditionExpression(text.repeat(100_000))).toThrow(ExpressionError);
    },
  );

  test('300 levels are read and 301 are not', () => {
    expect(parsed(nested(300))).toEqual(parsed('a = :v'));
    expect(() => parseConditionExpression(nested(301))).toThrow(
      'Condition expression, character 302: the expression is nested more than 300 levels deep',
    );
  });

  test('a megabyte of conditions is read', () => {
    const text = Array.from({ length: 30_000 }, (_, index) => `attribute${index}.b[3] <> :value`);
    const condition = parseConditionExpression(text.join(' AND '));
    expect(printConditionExpression(condition)).toBe(text.join(' AND '));
  });
});
