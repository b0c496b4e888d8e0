import { array, assert, integer, property, record } from 'fast-check';
import { expect, it } from 'vitest';
import {
  countRows,
  hasRow,
  mergeRanges,
  rangeBetween,
  rangesWithin,
  rowsIn,
  withoutRange,
} from './row-ranges.ts';
import type { RowRange } from './row-ranges.ts';

const range = record({ first: integer({ min: 0, max: 30 }), count: integer({ min: 1, max: 8 }) });
const setOf = (ranges: readonly RowRange[]) => new Set(rowsIn(ranges));
const sorted = (rows: ReadonlySet<number>) => [...rows].toSorted((a, b) => a - b);

it('merges ranges into the same rows, sorted, none of them meeting', () => {
  assert(
    property(array(range), (ranges) => {
      const merged = mergeRanges(ranges);
      expect([...rowsIn(merged)]).toEqual(sorted(setOf(ranges)));
      for (const [index, { first, count }] of merged.entries())
        expect(first + count).toBeLessThan(merged[index + 1]?.first ?? Infinity);
    }),
  );
});

it('takes rows out, and knows which are in', () => {
  assert(
    property(array(range), range, (ranges, gone) => {
      const left = withoutRange(mergeRanges(ranges), gone);
      const rows = setOf([gone]);
      expect([...rowsIn(left)]).toEqual(sorted(setOf(ranges)).filter((row) => !rows.has(row)));
      for (let row = 0; row < 40; row += 1) expect(hasRow(left, row)).toBe(setOf(left).has(row));
    }),
  );
});

it('counts a million rows without a walk over them', () => {
  expect(rangeBetween(999_999, 0)).toEqual({ first: 0, count: 1_000_000 });
  expect(countRows([rangeBetween(999_999, 0), { first: 2_000_000, count: 5 }])).toBe(1_000_005);
});

it('leaves out rows that are no more', () => {
  expect(
    rangesWithin(
      [
        { first: 2, count: 5 },
        { first: 9, count: 1 },
      ],
      4,
    ),
  ).toEqual([{ first: 2, count: 2 }]);
});
