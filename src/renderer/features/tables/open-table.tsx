import { Loader, Tabs } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { createStore } from 'zustand/vanilla';
import type { Connection } from '../../../contract/connections.ts';
import type { TableDescription } from '../../../contract/tables.ts';
import { showOperations, useWorkspace } from '../../app/workspace.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { whyNotWrite } from '../bulk/bulk-words.ts';
import { TruncateDialog } from '../bulk/truncate-dialog.tsx';
import { useRestoredForm } from '../items/items-sessions.ts';
import { ItemsView } from '../items/items-view.tsx';
import { scopeOf } from '../staging/staging-store.ts';
import { ImportDropTarget } from '../transfer/drop-target.tsx';
import { DeleteTableDialog } from './delete-table-dialog.tsx';
import { ImportDialog } from '../transfer/import-dialog.tsx';
import { OperationsOfItem } from './operations-of-item.tsx';
import type { FocusedItem } from './operations-of-item.tsx';
import { Overview } from './overview.tsx';
import { TableHeader } from './table-header.tsx';
import { tableKey } from './use-table.ts';
import { useTableCommands } from './use-table-commands.ts';
import type { TableActs } from './use-table-commands.ts';
import classes from './table-view.module.css';

type OpenTableProps = {
  readonly connection: Connection;
  readonly table: TableDescription;
  readonly onClose: () => void;
};

type ImportState = { readonly opened: boolean; readonly file?: File | undefined };

/** Everything about a table that is there: its items, its overview, and what can be done to it. */
export function OpenTable({ connection, table, onClose }: OpenTableProps) {
  const { tableName } = table;
  const queryClient = useQueryClient();
  const operationsOpened = useWorkspace((state) => state.operationsOpened);
  const [tab, setTab] = useState<string | null>('items');
  const [addItemKey, setAddItemKey] = useState(0);
  const [refreshKey, setRefreshKey] = useState(0);
  const [importing, setImporting] = useState<ImportState>({ opened: false });
  const [deleting, setDeleting] = useState(false);
  const [truncating, setTruncating] = useState(false);
  // A store of its own: going through the grid by keyboard draws the panel again, not the grid.
  const [focused] = useState(() => createStore<FocusedItem>(() => ({})));

  const acts = useMemo(
    (): TableActs => ({
      addItem: () => {
        setTab('items');
        setAddItemKey((key) => key + 1);
      },
      importFile: () => setImporting({ opened: true }),
      toggleOperations: () => showOperations(!useWorkspace.getState().operationsOpened),
      truncate: () => setTruncating(true),
      deleteTable: () => setDeleting(true),
      refresh: () => {
        setRefreshKey((key) => key + 1);
        void queryClient.invalidateQueries({ queryKey: tableKey(connection.id, tableName) });
      },
    }),
    [queryClient, connection.id, tableName],
  );
  const scope = scopeOf(connection.id, tableName);
  useEffect(
    () => useRestoredForm.subscribe((restored) => restored.scope === scope && setTab('items')),
    [scope],
  );
  const commands = useTableCommands(tableName, acts);

  const usable = table.status !== 'CREATING' && table.status !== 'DELETING';
  return (
    <ImportDropTarget tableName={tableName} onFile={(file) => setImporting({ opened: true, file })}>
      <Tabs value={tab} onChange={setTab} className={classes.view}>
        <TableHeader
          table={table}
          commands={commands}
          usable={usable}
          readOnly={whyNotWrite(connection)}
          operationsOpened={operationsOpened}
        />
        <div className={classes.body}>
          {usable ? (
            <Tabs.Panel value="items" className={classes.panel}>
              <ItemsView
                connection={connection}
                table={table}
                refreshKey={refreshKey}
                addItemKey={addItemKey}
                onFocusItem={(item) => focused.setState({ item })}
              />
            </Tabs.Panel>
          ) : (
            <Tabs.Panel value="items" className={classes.panel}>
              <EmptyState icon={<Loader />}>
                {`${tableName} is being ${table.status === 'CREATING' ? 'created' : 'deleted'}.`}
              </EmptyState>
            </Tabs.Panel>
          )}
          <Tabs.Panel value="overview" className={classes.panel}>
            <Overview table={table} />
          </Tabs.Panel>
          {usable && operationsOpened && (
            <SidePanel label="Width of the operations panel">
              <OperationsOfItem
                connection={connection}
                table={table}
                focused={focused}
                onChanged={acts.refresh}
              />
            </SidePanel>
          )}
        </div>
      </Tabs>
      <ImportDialog
        connection={connection}
        table={table}
        file={importing.file}
        opened={importing.opened}
        onClose={() => setImporting({ opened: false })}
        onImported={acts.refresh}
      />
      <TruncateDialog
        connection={connection}
        table={table}
        opened={truncating}
        onClose={() => setTruncating(false)}
        onWritten={acts.refresh}
      />
      <DeleteTableDialog
        connection={connection}
        table={table}
        opened={deleting}
        onClose={() => setDeleting(false)}
        onDeleted={onClose}
      />
    </ImportDropTarget>
  );
}
