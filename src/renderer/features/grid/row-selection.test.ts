import { expect, it } from 'vitest';
import { noSelection, selectRows } from './row-selection.ts';

const plain = { add: false, range: false };
const sorted = (rows: ReadonlySet<number>) => [...rows].toSorted((a, b) => a - b);

it('selects one row, a range in either direction, and single ones more', () => {
  const one = selectRows(noSelection, 5, plain);
  expect(sorted(one.rows)).toEqual([5]);
  const range = selectRows(one, 8, { add: false, range: true });
  expect(sorted(range.rows)).toEqual([5, 6, 7, 8]);
  const back = selectRows(range, 3, { add: false, range: true });
  expect(sorted(back.rows)).toEqual([3, 4, 5]);
  const more = selectRows(back, 9, { add: true, range: false });
  expect(sorted(more.rows)).toEqual([3, 4, 5, 9]);
  expect(sorted(selectRows(more, 4, { add: true, range: false }).rows)).toEqual([3, 5, 9]);
  expect(sorted(selectRows(more, 1, plain).rows)).toEqual([1]);
});
