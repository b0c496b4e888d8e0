import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { ResultSetProgress } from '../../../contract/query.ts';
import { createResultSet } from './result-set.ts';
import type { SegmentReader } from './store/segment-reader.ts';
import { withStore } from './store/testing/open-store.ts';

/** A table without an end in which a filter finds nothing; each page costs eight units. */
function endlessReader(): SegmentReader & { limits: number[] } {
  const limits: number[] = [];
  const page = { rowCount: 0, scannedCount: 1_000, consumedCapacity: 8 };
  return {
    segments: 1,
    limits,
    isAtEnd: () => false,
    async readPage(limit) {
      limits.push(limit);
      return page;
    },
    async readAll(_limit, signal, onPage) {
      while (!signal.aborted) {
        onPage(page);
        await setImmediate();
      }
      signal.throwIfAborted();
    },
  };
}

const filtered = { pageRows: 50, filtered: true } as const;

it('stops after a budget of pages where a filter finds nothing, and goes on when asked', async () => {
  const reader = endlessReader();
  await withStore({}, async (store) => {
    const resultSet = createResultSet({ reader, store, ...filtered });
    const told = [];
    for await (const progress of resultSet.load({ what: 'page' }, undefined)) told.push(progress);
    expect(reader.limits).toEqual(Array.from({ length: 10 }, () => 1_000));
    expect(told.map(({ scannedCount }) => scannedCount)).toEqual(
      reader.limits.map((_, index) => (index + 1) * 1_000),
    );
    expect(told.map(({ budgetSpent }) => budgetSpent)).toEqual(
      reader.limits.map((_, index) => index === 9),
    );
    expect(told.at(-1)).toMatchObject({ rowCount: 0, complete: false, consumedCapacity: 80 });
    const budget = { pages: 2 };
    for await (const progress of resultSet.load({ what: 'page', budget }, undefined)) {
      told.push(progress);
    }
    expect(told.slice(10)).toMatchObject([
      { scannedCount: 11_000, budgetSpent: false },
      { scannedCount: 12_000, budgetSpent: true },
    ]);
  });
});

it('stops after a budget of capacity, counted from where it began', async () => {
  const reader = endlessReader();
  await withStore({}, async (store) => {
    const resultSet = createResultSet({ reader, store, ...filtered });
    const budget = { pages: 1_000, capacityUnits: 20 };
    for (const pages of [3, 6]) {
      let last: ResultSetProgress | undefined;
      for await (const progress of resultSet.load({ what: 'page', budget }, undefined)) {
        last = progress;
      }
      expect(last).toMatchObject({ pageCount: pages, budgetSpent: true });
    }
  });
});

it.each(['page', 'all'] as const)('stops reading %s when it is closed', async (what) => {
  await withStore({}, async (store) => {
    const resultSet = createResultSet({ reader: endlessReader(), store, ...filtered });
    let told = 0;
    for await (const progress of resultSet.load({ what }, undefined)) {
      expect(progress.complete).toBe(false);
      told += 1;
      await resultSet.close();
    }
    expect(told).toBe(1);
  });
});

it('stops reading when nobody asks for its progress any more', async () => {
  await withStore({}, async (store) => {
    const resultSet = createResultSet({ reader: endlessReader(), store, ...filtered });
    for await (const progress of resultSet.load({ what: 'all' }, undefined)) {
      expect(progress.pageCount).toBe(1);
      break;
    }
    // The next one may begin, so the one before has ended.
    for await (const progress of resultSet.load({ what: 'page' }, undefined)) {
      expect(progress.complete).toBe(false);
      break;
    }
  });
});
