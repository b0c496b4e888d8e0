import type { Item } from '../../../domain/attribute-value.ts';

/** Rows asked for at once. */
export const blockSize = 100;
/** Blocks kept: what is seen is two or three of them. */
const maximumBlocks = 60;

type Block = { readonly rows: readonly Item[]; used: number };

/** Reads rows of a result set; may give fewer than asked for where the set ends. */
export type FetchRows = (first: number, count: number) => Promise<readonly Item[]>;

export type RowBlocks = {
  /** The row, or undefined while it is not here. */
  row: (index: number) => Item | undefined;
  /** Fetches what is missing of these rows; calls back when a block came, or with the error. */
  want: (first: number, last: number, rowCount: number) => void;
  /** Every row that is here, with its number. */
  entries: () => Iterable<[number, Item]>;
};

/**
 * A small cache of the rows of one result set, in blocks, the least used ones dropped. A block
 * that was cut short by the end of the set is read again once the set has grown.
 */
export function createRowBlocks(
  fetchRows: FetchRows,
  onBlock: (first: number, rows: readonly Item[]) => void,
  onError: (error: unknown) => void,
): RowBlocks {
  const blocks = new Map<number, Block>();
  const underWay = new Set<number>();
  let clock = 0;

  const row = (index: number): Item | undefined => {
    const block = blocks.get(Math.floor(index / blockSize));
    if (block === undefined) return undefined;
    clock += 1;
    block.used = clock;
    return block.rows[index % blockSize];
  };

  const dropLeastUsed = () => {
    if (blocks.size <= maximumBlocks) return;
    const oldest = [...blocks].reduce((a, b) => (b[1].used < a[1].used ? b : a));
    blocks.delete(oldest[0]);
  };

  const fetchBlock = async (number: number) => {
    underWay.add(number);
    try {
      const first = number * blockSize;
      const rows = await fetchRows(first, blockSize);
      clock += 1;
      blocks.set(number, { rows, used: clock });
      dropLeastUsed();
      underWay.delete(number);
      onBlock(first, rows);
    } catch (error) {
      // It stays under way: what failed is not asked for again with every frame that is drawn.
      onError(error);
    }
  };

  const want = (first: number, last: number, rowCount: number) => {
    const end = Math.min(last, rowCount - 1);
    for (let number = Math.floor(first / blockSize); number * blockSize <= end; number += 1) {
      const expected = Math.min(blockSize, rowCount - number * blockSize);
      const here = blocks.get(number)?.rows.length ?? 0;
      if (here < expected && !underWay.has(number)) void fetchBlock(number);
    }
  };

  const entries = function* (): Iterable<[number, Item]> {
    for (const [number, { rows }] of blocks) {
      for (const [index, item] of rows.entries()) yield [number * blockSize + index, item];
    }
  };

  return { row, want, entries };
}
