import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { SortkeyClient } from '../../client/client-type.ts';
import { initialForm } from '../query/query-form.ts';
import type { QueryForm } from '../query/query-form.ts';
import { createResultSet } from '../query/result-set.ts';
import type { ResultSet, ResultSetDependencies } from '../query/result-set.ts';

/** What stays of a table's view while another tab is shown: reading all of it again would cost. */
export type ItemsSession = {
  readonly resultSet: ResultSet;
  readonly form: StoreApi<QueryForm>;
};

export type SessionOptions = Omit<ResultSetDependencies, 'query'> & {
  /** Its parts are other objects each time that they are asked for: only the whole can be told. */
  readonly client: SortkeyClient;
  /** The connection and the table. */
  readonly scope: string;
  /** Tells a table from another one of the same name: its keys, and when it was made. */
  readonly incarnation: string;
};

type Kept = ItemsSession & Pick<SessionOptions, 'client' | 'incarnation'>;

/** Keeps sessions by scope until their tabs are closed. */
export function createItemsSessions() {
  const kept = new Map<string, Kept>();

  /** The session of a scope; a new one where the table or the link is another. */
  const open = (options: SessionOptions): ItemsSession => {
    const { scope, incarnation, client, connectionId, rowKey, budget } = options;
    const known = kept.get(scope);
    if (known?.client === client && known.incarnation === incarnation) return known;
    known?.resultSet.close();
    const session: Kept = {
      client,
      incarnation,
      resultSet: createResultSet({ query: client.query, connectionId, rowKey, budget }),
      form: createStore(() => initialForm),
    };
    kept.set(scope, session);
    return session;
  };

  /** Frees the sessions of all scopes but these. */
  const keepOnly = (scopes: ReadonlySet<string>): void => {
    for (const [scope, { resultSet }] of kept) {
      if (scopes.has(scope)) continue;
      resultSet.close();
      kept.delete(scope);
    }
  };
  return { open, keepOnly };
}

export const itemsSessions = createItemsSessions();
