import { createStore } from 'zustand/vanilla';
import type { ResultSetProgress } from '../../../contract/query.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import type { SortkeyClient } from '../../client/client-type.ts';
import type { Read } from './read.ts';
import { initialResult, mergeKnown, overlayAfter, settleOverlay } from './result-state.ts';
import type { ResultState, RowKey } from './result-state.ts';
import { createRowBlocks } from './row-blocks.ts';
import type { RowBlocks } from './row-blocks.ts';
import { addRow, emptyOverlay, replaceRow } from './row-overlay.ts';

export type ResultSetDependencies = {
  readonly query: SortkeyClient['query'];
  readonly connectionId: string;
  readonly rowKey: RowKey;
};

export type ResultSet = ReturnType<typeof createResultSet>;

/** Runs reads one after the other and holds the result of the last one. [API: Query, Scan] */
export function createResultSet({ query, connectionId, rowKey }: ResultSetDependencies) {
  const store = createStore<ResultState>(() => initialResult);
  const { getState, setState } = store;
  let resultSetId: string | undefined;
  let controller = new AbortController();

  const free = (id: string | undefined) => {
    // It goes with the link at the latest: a failure here is nobody's concern.
    if (id !== undefined) query.close({ resultSetId: id }).catch(() => undefined);
  };

  const blocksOf = (id: string): RowBlocks => {
    const fetchRows = async (first: number, count: number) => {
      const { items } = await query.rows({ resultSetId: id, first, count });
      return JSON.parse(items) as Item[];
    };
    const onBlock = (first: number, rows: readonly Item[]) => {
      if (resultSetId !== id) return;
      const { overlay, version } = getState();
      setState({ overlay: settleOverlay(overlay, rows, first, rowKey), version: version + 1 });
    };
    const onError = (error: unknown) => {
      if (resultSetId === id) setState({ error });
    };
    return createRowBlocks(fetchRows, onBlock, onError);
  };

  const seenIn = (progress: ResultSetProgress) => ({
    progress,
    known: mergeKnown(getState().known, progress.attributes),
  });
  const follow = (progress: ResultSetProgress) => setState(seenIn(progress));

  const show = (id: string, read: Read, progress: ResultSetProgress) => {
    free(resultSetId);
    resultSetId = id;
    const before = getState();
    const run = before.read === read ? before.run : before.run + 1;
    setState({ ...seenIn(progress), read, blocks: blocksOf(id), overlay: emptyOverlay, run });
  };

  const load = async (
    id: string,
    what: 'page' | 'all',
    signal: AbortSignal,
    onProgress: (progress: ResultSetProgress) => void,
  ): Promise<ResultSetProgress | undefined> => {
    let latest: ResultSetProgress | undefined;
    const events = await query.load({ resultSetId: id, what }, { signal });
    for await (const progress of events) {
      if (signal.aborted) return undefined;
      onProgress(progress);
      latest = progress;
    }
    return latest;
  };

  const begin = (reading: ResultState['reading']): AbortSignal => {
    controller.abort();
    controller = new AbortController();
    setState({ reading, error: undefined });
    return controller.signal;
  };

  const end = (signal: AbortSignal, error?: unknown) => {
    // A reading that was replaced by another one has nothing to say any more.
    if (signal !== controller.signal) return;
    setState({ reading: undefined, error: signal.aborted ? undefined : error });
  };

  /** Replaces the result by that of another read: its first page, or so many rows again. */
  const run = async (read: Read, rowsWanted = 0): Promise<void> => {
    const signal = begin('result');
    let opened: string | undefined;
    try {
      const { operation, request } = read;
      const { resultSetId: id } = await query.open(
        { connectionId, operation, request },
        { signal },
      );
      opened = id;
      // The rows of before stay in sight until there is something to show in their place.
      const onProgress = (progress: ResultSetProgress) => {
        if (resultSetId === id) follow(progress);
        else if (progress.rowCount >= rowsWanted || progress.complete) show(id, read, progress);
      };
      let more = true;
      while (more) {
        const latest = await load(id, 'page', signal, onProgress);
        more = latest !== undefined && !latest.complete && latest.rowCount < rowsWanted;
      }
      end(signal);
    } catch (error) {
      end(signal, error);
    } finally {
      if (resultSetId !== opened) free(opened);
    }
  };

  /** Reads on from where the result ends. */
  const loadMore = async (what: 'page' | 'all'): Promise<void> => {
    const id = resultSetId;
    if (id === undefined) return;
    const signal = begin(what);
    try {
      await load(id, what, signal, follow);
      end(signal);
    } catch (error) {
      end(signal, error);
    }
  };

  /** Rows by their numbers, waited for, as they were read. */
  const readRows = async (first: number, count: number, signal?: AbortSignal) => {
    if (resultSetId === undefined) return [];
    const { items } = await query.rows({ resultSetId, first, count }, signal && { signal });
    return JSON.parse(items) as Item[];
  };

  /** Ends what is being read; what was read stays. */
  const stop = () => controller.abort();

  /** Frees the result on the main side. */
  const close = () => {
    controller.abort();
    free(resultSetId);
    resultSetId = undefined;
  };

  /** Shows an item as it was just written; undefined where it was just deleted. */
  const showWritten = (key: string, item: Item | undefined) =>
    setState({ overlay: overlayAfter(getState(), key, item, rowKey) });

  /** Shows a new item after all others, where it surely belongs to the result; tells whether. */
  const showAdded = (item: Item): boolean => {
    const { read, overlay, blocks } = getState();
    const key = rowKey(item);
    const known = [...(blocks?.entries() ?? [])].some(([, row]) => rowKey(row) === key);
    if (!known && !read?.surelyHas(item)) return false;
    const add = known ? replaceRow : addRow;
    setState({ overlay: add(overlay, key, item) });
    return true;
  };

  return { store, run, loadMore, readRows, stop, close, showWritten, showAdded };
}
