import { useMemo } from 'react';
import type { Item } from '../../../domain/attribute-value.ts';
import type { KeySchema } from '../../../domain/table-schema.ts';
import type { GridRowSource, GridSource } from '../grid/grid-source.ts';
import type { RowKey } from '../query/result-state.ts';
import { createNewRowProblems } from '../staging/new-row-problem.ts';
import type { NewRowProblem } from '../staging/new-row-problem.ts';
import { rebase } from '../staging/staged-change.ts';
import type { Stage, StagedChange } from '../staging/staged-change.ts';
import type { StagedTable } from '../staging/staged-table.ts';

/** The rows that are read, as they are shown, by their places. */
export type ReadRowsShown = {
  readonly rowCount: number;
  readonly itemAt: (index: number) => Item | undefined;
  readonly want: (first: number, last: number) => void;
  readonly fetch: (first: number, count: number, signal?: AbortSignal) => Promise<readonly Item[]>;
};

type Rows = {
  readonly ofItem: (item: Item, stage: Stage) => GridRowSource;
  readonly ofNew: (change: StagedChange, problemOf: NewRowProblem) => GridRowSource;
};

const noItem: Item = {};

/** Makes rows; the same object for the same item and change, so that a row is drawn but once. */
export function createRows(rowKey: RowKey): Rows {
  const read = new WeakMap<Item, GridRowSource>();
  const staged = new WeakMap<StagedChange, { row: GridRowSource; item: Item }>();

  const readRow = (item: Item): GridRowSource => {
    const known = read.get(item);
    if (known !== undefined) return known;
    const row = { rowKey: rowKey(item), item, original: item, staged: undefined };
    read.set(item, row);
    return row;
  };
  const stagedRow = (change: StagedChange, item: Item, problem?: string): GridRowSource => {
    const known = staged.get(change);
    if (known !== undefined && known.item === item && known.row.problem === problem)
      return known.row;
    const { rowKey: key, original: base, edited } = change;
    const sign = edited === undefined ? 'deleted' : base === undefined ? 'new' : 'edited';
    // As it is read now, whole or as an index has it: what others changed in it since it was edited
    // is seen, and is no edit.
    const shown =
      edited === undefined
        ? item
        : base === undefined || base === item
          ? edited
          : (rebase(change, item).edited ?? item);
    const original = sign === 'edited' ? item : base;
    const row = { rowKey: key, item: shown, original, staged: sign, problem } as const;
    staged.set(change, { row, item });
    return row;
  };
  const ofItem = (item: Item, stage: Stage): GridRowSource => {
    const row = readRow(item);
    const change = stage.get(row.rowKey);
    return change === undefined ? row : stagedRow(change, item);
  };
  const ofNew = (change: StagedChange, problemOf: NewRowProblem) =>
    stagedRow(change, change.edited ?? noItem, problemOf(change));
  return { ofItem, ofNew };
}

/** New rows first, then the rows that were read, each with what is staged for it. */
export function createItemsSource(
  { rowCount, itemAt, want, fetch }: ReadRowsShown,
  stage: Stage,
  added: { readonly newRows: readonly StagedChange[]; readonly problemOf: NewRowProblem },
  rows: Rows,
): GridSource {
  const { newRows, problemOf } = added;
  const before = newRows.length;
  const rowAt = (index: number): GridRowSource | undefined => {
    const change = newRows[index];
    if (change !== undefined) return rows.ofNew(change, problemOf);
    const item = itemAt(index - before);
    return item && rows.ofItem(item, stage);
  };
  const wantRead = (first: number, last: number) => {
    if (last >= before && rowCount > 0) want(Math.max(0, first - before), last - before);
  };
  const fetchAll = async (first: number, count: number, signal?: AbortSignal) => {
    const fresh = newRows
      .slice(first, first + count)
      .map((change) => rows.ofNew(change, problemOf));
    const rest = count - fresh.length;
    if (rest <= 0) return fresh;
    const items = await fetch(Math.max(0, first - before), rest, signal);
    return [...fresh, ...items.map((item) => rows.ofItem(item, stage))];
  };
  return {
    rowCount: before + rowCount,
    newRowCount: before,
    rowAt,
    want: wantRead,
    fetch: fetchAll,
  };
}

/** The rows of a table's grid: see `createItemsSource`. */
export function useItemsSource(
  { rowCount, itemAt, want, fetch }: ReadRowsShown,
  { stage, newRows }: Pick<StagedTable, 'stage' | 'newRows'>,
  rowKey: RowKey,
  schema: KeySchema,
): GridSource {
  const rows = useMemo(() => createRows(rowKey), [rowKey]);
  const problemsOf = useMemo(() => createNewRowProblems(schema), [schema]);
  const added = useMemo(() => ({ newRows, problemOf: problemsOf(newRows) }), [newRows, problemsOf]);
  return useMemo(
    () => createItemsSource({ rowCount, itemAt, want, fetch }, stage, added, rows),
    [rowCount, itemAt, want, fetch, stage, added, rows],
  );
}
