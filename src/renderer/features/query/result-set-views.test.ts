import { describe, expect, it, vi } from 'vitest';
import type { Arrangement } from '../../../contract/query.ts';
import { rowCountOf, wantRows } from './result-state.ts';
import { createMainSide, read, rowKey } from './testing/main-side.ts';

const descending: Arrangement = { sort: { name: 'id', descending: true }, filters: [] };
const even: Arrangement = {
  filters: [{ name: 'id', test: { kind: 'exists' }, negated: false }],
};

/** A gate that stays closed until it is opened. */
function closed() {
  const waiting: (() => void)[] = [];
  const promise = new Promise<void>((opened) => waiting.push(opened));
  return { promise, resolve: () => waiting.forEach((opened) => opened()) };
}

describe('the loaded rows in an order', () => {
  it('are shown at once, without a blank row, and in the order of their coming again', async () => {
    const { set, ids } = createMainSide({ count: 5 });
    await set.run(read);
    await set.arrange(descending);
    expect(ids()).toEqual(['4', '3', '2', '1', '0']);
    await set.arrange({ filters: [] });
    expect(ids()).toEqual(['0', '1', '2', '3', '4']);
    expect(set.store.getState()).toMatchObject({ view: undefined, arranging: undefined });
  });

  it('stand at other places, which is told', async () => {
    const { set } = createMainSide({ count: 5 });
    await set.run(read);
    const { run } = set.store.getState();
    await set.arrange(even);
    expect(set.store.getState().run).toBe(run + 1);
    expect(rowCountOf(set.store.getState())).toBe(3);
  });

  it('leave out what is gone and show what was written, wherever it stands now', async () => {
    const { set, ids } = createMainSide({ count: 5 });
    await set.run(read);
    set.showWritten(rowKey({ id: { N: '1' } }), undefined);
    await set.arrange(descending);
    expect(ids()).toEqual(['4', '3', '2', '0']);
    await set.arrange(even);
    expect(ids()).toEqual(['0', '2', '4']);
    await set.arrange({ filters: [] });
    expect(ids()).toEqual(['0', '2', '3', '4']);
  });

  it('are arranged again once more of them are read', async () => {
    const { set, log } = createMainSide({ count: 45 });
    await set.run(read);
    await set.arrange(descending);
    await set.loadMore('page');
    expect(set.store.getState().view).toMatchObject({ rowCount: 20, loadedRows: 20 });
    await set.loadMore('all');
    expect(set.store.getState().view).toMatchObject({ rowCount: 45, loadedRows: 45 });
    expect(log.filter((line) => line === 'arrange set1')).toHaveLength(3);
  });

  it('are arranged again also where reading them was stopped', async () => {
    const { set } = createMainSide({ count: 1_000 });
    await set.run(read);
    await set.arrange(descending);
    const loading = set.loadMore('all');
    const unsubscribe = set.store.subscribe(({ progress }) => {
      if (progress?.rowCount === 20) set.stop();
    });
    await loading;
    unsubscribe();
    const { view, progress } = set.store.getState();
    expect(progress?.complete).toBe(false);
    expect(view?.loadedRows).toBe(progress?.rowCount);
  });

  it('stay so when the same is read again, and not when something else is', async () => {
    const { set, ids } = createMainSide({ count: 5 });
    await set.run(read);
    await set.arrange(descending);
    await set.run({ ...read });
    expect(ids()).toEqual(['4', '3', '2', '1', '0']);
    await set.run({ ...read, request: '{"TableName":"T","Limit":5}' });
    expect(set.store.getState().view).toBeUndefined();
  });
});

describe('an order that is being made', () => {
  it('can be given up: what was shown stays', async () => {
    const { set, gate } = createMainSide({ count: 5 });
    await set.run(read);
    const { promise, resolve } = closed();
    gate.open = promise;
    const arranging = set.arrange(descending);
    expect(set.store.getState().arranging).toBe(descending);
    set.stopArranging();
    resolve();
    await arranging;
    expect(set.store.getState()).toMatchObject({
      view: undefined,
      arranging: undefined,
      error: undefined,
    });
  });

  it('is overtaken by the next one', async () => {
    const { set, gate, ids } = createMainSide({ count: 5 });
    await set.run(read);
    const { promise, resolve } = closed();
    gate.open = promise;
    const first = set.arrange(descending);
    const second = set.arrange(even);
    resolve();
    await Promise.all([first, second]);
    expect(ids()).toEqual(['0', '2', '4']);
    expect(set.store.getState().arranging).toBeUndefined();
  });

  it('has no say once something else is read', async () => {
    const { set, gate } = createMainSide({ count: 5 });
    await set.run(read);
    const { promise, resolve } = closed();
    gate.open = promise;
    const arranging = set.arrange(descending);
    await set.run({ ...read, request: '{"TableName":"T","Limit":5}' });
    resolve();
    await arranging;
    expect(set.store.getState()).toMatchObject({ view: undefined, error: undefined });
  });

  it('says why it could not be made', async () => {
    const { set, gate } = createMainSide({ count: 5 });
    await set.run(read);
    const error = new Error('No way');
    gate.open = Promise.reject(error);
    await set.arrange(descending);
    expect(set.store.getState()).toMatchObject({ view: undefined, arranging: undefined, error });
  });
});

it('makes a view again that was lost to one that nobody wanted any more', async () => {
  const { set, views, ids } = createMainSide({ count: 500 });
  await set.run(read);
  await set.loadMore('all');
  await set.arrange(descending);
  views.set('set1', { viewId: 'another', rows: [] });
  wantRows(set.store.getState(), 200, 299);
  await vi.waitUntil(() => set.store.getState().view?.viewId !== 'view4', { interval: 1 });
  await vi.waitUntil(() => ids()[0] === '499', { interval: 1 });
  expect(set.store.getState().error).toBeUndefined();
});

it('gives the rows of a view only while it stands, never those of another one at its places', async () => {
  const { set } = createMainSide({ count: 50 });
  await set.run(read);
  await set.loadMore('all');
  await set.arrange(descending);
  const rowsOf = set.rowsIn(set.store.getState());
  expect(await rowsOf(0, 1)).toEqual([{ id: { N: '49' } }]);
  await set.arrange(even);
  await expect(rowsOf(1, 1)).rejects.toThrow('No such view.');
});
