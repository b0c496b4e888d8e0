import { expect, it } from 'vitest';
import { assert, nat, property, uniqueArray } from 'fast-check';
import { firstMatchFrom, matchesInWords, stepMatch } from './match-steps.ts';

const matches = (places: readonly number[], rowCount = places.length) => ({ places, rowCount });

it('finds the first match from a place on, round at the end', () => {
  const some = matches([3, 7, 20]);
  expect([0, 3, 4, 20, 21].map((place) => firstMatchFrom(some, place))).toEqual([0, 0, 1, 2, 0]);
  expect(firstMatchFrom(matches([]), 5)).toBe(-1);
});

it('finds what a look at all of them finds', () => {
  const ascending = uniqueArray(nat(500), { maxLength: 60 }).map((places) =>
    places.toSorted((a, b) => a - b),
  );
  assert(
    property(ascending, nat(520), (places, place) => {
      const slow = places.findIndex((other) => other >= place);
      const expected = places.length === 0 ? -1 : Math.max(0, slow);
      expect(firstMatchFrom(matches(places), place)).toBe(expected);
    }),
  );
});

it('steps on and back, round at the ends', () => {
  const some = matches([3, 7, 20]);
  expect([0, 1, 2, -1].map((current) => stepMatch(some, current, 1))).toEqual([1, 2, 0, 0]);
  expect([0, 1, 2, -1].map((current) => stepMatch(some, current, -1))).toEqual([2, 0, 1, 2]);
  expect(stepMatch(matches([]), -1, 1)).toBe(-1);
});

it('says which one of how many', () => {
  expect(matchesInWords(matches([]), -1)).toBe('no row');
  expect(matchesInWords(matches([5]), 0)).toBe('1 of 1 row');
  expect(matchesInWords(matches([5, 6, 7], 120_000), 2)).toBe('3 of 120,000 rows');
  expect(matchesInWords(matches([5, 6]), -1)).toBe('2 rows');
});
