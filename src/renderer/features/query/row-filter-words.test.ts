import { expect, it } from 'vitest';
import type { RowFilterInput } from '../../../contract/query.ts';
import { filterInWords } from './row-filter-words.ts';

const equals = (value: string, negated = false): RowFilterInput => ({
  name: 'Year',
  test: { kind: 'equals', value },
  negated,
});
const contains = (text: string, matchCase: boolean, negated: boolean): RowFilterInput => ({
  name: 'title',
  test: { kind: 'contains', text, matchCase },
  negated,
});

it.each<[RowFilterInput, string]>([
  [equals('{"N":"2013"}'), 'Year = 2013'],
  [equals('{"S":"2013"}'), 'Year = "2013"'],
  [equals('{"S":""}', true), 'Year ≠ ""'],
  [equals('{"NULL":true}'), 'Year = null'],
  [equals(`{"S":"${'x'.repeat(50)}"}`), `Year = "${'x'.repeat(40)}…"`],
  [equals('{"M":{"a":{"N":"1"}}}'), 'Year = {1} a: 1'],
  [contains('Am', false, false), 'title contains "Am"'],
  [contains('Am', true, true), 'title does not contain "Am" (Aa)'],
  [{ name: 'price', test: { kind: 'exists' }, negated: true }, 'price is missing'],
  [{ name: 'price', test: { kind: 'exists' }, negated: false }, 'price exists'],
  [
    { name: 'p', test: { kind: 'type', types: ['S', 'N'] }, negated: false },
    'p is a String or Number',
  ],
  [{ name: 'p', test: { kind: 'type', types: ['SS'] }, negated: true }, 'p is no String set'],
])('%j', (filter, words) => {
  expect(filterInWords(filter)).toBe(words);
});
