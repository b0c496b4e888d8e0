import { typeOf } from '../../../domain/attribute-value.ts';
import type { AttributeType, Item } from '../../../domain/attribute-value.ts';

/** The rows of a result set, kept as UTF-8 text: a byte a character, and no object an item. */
export type RowStore = {
  readonly rowCount: () => number;
  readonly add: (items: readonly Item[]) => void;
  /** The mean size of a row, in bytes of text; undefined while there is none. */
  readonly meanBytes: () => number | undefined;
  /** A JSON array of the rows that there are from `first` on, at most `count`. */
  readonly read: (first: number, count: number) => string;
  /** The top-level attributes of all rows, in the order of first sight, with their types. */
  readonly attributes: () => { name: string; types: AttributeType[] }[];
};

type Page = {
  readonly firstRow: number;
  readonly bytes: Buffer;
  /** Where each row begins, and where the last one ends. */
  readonly offsets: Uint32Array;
};

export function createRowStore(): RowStore {
  const pages: Page[] = [];
  const attributes = new Map<string, Set<AttributeType>>();
  let rowCount = 0;
  let byteCount = 0;

  function add(items: readonly Item[]): void {
    if (items.length === 0) return;
    const rows = items.map((item) => Buffer.from(JSON.stringify(item)));
    const offsets = new Uint32Array(rows.length + 1);
    for (const [index, row] of rows.entries()) {
      offsets[index + 1] = (offsets[index] ?? 0) + row.length;
    }
    pages.push({ firstRow: rowCount, bytes: Buffer.concat(rows), offsets });
    rowCount += rows.length;
    byteCount += offsets[rows.length] ?? 0;
    for (const item of items) see(item);
  }

  function see(item: Item): void {
    for (const [name, value] of Object.entries(item)) {
      const types = attributes.get(name);
      if (types === undefined) attributes.set(name, new Set([typeOf(value)]));
      else types.add(typeOf(value));
    }
  }

  function read(first: number, count: number): string {
    const rows: string[] = [];
    const end = Math.min(first + count, rowCount);
    for (let index = pageOf(first); index < pages.length; index += 1) {
      const page = pages[index];
      if (page === undefined || page.firstRow >= end) break;
      const from = Math.max(first - page.firstRow, 0);
      const to = Math.min(end - page.firstRow, page.offsets.length - 1);
      for (let row = from; row < to; row += 1) {
        rows.push(page.bytes.toString('utf8', page.offsets[row], page.offsets[row + 1]));
      }
    }
    return `[${rows.join(',')}]`;
  }

  /** The last page that begins at the row or before it. */
  function pageOf(row: number): number {
    let low = 0;
    let high = pages.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((pages[middle]?.firstRow ?? 0) <= row) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  return {
    rowCount: () => rowCount,
    meanBytes: () => (rowCount === 0 ? undefined : byteCount / rowCount),
    add,
    read,
    attributes: () => [...attributes].map(([name, types]) => ({ name, types: [...types] })),
  };
}
