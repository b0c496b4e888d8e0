import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Connection } from '../../../contract/connections.ts';
import type { TableDescription } from '../../../contract/tables.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import { setStatus } from '../../app/status-bar-store.ts';
import { useWorkspace } from '../../app/workspace.ts';
import type { WorkspaceState } from '../../app/workspace.ts';
import { useClient } from '../../client/client-context.tsx';
import { planRead } from '../query/plan-read.ts';
import type { QueryProblem } from '../query/plan-read.ts';
import { initialForm } from '../query/query-form.ts';
import type { QueryForm } from '../query/query-form.ts';
import type { ResultSet } from '../query/result-set.ts';
import { rowAt, rowCountOf, wantRows } from '../query/result-state.ts';
import { budgetOf } from '../query/use-read-budget.ts';
import type { ItemAccess } from '../staging/item-access.ts';
import { rowKeyOf } from '../staging/row-key.ts';
import { scopeOf } from '../staging/staging-store.ts';
import { fetchShownRows } from './fetch-shown-rows.ts';
import { itemsSessions } from './items-sessions.ts';
import { statusParts } from './result-words.ts';

/** A result of more rows than this is not read again by itself: it would cost too much. */
const maximumRowsAgain = 2_000;

/** Where the items of a table are read and written. */
export function useItemAccess(connection: Connection, table: TableDescription): ItemAccess {
  const client = useClient();
  const { tableName, partitionKey, sortKey } = table;
  const schema = useMemo(() => ({ partitionKey, sortKey }), [partitionKey, sortKey]);
  return useMemo(
    () => ({
      items: client.items,
      connectionId: connection.id,
      tableName,
      schema,
      connection,
    }),
    [client, connection, tableName, schema],
  );
}

/** The session of the table's tab, which is freed once the tab is closed. */
function useSession(access: ItemAccess, table: TableDescription, scope: string) {
  const client = useClient();
  const { connectionId, schema, connection } = access;
  const connectionName = connection?.name ?? connectionId;
  const rowKey = useCallback((item: Item) => rowKeyOf(item, schema), [schema]);
  const incarnation = JSON.stringify([schema, table.createdAt]);
  const session = useMemo(() => {
    const budget = budgetOf(client).store.getState;
    return itemsSessions.open({
      scope,
      incarnation,
      client,
      connectionId,
      connectionName,
      rowKey,
      budget,
    });
  }, [scope, incarnation, client, connectionId, connectionName, rowKey]);
  useEffect(() => {
    const keepOpen = ({ tabs }: Pick<WorkspaceState, 'tabs'>) =>
      itemsSessions.keepOnly(new Set(tabs.map((tab) => scopeOf(tab.connectionId, tab.tableName))));
    return useWorkspace.subscribe(keepOpen);
  }, []);
  return { ...session, rowKey };
}

/** The query bar's form and the result of its last run; the first page is read at once. */
export function useItems(
  access: ItemAccess,
  table: TableDescription,
  scope: string,
  refreshKey: number,
) {
  const { resultSet, form: formStore, recorder, rowKey } = useSession(access, table, scope);
  const state = useStore(resultSet.store);
  const form = useStore(formStore);
  // Of the form as it stood then: also another form that comes back from the history has none.
  const [found, setFound] = useState<{ form: QueryForm; problem: QueryProblem }>();
  const problem = found?.form === form ? found.problem : undefined;

  const run = () => {
    const planned = planRead(form, table);
    setFound(planned.ok ? undefined : { form, problem: planned.problem });
    if (planned.ok) void recorder.run(form, planned.read);
  };
  /** The same read once more, with as many rows as there were; at first, the first page. */
  const refresh = () => {
    const { read, progress } = resultSet.store.getState();
    const rows = Math.min(progress?.rowCount ?? 0, maximumRowsAgain);
    const planned = planRead(initialForm, table);
    const again = read ?? (planned.ok ? planned.read : undefined);
    if (again !== undefined) void resultSet.run(again, rows);
  };

  const begin = useEffectEvent(({ store }: ResultSet) => {
    // Back from another tab, or chosen once more: one page is worth reading again, a long reading is kept as it is.
    const { progress } = store.getState();
    if (progress === undefined || progress.pageCount <= 1) refresh();
  });
  useEffect(() => begin(resultSet), [resultSet]);
  const visits = useWorkspace((workspace) => workspace.visits);
  const visited = useRef(visits);
  useEffect(() => {
    if (visited.current === visits) return;
    visited.current = visits;
    begin(resultSet);
  }, [resultSet, visits]);

  const again = useEffectEvent(refresh);
  const refreshed = useRef(refreshKey);
  useEffect(() => {
    if (refreshed.current === refreshKey) return;
    refreshed.current = refreshKey;
    again();
  }, [refreshKey]);

  useEffect(() => setStatus(statusParts(state)), [state]);
  useEffect(() => () => setStatus([]), []);

  const itemAt = useCallback((index: number) => rowAt(state, index, rowKey), [state, rowKey]);
  const want = useCallback((first: number, last: number) => wantRows(state, first, last), [state]);

  const fetch = useCallback(
    (first: number, count: number, signal?: AbortSignal) =>
      fetchShownRows(state, resultSet.rowsIn(state), rowKey, { first, count, signal }),
    [state, resultSet, rowKey],
  );
  const read = { rowCount: rowCountOf(state), itemAt, want, fetch };

  const changeForm = (next: QueryForm) => formStore.setState(next, true);
  return { resultSet, state, rowKey, form, changeForm, problem, run, refresh, read };
}
