import type { Item } from '../../../domain/attribute-value.ts';

/** Rows asked for at once. */
export const blockSize = 100;
/** Blocks kept: what is seen is two or three of them. */
const maximumBlocks = 60;

type Block = { readonly rows: readonly Item[]; used: number };

/** Reads rows of a result set; may give fewer than asked for where the set ends. */
export type FetchRows = (
  first: number,
  count: number,
  signal: AbortSignal,
) => Promise<readonly Item[]>;

export type RowBlocks = {
  /** The row, or undefined while it is not here. */
  row: (index: number) => Item | undefined;
  /**
   * Fetches what is missing of these rows; calls back when a block came, or with the error. What
   * was asked for before and is out of sight is not waited for any longer.
   */
  want: (first: number, last: number, rowCount: number) => void;
  /** Waits for the first block: what is shown first. Throws where it cannot be read. */
  begin: (rowCount: number, signal: AbortSignal) => Promise<void>;
  /** Every row that is here, with its number. */
  entries: () => Iterable<[number, Item]>;
  /** Ends what is under way; nothing calls back any more. */
  dispose: () => void;
};

/**
 * A small cache of the rows of one result set in one order, in blocks, the least used ones
 * dropped. A block that was cut short by the end of the set is read again once the set has grown.
 */
export function createRowBlocks(
  fetchRows: FetchRows,
  onBlock: (first: number, rows: readonly Item[]) => void,
  onError: (error: unknown) => void,
): RowBlocks {
  const blocks = new Map<number, Block>();
  const underWay = new Map<number, AbortController>();
  let clock = 0;

  const row = (index: number): Item | undefined => {
    const block = blocks.get(Math.floor(index / blockSize));
    if (block === undefined) return undefined;
    clock += 1;
    block.used = clock;
    return block.rows[index % blockSize];
  };

  const keep = (number: number, rows: readonly Item[]) => {
    clock += 1;
    blocks.set(number, { rows, used: clock });
    if (blocks.size <= maximumBlocks) return;
    const oldest = [...blocks].reduce((a, b) => (b[1].used < a[1].used ? b : a));
    blocks.delete(oldest[0]);
  };

  const fetchBlock = async (number: number) => {
    const controller = new AbortController();
    const { signal } = controller;
    underWay.set(number, controller);
    try {
      const first = number * blockSize;
      const rows = await fetchRows(first, blockSize, signal);
      if (signal.aborted) return;
      keep(number, rows);
      underWay.delete(number);
      onBlock(first, rows);
    } catch (error) {
      // It stays under way: what failed is not asked for again with every frame that is drawn.
      if (!signal.aborted) onError(error);
    }
  };

  /** Lets go of what is neither seen nor next to it. */
  const leave = (first: number, last: number) => {
    for (const [number, controller] of underWay) {
      if (number >= first - 1 && number <= last + 1) continue;
      controller.abort();
      underWay.delete(number);
    }
  };

  const want = (first: number, last: number, rowCount: number) => {
    const end = Math.min(last, rowCount - 1);
    const firstBlock = Math.floor(first / blockSize);
    leave(firstBlock, Math.floor(end / blockSize));
    for (let number = firstBlock; number * blockSize <= end; number += 1) {
      const expected = Math.min(blockSize, rowCount - number * blockSize);
      const here = blocks.get(number)?.rows.length ?? 0;
      if (here < expected && !underWay.has(number)) void fetchBlock(number);
    }
  };

  const begin = async (rowCount: number, signal: AbortSignal) => {
    if (rowCount > 0) keep(0, await fetchRows(0, blockSize, signal));
  };

  const entries = function* (): Iterable<[number, Item]> {
    for (const [number, { rows }] of blocks) {
      for (const [index, item] of rows.entries()) yield [number * blockSize + index, item];
    }
  };

  const dispose = () => leave(Infinity, Infinity);

  return { row, want, begin, entries, dispose };
}
