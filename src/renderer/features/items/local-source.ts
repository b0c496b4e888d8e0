import { useMemo } from 'react';
import type { Item } from '../../../domain/attribute-value.ts';
import type { GridRowSource, GridSource } from '../grid/grid-source.ts';
import type { Stage, StagedChange } from '../staging/staged-change.ts';

type LocalSourceOptions = {
  readonly rowCount: number;
  readonly itemAt: (index: number) => Item | undefined;
  readonly want: (first: number, last: number) => void;
  readonly stage: Stage;
  readonly rowKey: (item: Item) => string;
};

function rowOf(item: Item, key: string, change: StagedChange | undefined): GridRowSource {
  if (change === undefined) return { rowKey: key, item, original: item, staged: undefined };
  const { original, edited } = change;
  if (edited === undefined) return { rowKey: key, item, original, staged: 'deleted' };
  return { rowKey: key, item: edited, original, staged: 'edited' };
}

/** The rows that were read, with what is staged for them; of many, just those that are here. */
export function useLocalSource(options: LocalSourceOptions): GridSource {
  const { rowCount, itemAt, want, stage, rowKey } = options;
  return useMemo(() => {
    const rowAt = (index: number) => {
      const item = itemAt(index);
      if (item === undefined) return undefined;
      const key = rowKey(item);
      return rowOf(item, key, stage.get(key));
    };
    const fetch = (first: number, count: number) => {
      const rows = Array.from({ length: count }, (_, index) => rowAt(first + index));
      return Promise.resolve(rows.filter((row) => row !== undefined));
    };
    return { rowCount, rowAt, want, fetch };
  }, [rowCount, itemAt, want, stage, rowKey]);
}
