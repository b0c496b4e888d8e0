import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { initialResult } from '../query/result-state.ts';
import { sourceRow } from '../query/row-overlay.ts';
import { bulkRowsOf } from './bulk-rows-of.ts';

const stateOf = (rowCount: number, gone: readonly number[]) => ({
  ...initialResult,
  progress: { rowCount, complete: false } as never,
  overlay: {
    replaced: new Map(),
    removed: new Map(gone.map((row) => [String(row), row])),
    added: new Map([['a', {}]]),
  },
});

const places = ({ first, count }: { first: number; count: number }) =>
  Array.from({ length: count }, (_, index) => first + index);

it('takes the selected rows by their places in the result, and leaves out what is not in it', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat({ max: 29 }), { maxLength: 6 }),
      fc.nat({ max: 3 }),
      fc.array(fc.tuple(fc.nat({ max: 40 }), fc.integer({ min: 1, max: 8 })), { maxLength: 3 }),
      (gone, newRows, wanted) => {
        const hidden = gone.toSorted((a, b) => a - b);
        const selected = wanted.map(([first, count]) => ({ first, count }));
        const { selected: taken, readAnew } = bulkRowsOf({
          state: stateOf(30, gone),
          selected,
          newRows,
          stagedCount: 0,
        });
        const expected = selected
          .flatMap(places)
          .map((row) => row - newRows)
          .filter((row) => row >= 0 && row < 30 - gone.length)
          .map((row) => sourceRow(row, hidden));
        expect(taken.ranges.flatMap(places)).toEqual(expected);
        expect(taken.rowCount).toBe(expected.length);
        expect(taken.rowCount + taken.leftOut).toBe(selected.flatMap(places).length);
        expect(readAnew).toBe(gone.length > 0);
      },
    ),
  );
});
