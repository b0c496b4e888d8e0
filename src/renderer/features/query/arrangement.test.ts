import { expect, it } from 'vitest';
import {
  filterByValue,
  isArranged,
  noArrangement,
  sortedBy,
  withFilter,
  withoutFilter,
} from './arrangement.ts';

const year = filterByValue('Year', { N: '2013' }, false);
const titled = filterByValue('title', undefined, true);

it('sorts by one attribute, or by none', () => {
  const sorted = sortedBy({ filters: [year] }, 'title', true);
  expect(sorted).toEqual({ sort: { name: 'title', descending: true }, filters: [year] });
  expect(sortedBy(sorted, 'title', undefined)).toEqual({ filters: [year] });
  expect(isArranged(noArrangement)).toBe(false);
  expect(isArranged(sortedBy(noArrangement, 'a', false))).toBe(true);
  expect(isArranged(withFilter(noArrangement, year))).toBe(true);
});

it('adds a filter once, and takes it away', () => {
  const both = withFilter(withFilter(noArrangement, year), titled);
  expect(both.filters).toEqual([year, titled]);
  expect(withFilter(both, filterByValue('Year', { N: '2013' }, false))).toBe(both);
  expect(withoutFilter(both, 0).filters).toEqual([titled]);
});

it('makes a filter of a cell: of a missing value, that it is missing', () => {
  expect(year).toEqual({
    name: 'Year',
    test: { kind: 'equals', value: '{"N":"2013"}' },
    negated: false,
  });
  expect(filterByValue('Year', undefined, false)).toEqual({
    name: 'Year',
    test: { kind: 'exists' },
    negated: true,
  });
  expect(titled).toEqual({ name: 'title', test: { kind: 'exists' }, negated: false });
});
