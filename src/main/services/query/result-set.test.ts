import { expect, it } from 'vitest';
import { createResultSet } from './result-set.ts';
import type { SegmentReader } from './store/segment-reader.ts';
import { withStore } from './store/testing/open-store.ts';

/** A table without an end in which a filter finds nothing. */
function endlessReader(): Pick<SegmentReader, 'isAtEnd' | 'readPage'> & { limits: number[] } {
  const limits: number[] = [];
  return {
    limits,
    isAtEnd: () => false,
    async readPage(limit) {
      limits.push(limit);
      return { rowCount: 0, scannedCount: limit, consumedCapacity: undefined };
    },
  };
}

it('stops after a budget of pages where a filter finds nothing, and goes on when asked', async () => {
  const reader = endlessReader();
  await withStore({}, async (store) => {
    const resultSet = createResultSet({ reader, store, pageRows: 50, filtered: true });
    const scanned: number[] = [];
    for await (const { scannedCount, rowCount, complete } of resultSet.load('page', undefined)) {
      expect({ rowCount, complete }).toEqual({ rowCount: 0, complete: false });
      scanned.push(scannedCount);
    }
    expect(reader.limits).toEqual(Array.from({ length: 10 }, () => 1_000));
    expect(scanned).toEqual(reader.limits.map((_, index) => (index + 1) * 1_000));
    for await (const { scannedCount } of resultSet.load('page', undefined))
      scanned.push(scannedCount);
    expect(scanned.at(-1)).toBe(20_000);
  });
});

it('stops reading when it is closed', async () => {
  await withStore({}, async (store) => {
    const reader = endlessReader();
    const resultSet = createResultSet({ reader, store, pageRows: 50, filtered: true });
    let told = 0;
    for await (const progress of resultSet.load('all', undefined)) {
      expect(progress.complete).toBe(false);
      told += 1;
      await resultSet.close();
    }
    expect(told).toBe(1);
  });
});
