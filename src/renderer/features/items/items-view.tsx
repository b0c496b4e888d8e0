import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Connection } from '../../../contract/connections.ts';
import type { TableDescription } from '../../../contract/tables.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { BulkDialog } from '../bulk/bulk-dialog.tsx';
import { whyNotWrite } from '../bulk/bulk-words.ts';
import { QueryBar } from '../query/query-bar.tsx';
import { isPartial } from '../query/read.ts';
import { StagedChanges } from '../staging/staged-changes.tsx';
import { useKeptStage } from '../staging/use-kept-stage.ts';
import { scopeOf, useStagedTable, useWritten } from '../staging/staging-store.ts';
import { useColumns } from '../grid/use-columns.ts';
import { ItemDialogs } from './item-dialogs.tsx';
import { ItemValue } from './item-value.tsx';
import { ItemsGrid } from '../grid/items-grid.tsx';
import classes from './items-view.module.css';
import { useItemsSource } from './items-source.ts';
import { ReadCode } from './read-code.tsx';
import { ResultFooter } from './result-footer.tsx';
import { emptyInWords } from './result-words.ts';
import { RowStrips } from './row-strips.tsx';
import { useBulkChange } from './use-bulk-change.ts';
import { useItemActs } from './use-item-acts.ts';
import { useItemAccess, useItems } from './use-items.ts';
import { useFoundPlaces, useRowTools } from './use-row-tools.ts';
import type { RowTools } from './use-row-tools.ts';
import { useLatestPlace } from './use-latest-place.ts';
import { useSeenAttributes } from './use-seen-attributes.ts';
import { valuePanelOf } from './value-panels.ts';

type ItemsViewProps = {
  connection: Connection;
  table: TableDescription;
  /** Another number when the items may have changed elsewhere: they are read again. */
  refreshKey: number;
  /** Another number each time an item is to be added. */
  addItemKey: number;
  /** An item was come to in the grid, as it was read. */
  onFocusItem: (item: Item) => void;
};

/** The items of a table: what is read, the grid, what is staged, and one item in its dialog. */
export function ItemsView(props: ItemsViewProps) {
  const scope = scopeOf(props.connection.id, props.table.tableName);
  return <ItemsOfTable key={scope} scope={scope} {...props} />;
}

function ItemsOfTable({
  connection,
  table,
  refreshKey,
  addItemKey,
  onFocusItem,
  scope,
}: ItemsViewProps & { scope: string }) {
  const access = useItemAccess(connection, table);
  const items = useItems(access, table, scope, refreshKey);
  const { state, resultSet, rowKey } = items;
  const stageScope = useKeptStage(access, table);
  const acts = useItemActs({ access, scope: stageScope, resultSet, rowKey });
  const staged = useStagedTable(stageScope);
  const { stage } = staged;
  const written = useWritten(stageScope);
  const [added, setAdded] = useState(addItemKey);
  if (added !== addItemKey) {
    setAdded(addItemKey);
    acts.addItem();
  }

  const seen = useSeenAttributes(state, staged.summary.names);
  const { columns, control } = useColumns({ ...access, index: state.read?.index }, state, seen);
  const source = useItemsSource(items.read, staged, rowKey, access.schema);
  const valuePanel = valuePanelOf(stageScope);
  const whole = !isPartial(state.read);
  const tools = useRowTools(resultSet, state, table.tableName);
  const { found, ...find } = useFoundPlaces(tools.finding, staged.newRows.length);
  const goTo = useLatestPlace(acts.goTo, find.goTo);
  const bulk = useBulkChange(state, staged, table.tableName, whyNotWrite(connection));
  const empty = emptyInWords(state, table.tableName);

  return (
    <div className={classes.view}>
      <QueryBar
        table={table}
        form={items.form}
        onChange={items.changeForm}
        onRun={items.run}
        problem={items.problem}
        known={state.known}
      >
        <ReadCode connection={connection} table={table} form={items.form} />
      </QueryBar>
      <RowStrips tools={tools} state={state} onCloseFind={find.close} />
      <div className={classes.grid}>
        <ItemsGrid
          label={`Items of ${table.tableName}`}
          run={state.run}
          columns={columns}
          control={control}
          source={source}
          inPlace={whole}
          sort={tools.arrangement.sort}
          onSort={tools.sort}
          onFilter={tools.openFilter}
          found={found}
          goTo={goTo}
          onFilterByValue={tools.filterByValue}
          onFocusCell={(row, name) => {
            onFocusItem(row.original ?? row.item);
            valuePanel.follow(row, name);
          }}
          onInspect={valuePanel.inspect}
          onOpen={(row) => void acts.open(row)}
          onEdit={acts.edit}
          onSelectRows={bulk.select}
          onBulk={bulk.refused === undefined ? bulk.open : undefined}
          roomBelow={stage.size > 0 || written.length > 0}
          onToggleDeletion={(rows) => void acts.toggleDeletion(rows)}
          onDuplicate={(rows) => void acts.duplicate(rows)}
        >
          {empty !== undefined && source.rowCount === 0 && (
            <EmptyState action={<EmptyAction items={items} tools={tools} onAdd={acts.addItem} />}>
              {empty}
            </EmptyState>
          )}
        </ItemsGrid>
        <StagedChanges access={access} scope={stageScope} onWritten={acts.showWritten} />
      </div>
      <ItemValue
        panel={valuePanel}
        schema={access.schema}
        columns={columns}
        whole={whole}
        onEdit={acts.edit}
      />
      <ResultFooter items={items} tools={tools} bulk={bulk} />
      <ItemDialogs {...{ connection, table, access, acts }} />
      {bulk.rows !== undefined && (
        <BulkDialog
          {...{ connection, table, rows: bulk.rows, known: state.known, onClose: bulk.close }}
          onLoadAll={() => void resultSet.loadMore('all')}
          onWritten={items.refresh}
        />
      )}
    </div>
  );
}

type EmptyActionProps = {
  items: ReturnType<typeof useItems>;
  tools: RowTools;
  onAdd: () => void;
};

/** The one way on from no rows: to more of them, to all, or to a first one. */
function EmptyAction({ items, tools, onAdd }: EmptyActionProps) {
  const { state } = items;
  if (state.view !== undefined && (state.progress?.rowCount ?? 0) > 0)
    return <Button onClick={tools.clearFilters}>Show all rows</Button>;
  if (state.progress?.complete === false)
    return <Button onClick={() => void items.resultSet.loadMore('page')}>Look further</Button>;
  const asked = state.read?.operation === 'Query' || items.form.filters.length > 0;
  return asked ? undefined : <Button onClick={onAdd}>Add the first item</Button>;
}
