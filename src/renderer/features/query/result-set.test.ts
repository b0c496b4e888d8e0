import { describe, expect, it, vi } from 'vitest';
import type { ResultSetProgress } from '../../../contract/query.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import type { Read } from './read.ts';
import { createResultSet } from './result-set.ts';
import { mergeKnown, rowAt, rowCountOf, wantRows } from './result-state.ts';

const budget = () => ({ pages: 10 });
const rowKey = (item: Item) => JSON.stringify(item.id);
const read: Read = {
  operation: 'Scan',
  request: '{"TableName":"T"}',
  index: undefined,
  itemCount: 45,
  surelyHas: () => true,
};

/** A main side with a table of so many rows, read in pages of ten. */
function setUp(rows: { count: number }) {
  const sets = new Map<string, number>();
  const log: string[] = [];
  const page = 10;
  const progressOf = (id: string): ResultSetProgress => {
    const rowCount = sets.get(id) ?? 0;
    const complete = rowCount >= rows.count;
    return {
      rowCount,
      scannedCount: rowCount,
      pageCount: 1,
      elapsedMs: 1,
      complete,
      budgetSpent: false,
      segments: 1,
      memoryBytes: 0,
      fileBytes: 0,
      attributes: [],
    };
  };
  const query = {
    open: ({ request }: { request: string }) => {
      log.push(`open ${request}`);
      const resultSetId = `set${sets.size + 1}`;
      sets.set(resultSetId, 0);
      return Promise.resolve({ resultSetId });
    },
    load: (
      { resultSetId, what }: { resultSetId: string; what: string },
      { signal }: { signal: AbortSignal },
    ) => {
      log.push(`load ${resultSetId} ${what}`);
      return Promise.resolve(
        (async function* () {
          for (let more = true; more; more = what === 'all' && !progressOf(resultSetId).complete) {
            await Promise.resolve();
            if (signal.aborted) throw new Error('aborted');
            sets.set(resultSetId, Math.min((sets.get(resultSetId) ?? 0) + page, rows.count));
            yield progressOf(resultSetId);
          }
        })(),
      );
    },
    rows: ({
      resultSetId,
      first,
      count,
    }: {
      resultSetId: string;
      first: number;
      count: number;
    }) => {
      const length = Math.min(count, (sets.get(resultSetId) ?? 0) - first);
      const items = Array.from({ length }, (_, index) => ({ id: { N: String(first + index) } }));
      return Promise.resolve({ items: JSON.stringify(items) });
    },
    close: ({ resultSetId }: { resultSetId: string }) => {
      log.push(`close ${resultSetId}`);
      return Promise.resolve({});
    },
  };
  const set = createResultSet({ query: query as never, connectionId: 'c', rowKey, budget });
  const fetched = async () => {
    const { version } = set.store.getState();
    wantRows(set.store.getState(), 0, 99);
    await vi.waitFor(() => expect(set.store.getState().version).toBeGreaterThan(version), {
      interval: 1,
    });
  };
  return { set, log, fetched };
}

const ids = (set: ReturnType<typeof setUp>['set']) => {
  const state = set.store.getState();
  return Array.from({ length: rowCountOf(state) }, (_, shown) => {
    const id = rowAt(state, shown, rowKey)?.id;
    return id && 'N' in id ? id.N : undefined;
  });
};

describe('a result set', () => {
  it('reads a page, one more, then all that is left', async () => {
    const { set, log } = setUp({ count: 45 });
    await set.run(read);
    expect(rowCountOf(set.store.getState())).toBe(10);
    await set.loadMore('page');
    expect(rowCountOf(set.store.getState())).toBe(20);
    await set.loadMore('all');
    expect(set.store.getState()).toMatchObject({
      reading: undefined,
      progress: { complete: true },
    });
    expect(rowCountOf(set.store.getState())).toBe(45);
    expect(log).toEqual([
      'open {"TableName":"T"}',
      'load set1 page',
      'load set1 page',
      'load set1 all',
    ]);
  });

  it('frees the result that a new one replaces', async () => {
    const { set, log } = setUp({ count: 5 });
    await set.run(read);
    await set.run(read);
    expect(log).toContain('close set1');
    expect(log).not.toContain('close set2');
    set.close();
    expect(log).toContain('close set2');
  });

  it('reads as many rows again as there were, showing the old ones meanwhile', async () => {
    const rows = { count: 45 };
    const { set } = setUp(rows);
    await set.run(read);
    await set.loadMore('page');
    rows.count = 46;
    const counts: number[] = [];
    const unsubscribe = set.store.subscribe((state) => counts.push(rowCountOf(state)));
    await set.run(read, 20);
    unsubscribe();
    expect(new Set(counts)).toEqual(new Set([20]));
    expect(set.store.getState().run).toBe(1);
  });

  it('keeps what was read when it is stopped', async () => {
    const { set } = setUp({ count: 1_000 });
    await set.run(read);
    const loading = set.loadMore('all');
    await Promise.resolve();
    set.stop();
    await loading;
    expect(set.store.getState()).toMatchObject({ reading: undefined, error: undefined });
    expect(rowCountOf(set.store.getState())).toBeGreaterThanOrEqual(10);
    expect(rowCountOf(set.store.getState())).toBeLessThan(1_000);
  });

  it('shows what was written since, without reading again', async () => {
    const { set, fetched } = setUp({ count: 5 });
    await set.run(read);
    await fetched();
    set.showWritten(rowKey({ id: { N: '1' } }), undefined);
    expect(ids(set)).toEqual(['0', '2', '3', '4']);
    expect(set.showAdded({ id: { N: '9' } })).toBe(true);
    expect(ids(set)).toEqual(['0', '2', '3', '4', '9']);
    set.showWritten(rowKey({ id: { N: '2' } }), { id: { N: '2' }, title: { S: 'new' } });
    expect(rowAt(set.store.getState(), 1, rowKey)).toEqual({ id: { N: '2' }, title: { S: 'new' } });
  });

  it('shows an item once that was there already', async () => {
    const { set, fetched } = setUp({ count: 5 });
    await set.run(read);
    await fetched();
    expect(set.showAdded({ id: { N: '3' }, title: { S: 'new' } })).toBe(true);
    expect(ids(set)).toEqual(['0', '1', '2', '3', '4']);
  });

  it('adds nothing that may not belong to the result', async () => {
    const { set } = setUp({ count: 5 });
    await set.run({ ...read, surelyHas: () => false });
    expect(set.showAdded({ id: { N: '9' } })).toBe(false);
    expect(rowCountOf(set.store.getState())).toBe(5);
  });
});

it('knows the attributes that reads have seen, whatever the last one found', () => {
  const seen = [{ name: 'a', types: ['N' as const], rowCount: 1 }];
  const known = [
    { name: 'a', types: ['S' as const], rowCount: 2 },
    { name: 'b', types: ['S' as const], rowCount: 3 },
  ];
  expect(mergeKnown(known, seen)).toEqual([...seen, { name: 'b', types: ['S'], rowCount: 3 }]);
  expect(mergeKnown(known, [])).toEqual(known);
});

it('says why it could not read', async () => {
  const error = new Error('No way');
  const query = { open: () => Promise.reject(error) };
  const set = createResultSet({ query: query as never, connectionId: 'c', rowKey, budget });
  await set.run(read);
  expect(set.store.getState()).toMatchObject({ reading: undefined, error, progress: undefined });
});
