import type { ReadBudget, ResultSetProgress } from '../../../contract/query.ts';
import { createNews } from './news.ts';
import { defaultReadBudget, limitForAll, limitForPage } from './page-size.ts';
import { createRowViews } from './row-views.ts';
import type { RowViews } from './row-views.ts';
import type { ResultStore } from './store/result-store.ts';
import type { PageRead, SegmentReader } from './store/segment-reader.ts';
import { createTurns } from './turns.ts';

/** How far to read. */
export type LoadOptions = {
  readonly what: 'page' | 'all';
  /** For a page: what may be spent on it. */
  readonly budget?: ReadBudget | undefined;
};

/** A run of a Query or Scan: rows by number, read on as far as was asked for. */
export type ResultSet = Pick<RowViews, 'arrange' | 'find'> & {
  /** Rows by their places in a view, or by their numbers. */
  readonly rows: (first: number, count: number, viewId: string | undefined) => Promise<string>;
  readonly load: (
    options: LoadOptions,
    signal: AbortSignal | undefined,
  ) => AsyncGenerator<ResultSetProgress, void, void>;
  /** Ends what still reads, and frees the rows. */
  readonly close: () => Promise<void>;
};

export type ResultSetOptions = {
  /** Reads into the store. */
  readonly reader: Pick<SegmentReader, 'segments' | 'isAtEnd' | 'readPage' | 'readAll'>;
  readonly store: ResultStore;
  /** The rows of one page. */
  readonly pageRows: number;
  /** True where a filter may leave less than was looked at. */
  readonly filtered: boolean;
};

export function createResultSet(options: ResultSetOptions): ResultSet {
  const { reader, store, pageRows, filtered } = options;
  const closing = new AbortController();
  /** Rows that may be shown: a filtered page may have found more than were asked for. */
  let mostRows = 0;
  let scannedCount = 0;
  let pageCount = 0;
  let consumedCapacity: number | undefined;
  let budgetSpent = false;
  let elapsedMs = 0;
  let readingSince: number | undefined;
  const takeTurn = createTurns();
  const shown = () => Math.min(mostRows, store.rowCount());
  const views = createRowViews({ store, loadedRows: shown, closing: closing.signal });

  function progress(): ResultSetProgress {
    const sinceMs = readingSince === undefined ? 0 : performance.now() - readingSince;
    return {
      rowCount: shown(),
      scannedCount,
      pageCount,
      consumedCapacity,
      elapsedMs: elapsedMs + sinceMs,
      complete: reader.isAtEnd() && shown() === store.rowCount(),
      budgetSpent,
      segments: reader.segments,
      ...store.usage(),
      attributes: store.attributes(),
    };
  }

  function count(page: PageRead): void {
    scannedCount += page.scannedCount;
    pageCount += 1;
    if (page.consumedCapacity !== undefined) {
      consumedCapacity = (consumedCapacity ?? 0) + page.consumedCapacity;
    }
  }

  async function timed(reading: Promise<unknown>): Promise<void> {
    const started = performance.now();
    readingSince = started;
    try {
      await reading;
    } finally {
      elapsedMs += performance.now() - started;
      readingSince = undefined;
    }
  }

  async function* loadPage(budget: ReadBudget, signal: AbortSignal) {
    const wanted = shown() + pageRows;
    mostRows = wanted;
    const [pagesBefore, unitsBefore] = [pageCount, consumedCapacity ?? 0];
    const isSpent = () =>
      pageCount - pagesBefore >= budget.pages ||
      (consumedCapacity ?? 0) - unitsBefore >= (budget.capacityUnits ?? Number.POSITIVE_INFINITY);
    while (store.rowCount() < wanted && !reader.isAtEnd()) {
      if (pageCount > pagesBefore) {
        budgetSpent = isSpent();
        if (budgetSpent) break;
        yield progress();
      }
      signal.throwIfAborted();
      const limit = limitForPage(wanted - store.rowCount(), filtered);
      await timed(reader.readPage(limit, signal).then(count));
    }
    yield progress();
  }

  async function* loadAll(signal: AbortSignal) {
    mostRows = Number.POSITIVE_INFINITY;
    // Ends the reading, too, where nobody asks for its progress any more.
    const leaving = new AbortController();
    const either = AbortSignal.any([signal, leaving.signal]);
    const news = createNews();
    const onPage = (page: PageRead) => {
      count(page);
      news.tell();
    };
    const reading = timed(reader.readAll(() => limitForAll(store.meanBytes()), either, onPage));
    try {
      for await (const _ of news.during(reading)) if (!signal.aborted) yield progress();
    } finally {
      leaving.abort();
      await reading.catch(() => {});
    }
    yield progress();
  }

  /** One at a time: a load waits until the one before it has ended. */
  async function* load({ what, budget }: LoadOptions, callers: AbortSignal | undefined) {
    const turn = takeTurn();
    const signal = callers ? AbortSignal.any([callers, closing.signal]) : closing.signal;
    try {
      await turn.begun;
      const rowsBefore = shown();
      budgetSpent = false;
      try {
        yield* what === 'all' ? loadAll(signal) : loadPage(budget ?? defaultReadBudget, signal);
      } catch (cause) {
        // Cancelled by the caller: what was read stays, and can be read on from.
        if (signal.aborted) return;
        // What came before a failure stays, too, and is told.
        if (shown() > rowsBefore) yield progress();
        throw cause;
      }
    } finally {
      turn.end();
    }
  }

  return {
    async rows(first, count, viewId) {
      const view = views.rowsOf(viewId);
      if (view !== undefined) return store.rows(first, count, view);
      return store.rows(first, Math.max(Math.min(count, shown() - first), 0));
    },
    arrange: views.arrange,
    find: views.find,
    load,
    async close() {
      closing.abort();
      await store.dispose();
    },
  };
}
