import { expect, it } from 'vitest';
import { nextDescending, sortInAria } from './column-sort.ts';

it('goes from ascending over descending to no order', () => {
  expect(nextDescending(undefined, 'a')).toBe(false);
  expect(nextDescending({ name: 'a', descending: false }, 'a')).toBe(true);
  expect(nextDescending({ name: 'a', descending: true }, 'a')).toBeUndefined();
  expect(nextDescending({ name: 'b', descending: false }, 'a')).toBe(false);
});

it('tells a screen reader which column is sorted', () => {
  const sort = { name: '', descending: true };
  expect(sortInAria(sort, '')).toBe('descending');
  expect(sortInAria(sort, 'a')).toBe('none');
  expect(sortInAria({ name: 'a', descending: false }, 'a')).toBe('ascending');
});
