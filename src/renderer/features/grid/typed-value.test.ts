import { assert, property } from 'fast-check';
import { expect, it } from 'vitest';
import type { AttributeType, AttributeValue } from '../../../domain/attribute-value.ts';
import { arbitraryItem } from '../../../domain/testing/arbitrary-item.ts';
import { typedValue } from './typed-value.ts';

type Case = [string, string, AttributeValue | undefined, AttributeType[], unknown];
const cases: Case[] = [
  ['a number in a cell of numbers', ' 12.50 ', { N: '1' }, ['N'], { N: '12.50' }],
  [
    'every digit of it',
    '12345678901234567890.10',
    { N: '1' },
    [],
    { N: '12345678901234567890.10' },
  ],
  ['text in a cell of numbers', '1,5', { N: '1' }, ['N'], { S: '1,5' }],
  ['more digits than are kept', '1'.repeat(39), { N: '1' }, ['N'], { S: '1'.repeat(39) }],
  ['digits in a cell of text', '12', { S: 'a' }, ['S', 'N'], { S: '12' }],
  ['a number where its column has numbers', '12', undefined, ['S', 'N'], { N: '12' }],
  ['digits in a column of text', '007', undefined, ['S'], { S: '007' }],
  ['digits in a column of no known type', '12', undefined, [], { S: '12' }],
  ['true over a boolean', 'TRUE', { BOOL: false }, ['BOOL'], { BOOL: true }],
  ['a word over a boolean', 'yes', { BOOL: false }, ['BOOL'], { S: 'yes' }],
  ['true where no column has booleans', 'true', undefined, ['S'], { S: 'true' }],
  ['null over null', 'null', { NULL: true }, ['NULL', 'S'], { NULL: true }],
  ['a number over null', '3', { NULL: true }, ['NULL', 'N'], { N: '3' }],
  ['null in a column of text', 'null', { S: '' }, ['S', 'NULL'], { S: 'null' }],
  ['base64 over binary', 'YQ==', { B: '' }, ['B'], { B: 'YQ==' }],
  ['text over binary', 'hello!', { B: '' }, ['B'], undefined],
  ['text over a set', 'a, b', { SS: ['a'] }, ['SS'], undefined],
  ['text over a map', '{}', { M: {} }, ['M'], undefined],
  ['a set over a set', '{"SS":["a","b"]}', { SS: ['a'] }, ['SS'], { SS: ['a', 'b'] }],
  ['DynamoDB JSON over text', ' {"N": "1.0"} ', { S: 'a' }, ['S'], { N: '1.0' }],
  ['broken DynamoDB JSON over text', '{"N": 1}', { S: 'a' }, ['S'], { S: '{"N": 1}' }],
  ['two types at once over text', '{"S":"","N":"1"}', undefined, [], { S: '{"S":"","N":"1"}' }],
];
it.each(cases)('takes %s', (_, text, present, types, expected) => {
  expect(typedValue(text, present, types)).toEqual(expected);
});

it('takes DynamoDB JSON of any value as that value', () => {
  assert(
    property(arbitraryItem(), (item) => {
      const value = { M: item };
      expect(typedValue(JSON.stringify(value), undefined, ['S'])).toEqual(value);
    }),
  );
});
