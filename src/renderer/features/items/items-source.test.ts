import { describe, expect, it, vi } from 'vitest';
import type { Item } from '../../../domain/attribute-value.ts';
import type { Stage, StagedChange } from '../staging/staged-change.ts';
import { createItemsSource, createRows } from './items-source.ts';

const item = (id: string, title = 't'): Item => ({ id: { S: id }, title: { S: title } });
const keyOf = ({ id }: Item) => (id !== undefined && 'S' in id ? id.S : '');
const fresh = (id: string): StagedChange => ({
  rowKey: `new:${id}`,
  original: undefined,
  edited: item(id),
});

const problemOf = ({ rowKey }: StagedChange) => (rowKey === 'new:x' ? 'no' : undefined);

function source(items: readonly Item[], stage: Stage, newRows: readonly StagedChange[] = []) {
  const want = vi.fn<(first: number, last: number) => void>();
  const fetch = vi.fn<(first: number, count: number) => Promise<readonly Item[]>>((first, count) =>
    Promise.resolve(items.slice(first, first + count)),
  );
  const rows = createRows(keyOf);
  const read = { rowCount: items.length, itemAt: (index: number) => items[index], want, fetch };
  const make = () => createItemsSource(read, stage, { newRows, problemOf }, rows);
  return { ...make(), make, wanted: want, fetchItems: fetch };
}

const a = item('a');
const edited: StagedChange = { rowKey: 'a', original: a, edited: item('a', 'new') };
const deleted: StagedChange = { rowKey: 'b', original: item('b'), edited: undefined };
const stage: Stage = new Map([edited, deleted].map((change) => [change.rowKey, change]));

describe('the rows of the grid', () => {
  it('are the new ones, then those that were read, with what is staged for them', () => {
    const { rowAt, rowCount } = source([a, item('b'), item('c')], stage, [fresh('x'), fresh('y')]);
    expect(rowCount).toBe(5);
    expect([0, 1, 2, 3, 4, 5].map((index) => rowAt(index)?.staged)).toEqual([
      'new',
      'new',
      'edited',
      'deleted',
      undefined,
      undefined,
    ]);
    expect(rowAt(0)).toMatchObject({ rowKey: 'new:x', original: undefined, problem: 'no' });
    expect(rowAt(2)).toMatchObject({ item: edited.edited, original: a });
    expect(rowAt(3)).toMatchObject({ item: item('b'), original: item('b') });
    expect(rowAt(5)).toBeUndefined();
  });

  it('show what others changed in an edited item since, and do not take it for an edit', () => {
    const now: Item = { ...a, pages: { N: '7' } };
    const { rowAt } = source([now], stage);
    expect(rowAt(0)).toMatchObject({
      item: { ...item('a', 'new'), pages: { N: '7' } },
      original: now,
      staged: 'edited',
    });
  });

  it('are the same objects as long as nothing of them changes', () => {
    const { make } = source([a, item('c')], stage, [fresh('y')]);
    for (const index of [0, 1, 2]) expect(make().rowAt(index)).toBe(make().rowAt(index));
  });

  it('are asked for by the places where they were read', () => {
    const rows = source([a, item('b'), item('c')], stage, [fresh('x'), fresh('y')]);
    rows.want(0, 1);
    expect(rows.wanted).not.toHaveBeenCalled();
    rows.want(1, 4);
    expect(rows.wanted).toHaveBeenCalledWith(0, 2);
  });

  it('are waited for where they are not here', async () => {
    const { fetch, fetchItems } = source([a, item('b')], stage, [fresh('x'), fresh('y')]);
    const keys = async (first: number, count: number) =>
      (await fetch(first, count)).map(({ rowKey }) => rowKey);
    expect(await keys(0, 2)).toEqual(['new:x', 'new:y']);
    expect(fetchItems).not.toHaveBeenCalled();
    expect(await keys(1, 2)).toEqual(['new:y', 'a']);
    expect(await keys(3, 5)).toEqual(['b']);
    expect(fetchItems.mock.calls.map(([first, count]) => [first, count])).toEqual([
      [0, 1],
      [1, 5],
    ]);
  });
});
