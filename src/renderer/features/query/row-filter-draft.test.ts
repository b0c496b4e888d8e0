import { describe, expect, it } from 'vitest';
import {
  beginRowFilter,
  chooseAttribute,
  planRowFilter,
  rowTestChoices,
  rowTests,
} from './row-filter-draft.ts';

describe('a filter to begin with', () => {
  it('compares with a value of the type that the attribute has', () => {
    expect(beginRowFilter('Year', ['N'])).toMatchObject({ test: 'equals', value: { N: '' } });
    expect(beginRowFilter()).toMatchObject({ name: '', test: 'equals', value: { S: '' } });
  });
  it('looks for text in what cannot be typed in a line', () => {
    expect(beginRowFilter('tags', ['SS'])).toMatchObject({ test: 'contains', type: 'SS' });
  });
});

it('takes the type of another attribute, keeping what was typed', () => {
  const draft = { ...beginRowFilter('title', ['S']), value: { S: '2013' } };
  expect(chooseAttribute(draft, 'Year', ['N'])).toMatchObject({
    name: 'Year',
    value: { N: '2013' },
  });
  expect(chooseAttribute(draft, 'isbn', ['N', 'S']).value).toEqual({ S: '2013' });
  expect(chooseAttribute(draft, 'new', []).value).toEqual({ S: '2013' });
});

describe('the filter that is meant', () => {
  const draft = { ...beginRowFilter('Year', ['N']), value: { N: '2013' } };
  it('tests the value, the text, the type, or that it is there', () => {
    const testOf = (part: object) => planRowFilter({ ...draft, ...part }).filter?.test;
    expect(testOf({})).toEqual({ kind: 'equals', value: '{"N":"2013"}' });
    expect(testOf({ test: 'contains', text: 'x' })).toEqual({
      kind: 'contains',
      text: 'x',
      matchCase: false,
    });
    expect(testOf({ test: 'type' })).toEqual({ kind: 'type', types: ['N'] });
    expect(testOf({ test: 'exists' })).toEqual({ kind: 'exists' });
    expect(planRowFilter({ ...draft, negated: true }).filter).toMatchObject({ negated: true });
  });
  it.each([
    [{ name: '' }, 'Name the attribute.'],
    [{ test: 'contains' as const }, 'Type the text to look for.'],
    [{ value: { N: '20x' } }, 'The value is a Number: 20x is not a number.'],
  ])('is told what it lacks: %j', (part, problem) => {
    expect(planRowFilter({ ...draft, ...part })).toEqual({ filter: undefined, problem });
  });
});

it('offers each test and its opposite', () => {
  for (const test of rowTests) {
    const choices = rowTestChoices.filter((choice) => choice.test === test);
    expect(choices.map(({ negated }) => negated)).toEqual([false, true]);
  }
});
