import type { ResultSetProgress } from '../../../contract/query.ts';
import { limitForAll, limitForPage, pageBudget } from './page-size.ts';
import type { ResultStore } from './store/result-store.ts';
import type { PageRead, SegmentReader } from './store/segment-reader.ts';
import { createTurns } from './turns.ts';

/** A run of a Query or Scan: rows by number, read on as far as was asked for. */
export type ResultSet = {
  readonly rows: (first: number, count: number) => Promise<string>;
  readonly load: (
    what: 'page' | 'all',
    signal: AbortSignal | undefined,
  ) => AsyncGenerator<ResultSetProgress, void, void>;
  /** Ends what still reads, and frees the rows. */
  readonly close: () => Promise<void>;
};

export type ResultSetOptions = {
  /** Reads into the store. */
  readonly reader: Pick<SegmentReader, 'isAtEnd' | 'readPage'>;
  readonly store: ResultStore;
  /** The rows of one page. */
  readonly pageRows: number;
  /** True where a filter may leave less than was looked at. */
  readonly filtered: boolean;
};

export function createResultSet(options: ResultSetOptions): ResultSet {
  const { reader, store, pageRows, filtered } = options;
  const closing = new AbortController();
  /** Rows that are shown: a filtered page may have found more than were asked for. */
  let shown = 0;
  let scannedCount = 0;
  let pageCount = 0;
  let consumedCapacity: number | undefined;
  let elapsedMs = 0;
  const takeTurn = createTurns();

  function progress(): ResultSetProgress {
    return {
      rowCount: shown,
      scannedCount,
      pageCount,
      consumedCapacity,
      elapsedMs,
      complete: isComplete(),
      attributes: store.attributes().map(({ name, types }) => ({ name, types: [...types] })),
    };
  }

  const isComplete = () => reader.isAtEnd() && shown === store.rowCount();

  function count(page: PageRead, tookMs: number): void {
    scannedCount += page.scannedCount;
    pageCount += 1;
    elapsedMs += tookMs;
    if (page.consumedCapacity !== undefined) {
      consumedCapacity = (consumedCapacity ?? 0) + page.consumedCapacity;
    }
  }

  async function readPage(limit: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const started = performance.now();
    const page = await reader.readPage(limit, signal);
    count(page, performance.now() - started);
  }

  async function* loadPage(signal: AbortSignal): AsyncGenerator<ResultSetProgress, void, void> {
    const wanted = shown + pageRows;
    const isShort = () => store.rowCount() < wanted && !reader.isAtEnd();
    for (let pages = 0; isShort() && pages < pageBudget; pages += 1) {
      if (pages > 0) yield progress();
      await readPage(limitForPage(wanted - store.rowCount(), filtered), signal);
      shown = Math.min(wanted, store.rowCount());
    }
    shown = Math.min(wanted, store.rowCount());
    yield progress();
  }

  async function* loadAll(signal: AbortSignal): AsyncGenerator<ResultSetProgress, void, void> {
    shown = store.rowCount();
    while (!reader.isAtEnd()) {
      await readPage(limitForAll(store.meanBytes()), signal);
      shown = store.rowCount();
      if (!reader.isAtEnd()) yield progress();
    }
    yield progress();
  }

  /** One at a time: a load waits until the one before it has ended. */
  async function* load(what: 'page' | 'all', callers: AbortSignal | undefined) {
    const turn = takeTurn();
    const signal = callers ? AbortSignal.any([callers, closing.signal]) : closing.signal;
    try {
      await turn.begun;
      yield* what === 'all' ? loadAll(signal) : loadPage(signal);
    } catch (cause) {
      // Cancelled by the caller: what was read stays, and can be read on from.
      if (!signal.aborted) throw cause;
    } finally {
      turn.end();
    }
  }

  return {
    rows: (first, count) => store.rows(first, Math.max(Math.min(count, shown - first), 0)),
    load,
    async close() {
      closing.abort();
      await store.dispose();
    },
  };
}
