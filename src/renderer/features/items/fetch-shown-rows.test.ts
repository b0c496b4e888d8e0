import { expect, it, vi } from 'vitest';
import type { ResultSetProgress } from '../../../contract/query.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import { initialResult } from '../query/result-state.ts';
import type { ResultState } from '../query/result-state.ts';
import { addRow, emptyOverlay, removeRow, replaceRow } from '../query/row-overlay.ts';
import { fetchShownRows } from './fetch-shown-rows.ts';

const item = (id: string, title = 't'): Item => ({ id: { S: id }, title: { S: title } });
const rowKey = ({ id }: Item) => JSON.stringify(id);
const keyOf = (id: string) => rowKey(item(id));

function shown(rowCount: number, change = emptyOverlay) {
  const state: ResultState = {
    ...initialResult,
    progress: { rowCount } as ResultSetProgress,
    overlay: change,
  };
  const rows = Array.from({ length: rowCount }, (_, index) => item(`r${index}`));
  const readRows = vi.fn<(first: number, count: number) => Promise<Item[]>>((first, count) =>
    Promise.resolve(rows.slice(first, first + count)),
  );
  const fetch = (first: number, count: number) =>
    fetchShownRows(state, readRows, rowKey, { first, count });
  return { fetch, readRows };
}

const ids = (items: readonly Item[]) => items.map((one) => JSON.stringify(one['id']).slice(6, -2));

it('gives the rows as they are shown: without those that are gone, with those that are new', async () => {
  const overlay = addRow(
    replaceRow(removeRow(emptyOverlay, keyOf('r1'), 1), keyOf('r2'), item('r2', 'new')),
    keyOf('added'),
    item('added'),
  );
  const { fetch } = shown(4, overlay);
  expect(ids(await fetch(0, 10))).toEqual(['r0', 'r2', 'r3', 'added']);
  expect(await fetch(1, 1)).toEqual([item('r2', 'new')]);
  expect(ids(await fetch(2, 2))).toEqual(['r3', 'added']);
  expect(ids(await fetch(3, 5))).toEqual(['added']);
});

it('asks for many rows in several windows, and for none where there are none', async () => {
  const { fetch, readRows } = shown(2_500);
  expect(await fetch(100, 2_400)).toHaveLength(2_400);
  expect(readRows.mock.calls.map(([first, count]) => [first, count])).toEqual([
    [100, 1_000],
    [1_100, 1_000],
    [2_100, 400],
  ]);
  readRows.mockClear();
  expect(await fetch(2_500, 10)).toEqual([]);
  expect(readRows).not.toHaveBeenCalled();
});
