import { describe, expect, it } from 'vitest';
import { createResultSet } from './result-set.ts';
import { mergeKnown, rowAt, rowCountOf } from './result-state.ts';
import { budget, createMainSide, read, rowKey } from './testing/main-side.ts';

describe('a result set', () => {
  it('reads a page, one more, then all that is left', async () => {
    const { set, log } = createMainSide({ count: 45 });
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
    const { set, log } = createMainSide({ count: 5 });
    await set.run(read);
    await set.run(read);
    expect(log).toContain('close set1');
    expect(log).not.toContain('close set2');
    set.close();
    expect(log).toContain('close set2');
  });

  it('reads as many rows again as there were, showing the old ones meanwhile', async () => {
    const rows = { count: 45 };
    const { set } = createMainSide(rows);
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
    const { set } = createMainSide({ count: 1_000 });
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
    const { set, ids } = createMainSide({ count: 5 });
    await set.run(read);
    set.showWritten(rowKey({ id: { N: '1' } }), undefined);
    expect(ids()).toEqual(['0', '2', '3', '4']);
    expect(set.showAdded({ id: { N: '9' } })).toBe(true);
    expect(ids()).toEqual(['0', '2', '3', '4', '9']);
    set.showWritten(rowKey({ id: { N: '2' } }), { id: { N: '2' }, title: { S: 'new' } });
    expect(rowAt(set.store.getState(), 1, rowKey)).toEqual({ id: { N: '2' }, title: { S: 'new' } });
  });

  it('shows an item once that was there already', async () => {
    const { set, ids } = createMainSide({ count: 5 });
    await set.run(read);
    expect(set.showAdded({ id: { N: '3' }, title: { S: 'new' } })).toBe(true);
    expect(ids()).toEqual(['0', '1', '2', '3', '4']);
  });

  it('adds nothing that may not belong to the result', async () => {
    const { set } = createMainSide({ count: 5 });
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
