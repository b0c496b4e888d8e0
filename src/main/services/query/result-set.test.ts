import { expect, it } from 'vitest';
import type { PageReader } from './page-reader.ts';
import { createResultSet } from './result-set.ts';

/** A table without an end in which a filter finds nothing. */
function endlessReader(): PageReader & { readonly limits: number[] } {
  const limits: number[] = [];
  return {
    limits,
    isAtEnd: () => false,
    async next(limit) {
      limits.push(limit);
      return { items: [], scannedCount: limit, consumedCapacity: undefined };
    },
  };
}

it('stops after a budget of pages where a filter finds nothing, and goes on when asked', async () => {
  const reader = endlessReader();
  const resultSet = createResultSet({ reader, pageRows: 50, filtered: true });
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

it('stops reading when it is closed', async () => {
  const resultSet = createResultSet({ reader: endlessReader(), pageRows: 50, filtered: true });
  let told = 0;
  for await (const progress of resultSet.load('all', undefined)) {
    expect(progress.complete).toBe(false);
    told += 1;
    resultSet.close();
  }
  expect(told).toBe(1);
});
