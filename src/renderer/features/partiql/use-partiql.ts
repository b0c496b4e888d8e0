import { queryOptions, useQueries, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Connection } from '../../../contract/connections.ts';
import type { TableDescription } from '../../../contract/tables.ts';
import { useClient } from '../../client/client-context.tsx';
import type { SortkeyClient } from '../../client/client-type.ts';
import { tableKey } from '../tables/use-table.ts';
import { useTableNames } from '../tables/use-table-names.ts';
import { outcomesOf, outcomesOfCancellation, unitsOf } from './outcomes.ts';
import { partiqlSessionOf } from './partiql-session.ts';
import type { PartiqlState, Ran } from './partiql-session.ts';
import { planStatements } from './plan-statements.ts';
import type { StatementPlan } from './plan-statements.ts';
import { notesOf } from './statement-notes.ts';
import type { StatementNote } from './statement-notes.ts';

const methods = {
  ExecuteStatement: 'execute',
  BatchExecuteStatement: 'batch',
  ExecuteTransaction: 'transact',
} as const;

/** What has to be answered before a script is run. */
export type Asking = 'scan' | 'write' | undefined;

/** The script of a connection, what running it would do, and what became of the last run. */
export function usePartiql(connection: Connection) {
  const client = useClient();
  const cache = useQueryClient();
  const { store, resultSet } = useMemo(
    () => partiqlSessionOf(client, connection.id),
    [client, connection.id],
  );
  const state = useStore(store);
  const { script, values, mode } = state;
  const planned = useMemo(() => planStatements(script, values, mode), [script, values, mode]);
  const { statements } = planned;
  const names = useTableNames(connection).names;
  const tables = useTables(
    client,
    connection.id,
    names.filter((name) => statements.some(({ table }) => table?.name === name)),
  );
  const notes = useMemo(
    () => notesOf(statements, tables, connection),
    [statements, tables, connection],
  );
  const [asking, setAsking] = useState<Asking>();
  /** What is asked about, which may be known before the names of all tables are. */
  const [warned, setWarned] = useState<readonly StatementNote[]>([]);

  const describeAll = async (wanted: readonly string[]): Promise<readonly TableDescription[]> => {
    const described = wanted.map((name) =>
      // What is wrong with the table is told by the statement itself.
      cache.ensureQueryData(describing(client, connection.id, name)).catch(() => undefined),
    );
    return (await Promise.all(described)).filter((table) => table !== undefined);
  };

  const change = (next: Partial<Pick<PartiqlState, 'script' | 'values' | 'mode'>>) => {
    setAsking(undefined);
    store.setState(next);
  };

  const send = (plan: StatementPlan) => {
    setAsking(undefined);
    if (plan.rows) {
      store.setState({ ran: { state: 'rows' } });
      void resultSet.run(readOf(plan, tables));
    } else void sendStatements(plan);
  };

  const sendStatements = async (plan: StatementPlan) => {
    const running: Ran = { state: 'running' };
    const show = (ran: Ran) => {
      if (store.getState().ran === running) store.setState({ ran });
    };
    store.setState({ ran: running });
    resultSet.stop();
    const { operation, request, statements: sent } = plan;
    const token =
      operation === 'ExecuteTransaction' ? { ClientRequestToken: crypto.randomUUID() } : {};
    try {
      const { response, elapsedMs } = await client.statements[methods[operation]]({
        connectionId: connection.id,
        request: JSON.stringify({ ...request, ...token }),
      });
      const outcomes = outcomesOf(sent, response);
      show({ state: 'answered', outcomes, units: unitsOf(response), elapsedMs });
    } catch (error) {
      show({ state: 'failed', error, outcomes: outcomesOfCancellation(sent, error) });
    }
  };

  /** Runs, unless something has to be answered first: `answered` is what has been. */
  const run = async (answered: readonly Asking[] = []) => {
    const { plan } = planned;
    if (plan === undefined || store.getState().ran.state === 'running') return;
    // Whoever types fast may run before it is known how much there is to be scanned.
    const known = answered.includes('scan') ? tables : await describeAll(tablesOf(plan));
    if (store.getState().script !== script) return;
    const found = notesOf(plan.statements, known, connection);
    if (found.some(({ asks }) => asks) && !answered.includes('scan')) {
      setWarned(found);
      setAsking('scan');
    } else if (plan.writes && connection.guard === 'confirm-writes' && !answered.includes('write'))
      setAsking('write');
    else send(plan);
  };

  return {
    state,
    planned,
    notes: asking === 'scan' ? warned : notes,
    tables,
    names,
    resultSet,
    change,
    run,
    asking,
    cancel: () => setAsking(undefined),
  };
}

/** The tables that a script's reads name. */
function tablesOf({ statements }: StatementPlan): string[] {
  const selects = statements.filter(({ kind }) => kind === 'select');
  return [...new Set(selects.flatMap(({ table }) => table?.name ?? []))];
}

function describing(client: SortkeyClient, connectionId: string, tableName: string) {
  return queryOptions({
    queryKey: tableKey(connectionId, tableName),
    queryFn: ({ signal }) => client.tables.describe({ connectionId, tableName }, { signal }),
    staleTime: 15_000,
  });
}

/** The tables that a script names, as far as they are described. */
function useTables(
  client: SortkeyClient,
  connectionId: string,
  names: readonly string[],
): readonly TableDescription[] {
  return useQueries({
    queries: names.map((tableName) => describing(client, connectionId, tableName)),
    combine: (results) => results.flatMap(({ data }) => data ?? []),
  });
}

/** The read of a SELECT. Nothing that is written elsewhere surely belongs to its rows. */
function readOf(plan: StatementPlan, tables: readonly TableDescription[]) {
  const { name, index: indexName } = plan.statements[0]?.table ?? {};
  const table = tables.find(({ tableName }) => tableName === name);
  return {
    operation: 'ExecuteStatement' as const,
    request: JSON.stringify(plan.request),
    index: table?.indexes.find((index) => index.name === indexName),
    itemCount: undefined,
    surelyHas: () => false,
  };
}
