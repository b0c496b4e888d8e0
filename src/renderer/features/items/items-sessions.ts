import { create } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { SortkeyClient } from '../../client/client-type.ts';
import { initialForm } from '../query/query-form.ts';
import type { QueryForm } from '../query/query-form.ts';
import { createResultSet } from '../query/result-set.ts';
import type { ResultSet, ResultSetDependencies } from '../query/result-set.ts';
import { createReadRecorder } from './read-recorder.ts';
import type { ReadRecorder } from './read-recorder.ts';

/** What stays of a table's view while another tab is shown: reading all of it again would cost. */
export type ItemsSession = {
  readonly resultSet: ResultSet;
  readonly form: StoreApi<QueryForm>;
  /** Runs reads that go to the history. */
  readonly recorder: ReadRecorder;
};

export type SessionOptions = Omit<ResultSetDependencies, 'query'> & {
  /** Its parts are other objects each time that they are asked for: only the whole can be told. */
  readonly client: SortkeyClient;
  readonly connectionName: string;
  /** The connection and the table. */
  readonly scope: string;
  /** Tells a table from another one of the same name: its keys, and when it was made. */
  readonly incarnation: string;
};

type Kept = ItemsSession & Pick<SessionOptions, 'client' | 'incarnation'>;

/** Keeps sessions by scope until their tabs are closed. */
export function createItemsSessions() {
  const kept = new Map<string, Kept>();
  /** Forms that wait for their table to be opened. */
  const wanted = new Map<string, QueryForm>();

  /** The session of a scope; a new one where the table or the link is another. */
  const open = (options: SessionOptions): ItemsSession => {
    const { scope, incarnation, client, connectionId, rowKey, budget } = options;
    const form = wanted.get(scope) ?? initialForm;
    wanted.delete(scope);
    const known = kept.get(scope);
    if (known?.client === client && known.incarnation === incarnation) return known;
    known?.resultSet.close();
    const resultSet = createResultSet({ query: client.query, connectionId, rowKey, budget });
    const connection = { id: connectionId, name: options.connectionName };
    const session: Kept = {
      client,
      incarnation,
      resultSet,
      form: createStore(() => form),
      recorder: createReadRecorder({ resultSet, client, connection }),
    };
    kept.set(scope, session);
    return session;
  };

  /** Puts a form into a table's query bar, now or when its tab is opened; nothing is run. */
  const putForm = (scope: string, form: QueryForm): void => {
    kept.get(scope)?.form.setState(form, true);
    wanted.set(scope, form);
  };

  /** Frees the sessions of all scopes but these. */
  const keepOnly = (scopes: ReadonlySet<string>): void => {
    for (const [scope, { resultSet }] of kept) {
      if (scopes.has(scope)) continue;
      resultSet.close();
      kept.delete(scope);
    }
    for (const scope of wanted.keys()) if (!scopes.has(scope)) wanted.delete(scope);
  };
  return { open, putForm, keepOnly };
}

export const itemsSessions = createItemsSessions();

/** The scope whose form came back last, so that its view shows the items, and how often one did. */
export const useRestoredForm = create<{ readonly scope: string; readonly count: number }>()(() => ({
  scope: '',
  count: 0,
}));

/** Fills a table's query bar in with a form that was kept. */
export function restoreQueryForm(scope: string, form: QueryForm): void {
  itemsSessions.putForm(scope, form);
  useRestoredForm.setState(({ count }) => ({ scope, count: count + 1 }));
}
