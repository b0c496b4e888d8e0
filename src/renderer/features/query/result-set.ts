import { createStore } from 'zustand/vanilla';
import type { Arrangement, ReadBudget, ResultSetProgress } from '../../../contract/query.ts';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import type { SortkeyClient } from '../../client/client-type.ts';
import { isArranged } from './arrangement.ts';
import type { ArrangedView } from './arrangement.ts';
import { isSameRead } from './read.ts';
import type { Read } from './read.ts';
import {
  arrangementOf,
  initialResult,
  mergeKnown,
  newerRowsOf,
  overlayAfter,
  settleOverlay,
} from './result-state.ts';
import type { ResultState, RowKey } from './result-state.ts';
import { createRowBlocks } from './row-blocks.ts';
import type { RowBlocks } from './row-blocks.ts';
import { addRow, emptyOverlay, forgetPlaces, replaceRow } from './row-overlay.ts';

export type ResultSetDependencies = {
  readonly query: SortkeyClient['query'];
  readonly connectionId: string;
  readonly rowKey: RowKey;
  /** What a filtered read may spend at present. */
  readonly budget: () => ReadBudget;
};

const isNotKept = (error: unknown) =>
  error instanceof SortkeyError && error.code === 'RESULT_SET_NOT_FOUND';

export type ResultSet = ReturnType<typeof createResultSet>;

/** Runs reads one after the other and holds the result of the last one. [API: Query, Scan] */
export function createResultSet(dependencies: ResultSetDependencies) {
  const { query, connectionId, rowKey, budget } = dependencies;
  const store = createStore<ResultState>(() => initialResult);
  const { getState, setState } = store;
  let reader = new AbortController();
  let arranger = new AbortController();

  const free = (id: string | undefined) => {
    // It goes with the link at the latest: a failure here is nobody's concern.
    if (id !== undefined) query.close({ resultSetId: id }).catch(() => undefined);
  };

  const onBlock = (first: number, rows: readonly Item[]) => {
    const { overlay, version } = getState();
    const placed = rows.map((row, index) => [first + index, row] as const);
    setState({ overlay: settleOverlay(overlay, placed, rowKey), version: version + 1 });
  };

  const onBlockError = (error: unknown) => {
    const { arranging, view } = getState();
    // A new view takes the place of the one that is shown before it is shown itself, also where it
    // is not wanted any more once it is made.
    if (arranging !== undefined) return;
    if (view !== undefined && isNotKept(error)) void arrange(view.arrangement);
    else setState({ error });
  };

  const blocksOf = (id: string, viewId: string | undefined): RowBlocks => {
    const fetchRows = async (first: number, count: number, signal: AbortSignal) => {
      const { items } = await query.rows({ resultSetId: id, viewId, first, count }, { signal });
      return JSON.parse(items) as Item[];
    };
    return createRowBlocks(fetchRows, onBlock, onBlockError);
  };

  const seenIn = (progress: ResultSetProgress) => ({
    progress,
    known: mergeKnown(getState().known, progress.attributes),
  });
  const follow = (progress: ResultSetProgress) => setState(seenIn(progress));

  /** Shows the rows of another read, as they came or, where there is a view, as that has them. */
  const show = (id: string, read: Read, progress: ResultSetProgress, arranged?: Arranged) => {
    const before = getState();
    arranger.abort();
    before.blocks?.dispose();
    free(before.resultSetId);
    setState({
      ...seenIn(progress),
      resultSetId: id,
      read,
      view: arranged?.view,
      arranging: undefined,
      blocks: arranged?.blocks ?? blocksOf(id, undefined),
      overlay: emptyOverlay,
      run: before.read === read ? before.run : before.run + 1,
    });
  };

  const load = async (
    id: string,
    what: 'page' | 'all',
    signal: AbortSignal,
    onProgress: (progress: ResultSetProgress) => void | Promise<void>,
  ): Promise<ResultSetProgress | undefined> => {
    let latest: ResultSetProgress | undefined;
    const events = await query.load({ resultSetId: id, what, budget: budget() }, { signal });
    for await (const progress of events) {
      if (signal.aborted) return undefined;
      await onProgress(progress);
      latest = progress;
    }
    return latest;
  };

  const begin = (reading: ResultState['reading']): AbortSignal => {
    reader.abort();
    reader = new AbortController();
    const readingFrom = reading === 'all' ? getState().progress : undefined;
    setState({ reading, readingFrom, error: undefined });
    return reader.signal;
  };

  const end = (signal: AbortSignal, error?: unknown) => {
    // A reading that was replaced by another one has nothing to say any more.
    if (signal !== reader.signal) return;
    setState({
      reading: undefined,
      readingFrom: undefined,
      error: signal.aborted ? undefined : error,
    });
  };

  type Arranged = { readonly view: ArrangedView | undefined; readonly blocks: RowBlocks };

  /** Sorts and filters what is loaded, and waits for the first rows of it. */
  const makeView = async (id: string, wanted: Arrangement, signal: AbortSignal) => {
    const made = isArranged(wanted)
      ? await query.arrange({ resultSetId: id, ...wanted }, { signal })
      : undefined;
    const blocks = blocksOf(id, made?.viewId);
    const rowCount = made?.rowCount ?? getState().progress?.rowCount ?? 0;
    await blocks.begin(rowCount, signal);
    return { view: made && { ...made, arrangement: wanted }, blocks };
  };

  /** Shows the loaded rows in another order or through other filters. Cancelled by another one. */
  const arrange = async (wanted: Arrangement): Promise<void> => {
    const { resultSetId: id } = getState();
    if (id === undefined) return;
    arranger.abort();
    arranger = new AbortController();
    const { signal } = arranger;
    setState({ arranging: wanted, error: undefined });
    try {
      const { view, blocks } = await makeView(id, wanted, signal);
      if (signal.aborted) return;
      const { overlay, run, blocks: before } = getState();
      before?.dispose();
      const settled = settleOverlay(forgetPlaces(overlay), blocks.entries(), rowKey);
      setState({ view, blocks, overlay: settled, run: run + 1, arranging: undefined });
      await arrangeNewer();
    } catch (error) {
      // The order and the filters of before stand again.
      if (signal === arranger.signal)
        setState({ arranging: undefined, ...(signal.aborted ? {} : { error }) });
    }
  };

  /** Arranges again where rows came after the view was made, unless more of them still come. */
  const arrangeNewer = async (): Promise<void> => {
    const state = getState();
    if (state.reading !== undefined || state.arranging !== undefined) return;
    if (newerRowsOf(state) > 0) await arrange(arrangementOf(state));
  };

  /** Replaces the result by that of another read: its first page, or so many rows again. */
  const run = async (read: Read, rowsWanted = 0): Promise<void> => {
    const before = getState();
    const kept = isSameRead(before.read, read) ? arrangementOf(before) : undefined;
    const arranged = kept !== undefined && isArranged(kept);
    stopArranging();
    const signal = begin('result');
    let opened: string | undefined;
    try {
      const { operation, request, itemCount } = read;
      const { resultSetId: id } = await query.open(
        { connectionId, operation, request, itemCount },
        { signal },
      );
      opened = id;
      // The rows of before stay in sight until there is something to show in their place.
      const onProgress = async (progress: ResultSetProgress) => {
        if (getState().resultSetId === id) return follow(progress);
        if (arranged || (progress.rowCount < rowsWanted && !progress.complete)) return undefined;
        // Drawn once, with its rows: a grid that waits for them would take as long again.
        const blocks = blocksOf(id, undefined);
        await blocks.begin(progress.rowCount, signal);
        return show(id, read, progress, { view: undefined, blocks });
      };
      let latest = await load(id, 'page', signal, onProgress);
      while (latest !== undefined && !latest.complete && latest.rowCount < rowsWanted)
        latest = await load(id, 'page', signal, onProgress);
      if (latest !== undefined && getState().resultSetId !== id && !signal.aborted)
        show(id, read, latest, arranged ? await makeView(id, kept, signal) : undefined);
      end(signal);
    } catch (error) {
      end(signal, error);
    } finally {
      if (getState().resultSetId !== opened) free(opened);
    }
  };

  /** Reads on from where the result ends; what is arranged is arranged again with what came. */
  const loadMore = async (what: 'page' | 'all'): Promise<void> => {
    const { resultSetId: id } = getState();
    if (id === undefined) return;
    const signal = begin(what);
    try {
      await load(id, what, signal, follow);
      end(signal);
    } catch (error) {
      end(signal, error);
    }
    if (signal === reader.signal && getState().resultSetId === id) await arrangeNewer();
  };

  /**
   * Reads rows as they were read, waited for, by their numbers in the view of a state: where that
   * is replaced meanwhile, it throws, since other rows stand at the same numbers then.
   */
  const rowsIn =
    ({ resultSetId, view }: Pick<ResultState, 'resultSetId' | 'view'>) =>
    async (first: number, count: number, signal?: AbortSignal) => {
      if (resultSetId === undefined) return [];
      const input = { resultSetId, viewId: view?.viewId, first, count };
      const { items } = await query.rows(input, signal && { signal });
      return JSON.parse(items) as Item[];
    };

  /** Finds text in the values of the rows of the present view; the places are as they were read. */
  const find = async (text: string, matchCase: boolean, signal: AbortSignal) => {
    const { resultSetId, view } = getState();
    if (resultSetId === undefined) return { places: [], rowCount: 0, valueCount: 0 };
    const viewId = view?.viewId;
    return await query.find({ resultSetId, viewId, text, matchCase }, { signal });
  };

  /** Ends what is being read; what was read stays. */
  const stop = () => reader.abort();

  /** Gives up the order and the filters that are being made. */
  const stopArranging = () => {
    arranger.abort();
    setState({ arranging: undefined });
  };

  /** Frees the result on the main side. */
  const close = () => {
    reader.abort();
    arranger.abort();
    getState().blocks?.dispose();
    free(getState().resultSetId);
    setState({ resultSetId: undefined });
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

  return {
    store,
    run,
    loadMore,
    arrange,
    rowsIn,
    find,
    stop,
    stopArranging,
    close,
    showWritten,
    showAdded,
  };
}
