import { describe, expect, it, vi } from 'vitest';
import { fetchRanges, rowsHere } from './row-fetch.ts';
import { rowOf, sourceOf } from './testing/source.ts';

const rows = Array.from({ length: 5_000 }, (_, index) => rowOf({ id: { N: String(index) } }));
const idle = new AbortController().signal;

describe('rowsHere', () => {
  it('gives the rows with their places, where all are here', () => {
    const here = rowsHere(sourceOf(rows, 10), [
      { first: 1, count: 2 },
      { first: 8, count: 1 },
    ]);
    expect(here?.map(({ index }) => index)).toEqual([1, 2, 8]);
    expect(here?.[2]?.row).toBe(rows[8]);
    expect(rowsHere(sourceOf(rows, 10), [{ first: 9, count: 2 }])).toBeUndefined();
  });

  it('does not look at a million rows', () => {
    const rowAt = vi.fn<() => undefined>();
    expect(rowsHere({ rowAt }, [{ first: 0, count: 1_000_000 }])).toBeUndefined();
    expect(rowAt).not.toHaveBeenCalled();
  });
});

describe('fetchRanges', () => {
  it('fetches in parts, telling how far it is', async () => {
    const progress: number[] = [];
    const ranges = [
      { first: 0, count: 1 },
      { first: 500, count: 4_500 },
    ];
    const fetched = await fetchRanges(sourceOf(rows, 100), ranges, idle, (count) =>
      progress.push(count),
    );
    expect(progress).toEqual([1, 2_001, 4_001, 4_501]);
    expect(fetched.at(-1)).toEqual({ index: 4_999, row: rows[4_999] });
    expect(fetched[1]).toEqual({ index: 500, row: rows[500] });
  });

  it('ends where it is cancelled', async () => {
    const controller = new AbortController();
    const fetch = vi.fn(sourceOf(rows).fetch);
    const asked = fetchRanges(
      { rowAt: () => undefined, fetch },
      [{ first: 0, count: 5_000 }],
      controller.signal,
      () => controller.abort(),
    );
    await expect(asked).rejects.toThrow('aborted');
    expect(fetch).toHaveBeenCalledTimes(1);
  });
});
