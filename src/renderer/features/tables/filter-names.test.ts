import { expect, it } from 'vitest';
import { filterNames } from './filter-names.ts';
import { sortedNames } from './use-table-names.ts';

it('keeps the names that hold every word', () => {
  const names = ['Books', 'orders-live', 'orders-test'];
  expect(filterNames(names, '')).toBe(names);
  expect(filterNames(names, '  ORDERS ')).toEqual(['orders-live', 'orders-test']);
  expect(filterNames(names, 'live ord')).toEqual(['orders-live']);
  expect(filterNames(names, 'o.d')).toEqual([]);
});

it('sorts the names of all pages, each once', () => {
  const pages = [{ tableNames: ['b', 'B'] }, { tableNames: ['a', 'b'] }];
  expect(sortedNames(pages)).toEqual(['B', 'a', 'b']);
});
