import { expect, it } from 'vitest';
import { keepOrder, orderByUse } from './column-order.ts';

const seen = (counts: readonly (readonly [string, number])[]) =>
  counts.map(([name, rowCount]) => ({ name, types: [], rowCount }));

it('puts what most rows have first, then by name', () => {
  expect(
    orderByUse(
      seen([
        ['', 1],
        ['title', 1_000],
        ['isbn', 980],
        ['__proto__', 3],
        ['rating', 120],
        ['edition', 15],
      ]),
    ),
  ).toEqual(['isbn', 'title', 'rating', 'edition', '', '__proto__']);
});

it('does not change by a row more or less', () => {
  expect(
    orderByUse(
      seen([
        ['b', 99],
        ['a', 98],
      ]),
    ),
  ).toEqual(['a', 'b']);
  expect(
    orderByUse(
      seen([
        ['b', 100],
        ['a', 98],
      ]),
    ),
  ).toEqual(['a', 'b']);
});

it('puts what is only staged last', () => {
  expect(orderByUse([{ name: 'a', types: [] }, ...seen([['b', 1]])])).toEqual(['b', 'a']);
  expect(orderByUse([])).toEqual([]);
});

it('leaves what was seen where it is, and puts behind it what came since', () => {
  const before = ['rare', 'gone', 'common'];
  expect(
    keepOrder(
      before,
      seen([
        ['common', 900],
        ['rare', 1],
        ['odd', 1],
        ['new', 1_000],
      ]),
    ),
  ).toEqual(['rare', 'gone', 'common', 'new', 'odd']);
  expect(keepOrder(before, seen([['common', 1]]))).toBe(before);
});
