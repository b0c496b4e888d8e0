import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { Connection } from '../../../contract/connections.ts';
import type { TableDescription } from '../../../contract/tables.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import { checkItemKeys, keyOf } from '../../../domain/keys.ts';
import { OperationsPanel } from '../operations/operations-panel.tsx';

/** The item that the grid's focus came to last. */
export type FocusedItem = { readonly item?: Item };

type OperationsOfItemProps = {
  readonly connection: Connection;
  readonly table: TableDescription;
  readonly focused: StoreApi<FocusedItem>;
  readonly onChanged: () => void;
};

/** The operations panel beside the grid, which is offered the key of the row in focus. */
export function OperationsOfItem({ focused, table, ...props }: OperationsOfItemProps) {
  const item = useStore(focused, (state) => state.item);
  const key = useMemo(() => {
    // The table may have been made again with other keys since.
    const isOfTable = item !== undefined && checkItemKeys(item, table) === undefined;
    return isOfTable ? keyOf(item, table) : undefined;
  }, [item, table]);
  return <OperationsPanel {...props} table={table} initialKey={key} />;
}
