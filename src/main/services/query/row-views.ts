import { randomUUID } from 'node:crypto';
import { maximumMatches } from '../../../contract/limits.ts';
import type { Arrangement, RowsView } from '../../../contract/query.ts';
import { resultSetNotFound, viewNotFound, workCancelled } from './query-errors.ts';
import { readRowFilter } from './row-filters.ts';
import type { ResultStore } from './store/result-store.ts';
import type { RowView } from './store/row-slots.ts';
import type { TextQuery } from './store/text-search.ts';

/** Where a text was found: places in a view, of the first rows that hold it. */
export type FoundRows = {
  readonly places: number[];
  readonly rowCount: number;
  readonly valueCount: number;
};

/** The loaded rows of a result set in an order of their own: one at a time. */
export type RowViews = {
  /** Makes the view, which takes the place of the one before; ends what another call still makes. */
  readonly arrange: (order: Arrangement, signal: AbortSignal | undefined) => Promise<RowsView>;
  readonly find: (
    query: TextQuery,
    viewId: string | undefined,
    signal: AbortSignal | undefined,
  ) => Promise<FoundRows>;
  /** The rows of a view; undefined without an id. RESULT_SET_NOT_FOUND where it was replaced. */
  readonly rowsOf: (viewId: string | undefined) => RowView | undefined;
};

export function createRowViews(given: {
  readonly store: Pick<ResultStore, 'sort' | 'filter' | 'find'>;
  /** How many rows are loaded, as far as anybody was told. */
  readonly loadedRows: () => number;
  /** Aborts when the result set is closed. */
  readonly closing: AbortSignal;
}): RowViews {
  const { store, loadedRows, closing } = given;
  let current: { readonly id: string; readonly rows: RowView } | undefined;
  let arranging = new AbortController();

  function rowsOf(viewId: string | undefined): RowView | undefined {
    if (viewId === undefined) return undefined;
    if (current?.id !== viewId) throw viewNotFound();
    return current.rows;
  }

  /** Runs work that a signal may end, and says in words that it did. */
  async function cancellable<Outcome>(
    what: string,
    signals: readonly (AbortSignal | undefined)[],
    run: (signal: AbortSignal) => Promise<Outcome>,
  ): Promise<Outcome> {
    const signal = AbortSignal.any([closing, ...signals.filter((each) => each !== undefined)]);
    try {
      const outcome = await run(signal);
      signal.throwIfAborted();
      return outcome;
    } catch (cause) {
      if (closing.aborted) throw resultSetNotFound();
      throw signal.aborted ? workCancelled(what, cause) : cause;
    }
  }

  async function arrange(
    { sort, filters }: Arrangement,
    callers: AbortSignal | undefined,
  ): Promise<RowsView> {
    const read = filters.map(readRowFilter);
    const firstRows = loadedRows();
    arranging.abort();
    arranging = new AbortController();
    const rows = await cancellable('Sorting', [callers, arranging.signal], async (signal) => {
      let within: RowView | undefined;
      for (const filter of read) within = await store.filter(filter, { within, firstRows, signal });
      if (sort !== undefined) within = await store.sort(sort, { within, firstRows, signal });
      return within ?? Uint32Array.from({ length: firstRows }, (_, row) => row);
    });
    current = { id: randomUUID(), rows };
    return { viewId: current.id, rowCount: rows.length, loadedRows: firstRows };
  }

  async function find(
    query: TextQuery,
    viewId: string | undefined,
    callers: AbortSignal | undefined,
  ): Promise<FoundRows> {
    const within = rowsOf(viewId);
    const firstRows = loadedRows();
    const { places, valueCount } = await cancellable('Finding', [callers], (signal) =>
      store.find(query, { within, firstRows, signal }),
    );
    const told = [...places.subarray(0, maximumMatches)];
    return { places: told, rowCount: places.length, valueCount };
  }

  return { arrange, find, rowsOf };
}
