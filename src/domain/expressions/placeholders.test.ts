import { expect, test } from 'vitest';
import { keyAttributesInUpdate } from './key-attributes.ts';
import { parseExpressionAttributeNames } from './parse-names.ts';
import { parseUpdateExpression } from './parse-update.ts';
import { createPlaceholders } from './placeholders.ts';
import { isReservedWord, listReservedWords } from './reserved-words.ts';

test('placeholders are readable and never collide', () => {
  const placeholders = createPlaceholders({ '#a': 'x', '#b': 'b' }, { ':a': { N: '0' } });
  const names = ['a', 'b', 'a', 'ü', '', 'name', 'v2'].map(placeholders.name);
  expect(names.join(' ')).toBe('#a2 #b #a2 #n1 #n2 #name #v2');
  const values = ['a', 'a', undefined, 'v2', 'v2', 'x'.repeat(61)].map((name) =>
    placeholders.value({ N: '1' }, name),
  );
  expect(values).toEqual([':a2', ':a3', ':v1', ':v2', ':v2_2', ':v3']);
  expect(Object.entries(placeholders.names()).join(' ')).toBe(
    '#a,x #b,b #a2,a #n1,ü #n2, #name,name #v2,v2',
  );
  expect(Object.keys(placeholders.values())).toEqual([':a', ...values]);
});

test('key attributes of an update are found, by name and behind placeholders', () => {
  const update = parseUpdateExpression('SET a = pk, #k = :v REMOVE sk.x ADD b :v');
  expect(keyAttributesInUpdate(update, ['pk', 'sk'])).toEqual(['sk']);
  expect(keyAttributesInUpdate(update, ['pk', 'sk'], { '#k': 'pk' })).toEqual(['pk', 'sk']);
  expect(keyAttributesInUpdate(update, ['toString', '__proto__'], {})).toEqual([]);
});

test('DynamoDB has 573 reserved words, in any case', () => {
  expect(listReservedWords()).toHaveLength(573);
  expect(listReservedWords()).toEqual([...new Set(listReservedWords())].sort());
  expect(['abort', 'Name', 'YEAR', 'zone'].every(isReservedWord)).toBe(true);
  expect(['title', 'isbn', '__proto__', ''].some(isReservedWord)).toBe(false);
});

test('names are read from JSON text', () => {
  expect(parseExpressionAttributeNames(' ')).toEqual({});
  const names = parseExpressionAttributeNames('{"#y": "year", "__proto__": "x"}');
  expect(Object.entries(names)).toEqual([
    ['#y', 'year'],
    ['__proto__', 'x'],
  ]);
});

test.each([
  ['{', 'Expression attribute names: this is not JSON.'],
  ['["#y"]', 'Expression attribute names: write a JSON object such as {"#name": "attribute"}.'],
  ['null', 'Expression attribute names: write a JSON object such as {"#name": "attribute"}.'],
  [
    '{"#y": 1}',
    'Expression attribute names: "#y" must stand for the name of an attribute, a text in quotes.',
  ],
])('the names %s are refused', (text, message) => {
  expect(() => parseExpressionAttributeNames(text)).toThrow(message);
});
