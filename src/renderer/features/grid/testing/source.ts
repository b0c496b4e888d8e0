import type { Item } from '../../../../domain/attribute-value.ts';
import type { GridRowSource, GridSource } from '../grid-source.ts';

/** A row that was read, or as it is staged. */
export function rowOf(
  item: Item,
  staged?: GridRowSource['staged'],
  original: Item | undefined = staged === 'new' ? undefined : item,
): GridRowSource {
  return { rowKey: JSON.stringify(original ?? item), item, original, staged };
}

/** A source of rows, of which just the first few are here. */
export function sourceOf(rows: readonly GridRowSource[], here = rows.length): GridSource {
  return {
    rowCount: rows.length,
    rowAt: (index) => (index < here ? rows[index] : undefined),
    want: () => undefined,
    fetch: (first, count) => Promise.resolve(rows.slice(first, first + count)),
  };
}
