import { vi } from 'vitest';
import type { Arrangement, ResultSetProgress } from '../../../../contract/query.ts';
import { SortkeyError } from '../../../../contract/sortkey-error.ts';
import type { Item } from '../../../../domain/attribute-value.ts';
import type { Read } from '../read.ts';
import { createResultSet } from '../result-set.ts';
import { rowAt, rowCountOf, wantRows } from '../result-state.ts';

export const rowKey = (item: Item) => JSON.stringify(item['id']);
export const budget = () => ({ pages: 10 });
export const read: Read = {
  operation: 'Scan',
  request: '{"TableName":"T"}',
  index: undefined,
  itemCount: 45,
  surelyHas: () => true,
};

type InSet = { readonly resultSetId: string };
type Signalled = { readonly signal: AbortSignal };
type View = { readonly viewId: string; readonly rows: readonly number[] };

const pageRows = 10;

/**
 * A main side with a table of so many rows, read in pages of ten. Rows are numbered from 0; any
 * filter leaves the even ones.
 */
export function createMainSide(table: { count: number }) {
  const sets = new Map<string, number>();
  const views = new Map<string, View>();
  const log: string[] = [];
  /** Waited for before an arrangement is made. */
  const gate = { open: Promise.resolve() };

  const progressOf = (id: string): ResultSetProgress => {
    const rowCount = sets.get(id) ?? 0;
    return {
      rowCount,
      scannedCount: rowCount,
      pageCount: 1,
      elapsedMs: 1,
      complete: rowCount >= table.count,
      budgetSpent: false,
      segments: 1,
      memoryBytes: 0,
      fileBytes: 0,
      attributes: [],
    };
  };
  async function* load(id: string, what: string, signal: AbortSignal) {
    for (let more = true; more; more = what === 'all' && !progressOf(id).complete) {
      await Promise.resolve();
      if (signal.aborted) throw new Error('aborted');
      sets.set(id, Math.min((sets.get(id) ?? 0) + pageRows, table.count));
      yield progressOf(id);
    }
  }
  const rowsOf = (id: string, viewId: string | undefined): readonly number[] => {
    if (viewId === undefined) return Array.from({ length: sets.get(id) ?? 0 }, (_, row) => row);
    const view = views.get(id);
    if (view?.viewId !== viewId) throw new SortkeyError('RESULT_SET_NOT_FOUND', 'No such view.');
    return view.rows;
  };
  const query = {
    open: ({ request }: { request: string }) => {
      log.push(`open ${request}`);
      const resultSetId = `set${sets.size + 1}`;
      sets.set(resultSetId, 0);
      return Promise.resolve({ resultSetId });
    },
    load: ({ resultSetId, what }: InSet & { what: string }, { signal }: Signalled) => {
      log.push(`load ${resultSetId} ${what}`);
      return Promise.resolve(load(resultSetId, what, signal));
    },
    rows: async (input: InSet & { viewId?: string; first: number; count: number }) => {
      await Promise.resolve();
      const rows = rowsOf(input.resultSetId, input.viewId);
      const items = rows.slice(input.first, input.first + input.count);
      return { items: JSON.stringify(items.map((id) => ({ id: { N: String(id) } }))) };
    },
    arrange: async ({ resultSetId, sort, filters }: InSet & Arrangement, { signal }: Signalled) => {
      log.push(`arrange ${resultSetId}`);
      await gate.open;
      signal.throwIfAborted();
      const loaded = rowsOf(resultSetId, undefined);
      const left = filters.length === 0 ? loaded : loaded.filter((row) => row % 2 === 0);
      const rows = sort?.descending === true ? left.toReversed() : left;
      const viewId = `view${log.length}`;
      views.set(resultSetId, { viewId, rows });
      return { viewId, rowCount: rows.length, loadedRows: loaded.length };
    },
    find: () => Promise.resolve({ places: [], rowCount: 0, valueCount: 0 }),
    close: ({ resultSetId }: InSet) => {
      log.push(`close ${resultSetId}`);
      return Promise.resolve({});
    },
  };

  const set = createResultSet({ query: query as never, connectionId: 'c', rowKey, budget });
  const { store } = set;
  /** Fetches the first rows, and waits until they are here. */
  const fetched = async () => {
    const { version } = store.getState();
    wantRows(store.getState(), 0, 99);
    await vi.waitUntil(() => store.getState().version > version, { interval: 1 });
  };
  /** The numbers of the rows shown; undefined for those that are not here. */
  const ids = () => {
    const state = store.getState();
    return Array.from({ length: rowCountOf(state) }, (_, shown) => {
      const id = rowAt(state, shown, rowKey)?.['id'];
      return id && 'N' in id ? id.N : undefined;
    });
  };
  return { set, log, gate, views, fetched, ids };
}
