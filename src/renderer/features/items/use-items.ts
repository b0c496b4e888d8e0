import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Connection } from '../../../contract/connections.ts';
import type { TableDescription } from '../../../contract/tables.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import { setStatus } from '../../app/status-bar-store.ts';
import { useClient } from '../../client/client-context.tsx';
import { planRead } from '../query/plan-read.ts';
import type { QueryProblem } from '../query/plan-read.ts';
import { initialForm } from '../query/query-form.ts';
import type { QueryForm } from '../query/query-form.ts';
import { createResultSet } from '../query/result-set.ts';
import { rowAt, wantRows } from '../query/result-state.ts';
import type { ItemAccess } from '../staging/item-access.ts';
import { rowKeyOf } from '../staging/row-key.ts';
import { statusParts } from './result-words.ts';

/** A result of more rows than this is not read again by itself: it would cost too much. */
const maximumRowsAgain = 2_000;

/** Where the items of a table are read and written. */
export function useItemAccess(connection: Connection, table: TableDescription): ItemAccess {
  const client = useClient();
  const { tableName, partitionKey, sortKey } = table;
  return useMemo(
    () => ({
      items: client.items,
      connectionId: connection.id,
      tableName,
      schema: { partitionKey, sortKey },
    }),
    [client, connection.id, tableName, partitionKey, sortKey],
  );
}

/** The query bar's form and the result of its last run; the first page is read at once. */
export function useItems(access: ItemAccess, table: TableDescription, refreshKey: number) {
  const { query } = useClient();
  const { connectionId, schema } = access;
  const rowKey = useCallback((item: Item) => rowKeyOf(item, schema), [schema]);
  const [resultSet] = useState(() => createResultSet({ query, connectionId, rowKey }));
  const state = useStore(resultSet.store);
  const [form, setForm] = useState<QueryForm>(initialForm);
  const [problem, setProblem] = useState<QueryProblem>();

  const run = () => {
    const planned = planRead(form, table);
    setProblem(planned.ok ? undefined : planned.problem);
    if (planned.ok) void resultSet.run(planned.read);
  };
  /** The same read once more, with as many rows as there were; at first, the first page. */
  const refresh = () => {
    const { read, progress } = resultSet.store.getState();
    const rows = Math.min(progress?.rowCount ?? 0, maximumRowsAgain);
    const planned = planRead(initialForm, table);
    const again = read ?? (planned.ok ? planned.read : undefined);
    if (again !== undefined) void resultSet.run(again, rows);
  };

  const begin = useEffectEvent(refresh);
  useEffect(() => {
    begin();
    return () => resultSet.close();
  }, [resultSet]);

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

  const changeForm = (next: QueryForm) => {
    setForm(next);
    setProblem(undefined);
  };
  return { resultSet, state, rowKey, form, changeForm, problem, run, refresh, itemAt, want };
}
