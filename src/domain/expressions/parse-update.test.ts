import { describe, expect, test } from 'vitest';
import { parseUpdateExpression } from './parse-update.ts';
import { printUpdateExpression } from './print-update.ts';

function reprinted(text: string): string {
  return printUpdateExpression(parseUpdateExpression(text));
}

describe('what is read', () => {
  test.each([
    ['set a = :v remove b add c :v delete d :s', 'SET a = :v REMOVE b ADD c :v DELETE d :s'],
    ['SET a=a-:v,b=(c)', 'SET a = a - :v, b = c'],
    ['SET a = ((a + :v))', 'SET a = a + :v'],
    ['SET a = (a) + (:v)', 'SET a = a + :v'],
    ['SET a = if_not_exists(a, :z) + :v', 'SET a = if_not_exists(a, :z) + :v'],
    [
      'SET l[0].x = list_append ( if_not_exists(l, :e) , list_append(:l, m) )',
      'SET l[0].x = list_append(if_not_exists(l, :e), list_append(:l, m))',
    ],
    ['REMOVE a, b[2], #c.d', 'REMOVE a, b[2], #c.d'],
    ['SET name = size, and = :v, x.set = :w', 'SET name = size, and = :v, x.set = :w'],
    ['ADD #views :one, tags :tags', 'ADD #views :one, tags :tags'],
  ])('%s', (text, expected) => {
    expect(reprinted(text)).toBe(expected);
  });
});

describe('bad input is refused in words', () => {
  test.each([
    ['', 'character 1: expected SET, REMOVE, ADD or DELETE, found the end'],
    ['a = :v', 'character 1: expected SET, REMOVE, ADD or DELETE, found "a"'],
    ['(SET a = :v)', 'character 1: expected SET, REMOVE, ADD or DELETE, found "("'],
    ['SET', 'character 4: expected an attribute name, found the end'],
    ['SET a :v', 'character 7: expected "=", found ":v"'],
    ['SET a = :v,', 'character 12: expected an attribute name, found the end'],
    [
      'SET a = :v, REMOVE b',
      'character 13: expected an attribute name, found "REMOVE". REMOVE begins without a comma before it. An attribute called "REMOVE" is written as a placeholder such as #name, defined in Expression attribute names.',
    ],
    [
      'SET a = :v b = :w',
      'character 12: expected ",", SET, REMOVE, ADD, DELETE or the end, found "b"',
    ],
    [
      'SET a = :v SET b = :w',
      'character 12: SET may stand only once. Write all its actions after the first SET, with commas between.',
    ],
    ['SET a = a + :v + :w', 'character 16: only one + or - may stand in a value of SET'],
    ['SET a = (a - :v) + :w', 'character 18: only one + or - may stand in a value of SET'],
    [
      'SET a = 5',
      'character 9: expected a value or an attribute name, found "5". Write a number as a value such as :number, and define it in Expression attribute values.',
    ],
    [
      'SET a = remove',
      'character 9: expected a value or an attribute name, found "remove". An attribute called "remove" is written as a placeholder such as #name, defined in Expression attribute names.',
    ],
    [
      'SET a = size(b)',
      'character 9: "size" is not a function of an update expression. There are if_not_exists and list_append.',
    ],
    [
      'SET a = LIST_APPEND(a, :l)',
      'character 9: "LIST_APPEND" is not a function: names of functions are case-sensitive. Write list_append.',
    ],
    [
      'SET a = if_not_exists(:v, :w)',
      'character 23: if_not_exists takes the name or path of an attribute first',
    ],
    ['SET a = if_not_exists(a)', 'character 24: expected ",", found ")"'],
    ['SET a = list_append(a, b, c)', 'character 25: expected ")", found ","'],
    ['SET a = if_not_exists(a, a + :v)', 'character 28: expected ")", found "+"'],
    ['ADD a b', 'character 7: expected a value such as ":value", found "b"'],
    [
      'ADD a 1',
      'character 7: expected a value such as ":value", found "1". Write a number as a value such as :number, and define it in Expression attribute values.',
    ],
    ['REMOVE (a)', 'character 8: expected an attribute name, found "("'],
  ])('%s', (text, problem) => {
    expect(() => parseUpdateExpression(text)).toThrow(`Update expression, ${problem}`);
  });

  test.each(['SET a = (', 'SET a = list_append(', 'SET a = if_not_exists(a, '])(
    '%s repeated without end is an error, not the end of the stack',
    (start) => {
      const rest = start.slice('SET a = '.length).repeat(50_000);
      expect(() => parseUpdateExpression(`SET a = ${rest}`)).toThrow(
        'the expression is nested more than 300 levels deep',
      );
    },
  );
});
