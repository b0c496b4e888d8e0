import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { useCommands } from '../../app/command-registry.ts';
import type { Command } from '../../app/commands.ts';
import type { RowRange } from '../bulk/bulk-rows.ts';
import type { ResultState } from '../query/result-state.ts';
import { bulkRowsOf } from './bulk-rows-of.ts';

export type BulkChange = ReturnType<typeof useBulkChange>;

type Store = { readonly opened: boolean; readonly selected: readonly RowRange[] };

const noCommands: Command[] = [];

/** Whether the dialog for many rows is open, and which rows it is about. */
export function useBulkChange(
  state: ResultState,
  staged: { readonly newRows: readonly unknown[]; readonly stage: { readonly size: number } },
  tableName: string,
  refused: string | undefined,
) {
  const [store] = useState(() => createStore<Store>(() => ({ opened: false, selected: [] })));
  // While it is closed, selecting by a drag draws the grid, and nothing else.
  const selected = useStore(store, (now) => (now.opened ? now.selected : undefined));
  const acts = useMemo(
    () => ({
      open: () => store.setState({ opened: true }),
      close: () => store.setState({ opened: false }),
      select: (ranges: readonly RowRange[]) => store.setState({ selected: ranges }),
    }),
    [store],
  );
  const commands = useMemo((): Command[] => {
    const title = 'Bulk change: set, remove or delete for many rows…';
    return [{ id: `bulk ${tableName}`, title, group: 'Table', run: acts.open }];
  }, [tableName, acts]);
  useCommands(refused === undefined ? commands : noCommands);

  const [newRows, stagedCount] = [staged.newRows.length, staged.stage.size];
  const rows = selected && bulkRowsOf({ state, selected, newRows, stagedCount });
  return { refused, rows, ...acts };
}
