import { useMemo } from 'react';
import { maximumWindowRows } from '../../../contract/limits.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import type { GridRowSource, GridSource } from '../grid/grid-source.ts';
import type { ResultSet } from '../query/result-set.ts';
import { rowAt, rowCountOf, wantRows } from '../query/result-state.ts';
import type { ResultState } from '../query/result-state.ts';
import { rowKeyOfSelected } from './partiql-session.ts';

const rows = new WeakMap<Item, GridRowSource>();

/** The same object for the same item, so that a row is drawn but once. */
function rowOf(item: Item): GridRowSource {
  const known = rows.get(item);
  if (known !== undefined) return known;
  const row = { rowKey: rowKeyOfSelected(item), item, original: item, staged: undefined };
  rows.set(item, row);
  return row;
}

/** The rows of a SELECT by their places, as they were read. */
export function useSelectedRows(resultSet: ResultSet, state: ResultState): GridSource {
  return useMemo(
    () => ({
      rowCount: rowCountOf(state),
      rowAt: (index) => {
        const item = rowAt(state, index, rowKeyOfSelected);
        return item && rowOf(item);
      },
      want: (first, last) => wantRows(state, first, last),
      fetch: async (first, count, signal) =>
        await fetchRows(resultSet, state, { first, count, signal }),
    }),
    [resultSet, state],
  );
}

/** Rows from a place on, at most so many of them; as many calls as the contract makes of them. */
async function fetchRows(
  { rowsIn }: ResultSet,
  state: ResultState,
  { first, count, signal }: { first: number; count: number; signal: AbortSignal | undefined },
): Promise<GridRowSource[]> {
  const end = Math.min(first + count, rowCountOf(state));
  const fetched: GridRowSource[] = [];
  for (let next = first; next < end; next += maximumWindowRows) {
    const items = await rowsIn(state)(next, Math.min(maximumWindowRows, end - next), signal);
    fetched.push(...items.map(rowOf));
  }
  return fetched;
}
