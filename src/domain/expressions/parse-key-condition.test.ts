import { expect, test } from 'vitest';
import { parseKeyConditionExpression } from './parse-key-condition.ts';
import { parseProjectionExpression } from './parse-projection.ts';
import { printConditionExpression } from './print-condition.ts';

test.each([
  'pk = :v',
  ':v = #pk',
  'sk > :v AND pk = :w',
  'pk = :v AND begins_with(sk, :s)',
  'pk = :v AND sk BETWEEN :l AND :u',
])('%s is a key condition', (text) => {
  expect(printConditionExpression(parseKeyConditionExpression(text))).toBe(text);
});

const allowed =
  'A key condition compares key attributes with values by =, <, <=, >, >=, BETWEEN or begins_with, joined by AND.';

test.each([
  ['pk <> :v', `Key condition expression: <> is not allowed. ${allowed}`],
  ['pk = :v OR sk = :w', `Key condition expression: OR is not allowed. ${allowed}`],
  ['pk = :v AND NOT sk = :w', `Key condition expression: NOT is not allowed. ${allowed}`],
  ['pk IN (:v)', `Key condition expression: IN is not allowed. ${allowed}`],
  ['contains(pk, :v)', `Key condition expression: contains is not allowed. ${allowed}`],
  [
    'pk = sk',
    `Key condition expression: each comparison needs a key attribute on one side and values on the other. ${allowed}`,
  ],
  [
    'pk = :v AND a.b = :w',
    'Key condition expression, character 13: a key attribute is at the top level of an item, so its path has no dots or indexes',
  ],
  [
    'pk = ',
    'Key condition expression, character 6: expected a value or an attribute name, found the end',
  ],
])('%s is refused', (text, message) => {
  expect(() => parseKeyConditionExpression(text)).toThrow(message);
});

test.each([
  ['a b', 'Projection expression, character 3: expected "," or the end, found "b"'],
  ['a,', 'Projection expression, character 3: expected an attribute name, found the end'],
  ['(a)', 'Projection expression, character 1: expected an attribute name, found "("'],
  ['a, :v', 'Projection expression, character 4: expected an attribute name, found ":v"'],
])('the projection %s is refused', (text, message) => {
  expect(() => parseProjectionExpression(text)).toThrow(message);
});
