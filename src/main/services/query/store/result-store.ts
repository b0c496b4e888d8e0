import { SortkeyError } from '../../../../contract/sortkey-error.ts';
import { createAttributesSeen } from './attributes-seen.ts';
import type { AttributeSeen } from './attributes-seen.ts';
import { createChunks } from './chunks.ts';
import type { Chunk } from './chunks.ts';
import { cutPage } from './cut-page.ts';
import type { PageRest } from './cut-page.ts';
import { filterRows } from './filter-rows.ts';
import { findText } from './find-text.ts';
import type { TextMatches } from './find-text.ts';
import type { MemoryBudget } from './memory-budget.ts';
import { createPace } from './pace.ts';
import type { Pace } from './pace.ts';
import { readRows } from './read-rows.ts';
import { slotsOfAll, slotsOfView } from './row-slots.ts';
import type { RowSlots, RowView } from './row-slots.ts';
import type { RowFilter } from './row-test.ts';
import { sortRows } from './sort-rows.ts';
import type { RowOrder } from './sort-rows.ts';
import { createSpillFile } from './spill-file.ts';
import type { TextQuery } from './text-search.ts';

/** Which rows work is over, and how it is cancelled. */
export type ViewOptions = {
  /** Rows in an order of their own; all rows that there are now where it is not given. */
  readonly within?: RowView | undefined;
  /** Without a view: only so many rows, the first ones. */
  readonly firstRows?: number | undefined;
  /** Cancelled work throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
};

/** What is to be known of an answer beside its items, which are rows now. */
export type Appended = {
  readonly rest: PageRest;
  readonly rowCount: number;
  /**
   * Settles once more may be added: where memory is full, when the rows are in the file. To be
   * waited for. RESULTS_NOT_KEPT where the disk takes no more; the rows are there all the same.
   */
  readonly kept: Promise<void>;
};

/**
 * The rows of a result set: items as their bytes came, by number in the order of their coming.
 * A row costs the bytes of its text and five more; see docs/result-sets.md. A view of rows is an
 * array of row numbers, four bytes each, and stays good while rows are added.
 */
export type ResultStore = {
  /** Adds the items of a Query's or Scan's answer. SERVICE_FAILED where it is not DynamoDB's. */
  readonly append: (body: Uint8Array) => Appended;
  readonly rowCount: () => number;
  /** The mean size of a row's text in bytes; undefined while there is none. */
  readonly meanBytes: () => number | undefined;
  /** The top-level attributes of all rows, in the order of first sight, with their types. */
  readonly attributes: () => AttributeSeen[];
  /** Rows from a place on, as a JSON array of items; places are row numbers without a view. */
  readonly rows: (first: number, count: number, view?: RowView) => Promise<string>;
  readonly sort: (order: RowOrder, options?: ViewOptions) => Promise<RowView>;
  readonly filter: (filter: RowFilter, options?: ViewOptions) => Promise<RowView>;
  readonly find: (query: TextQuery, options?: ViewOptions) => Promise<TextMatches>;
  /** Bytes in memory and in the file. */
  readonly usage: () => { readonly memoryBytes: number; readonly fileBytes: number };
  /** Frees the memory, deletes the file, and cancels what is under way. */
  readonly dispose: () => Promise<void>;
};

export type ResultStoreOptions = {
  readonly budget: MemoryBudget;
  /** Rows past these go to the file, whatever the budget says. */
  readonly rowsInMemory: number;
  /** Where the file may come into being. */
  readonly filePath: string;
};

export function createResultStore(options: ResultStoreOptions): ResultStore {
  const { budget, rowsInMemory, filePath } = options;
  const chunks = createChunks();
  const file = createSpillFile(filePath);
  const source = { chunks, file };
  const seen = createAttributesSeen();
  const closing = new AbortController();
  let textBytes = 0;
  let memoryBytes = 0;

  function append(body: Uint8Array): Appended {
    closing.signal.throwIfAborted();
    const { bytes, starts, rest } = cutPage(body, seen);
    const rowCount = starts.length - 1;
    if (rowCount === 0) return { rest, rowCount, kept: Promise.resolve() };
    const chunk = chunks.add(bytes, starts);
    textBytes += bytes.length;
    if (chunks.rowCount() > rowsInMemory || !budget.take(bytes.length)) {
      return { rest, rowCount, kept: spill(chunk, bytes) };
    }
    memoryBytes += bytes.length;
    return { rest, rowCount, kept: Promise.resolve() };
  }

  async function spill(chunk: Chunk, bytes: Uint8Array): Promise<void> {
    try {
      chunk.position = await file.write(bytes);
      chunk.bytes = undefined;
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new SortkeyError(
        'RESULTS_NOT_KEPT',
        `The results no longer fit in memory, and ${filePath} cannot be written: ${reason}. ` +
          'Make room on that disk, or read fewer items.',
        {},
        { cause },
      );
    }
  }

  async function work<Outcome>(
    { within, firstRows, signal }: ViewOptions,
    run: (slots: RowSlots, pace: Pace) => Promise<Outcome>,
  ): Promise<Outcome> {
    const pace = createPace(signal ? AbortSignal.any([signal, closing.signal]) : closing.signal);
    const rowCount = chunks.rowCount();
    const all = slotsOfAll(Math.min(firstRows ?? rowCount, rowCount));
    return run(within === undefined ? all : slotsOfView(rowCount, within), pace);
  }

  return {
    append,
    rowCount: chunks.rowCount,
    meanBytes: () => (textBytes === 0 ? undefined : textBytes / chunks.rowCount()),
    attributes: seen.list,
    rows: (first, count, view) => readRows(source, first, count, view),
    sort: (order, given = {}) => work(given, (slots, pace) => sortRows(source, slots, order, pace)),
    filter: (filter, given = {}) =>
      work(given, (slots, pace) => filterRows(source, slots, filter, pace)),
    find: (query, given = {}) => work(given, (slots, pace) => findText(source, slots, query, pace)),
    usage: () => ({ memoryBytes, fileBytes: file.size() }),
    async dispose() {
      closing.abort();
      chunks.clear();
      budget.giveBack(memoryBytes);
      memoryBytes = 0;
      await file.dispose();
    },
  };
}
