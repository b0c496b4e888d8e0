import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { AttributeValue, Item } from '../../../domain/attribute-value.ts';
import type { SortkeyClient } from '../../client/client-type.ts';
import { createResultSet } from '../query/result-set.ts';
import type { ResultSet } from '../query/result-set.ts';
import { budgetOf } from '../query/use-read-budget.ts';
import type { StatementOutcome } from './outcomes.ts';
import type { SeveralMode } from './plan-statements.ts';

/** What was run last, where that made no rows to be read page by page. */
export type Ran =
  | { readonly state: 'none' | 'running' | 'rows' }
  | {
      readonly state: 'answered';
      readonly outcomes: readonly StatementOutcome[];
      readonly units: number | undefined;
      readonly elapsedMs: number;
    }
  | {
      readonly state: 'failed';
      readonly error: unknown;
      readonly outcomes: readonly StatementOutcome[] | undefined;
    };

export type PartiqlState = {
  readonly script: string;
  /** The values of the `?` of the whole script, in order; more than there are `?` are kept. */
  readonly values: readonly AttributeValue[];
  readonly mode: SeveralMode;
  readonly ran: Ran;
};

/** The PartiQL editor of a connection: it stays while another tab is shown. */
export type PartiqlSession = {
  readonly client: SortkeyClient;
  readonly store: StoreApi<PartiqlState>;
  readonly resultSet: ResultSet;
};

const sessions = new Map<string, PartiqlSession>();
const keys = new WeakMap<Item, string>();
let lastKey = 0;

/** A SELECT may leave the keys out, and find the same values twice: a row is only itself. */
export function rowKeyOfSelected(item: Item): string {
  const known = keys.get(item);
  if (known !== undefined) return known;
  lastKey += 1;
  const key = `row ${lastKey}`;
  keys.set(item, key);
  return key;
}

/** The session of a connection; a new one where the link is another. */
export function partiqlSessionOf(client: SortkeyClient, connectionId: string): PartiqlSession {
  const known = sessions.get(connectionId);
  if (known?.client === client) return known;
  const before = known?.store.getState();
  const session: PartiqlSession = {
    client,
    store: createStore<PartiqlState>(() => ({
      script: before?.script ?? '',
      values: before?.values ?? [],
      mode: before?.mode ?? 'batch',
      ran: { state: 'none' },
    })),
    resultSet: createResultSet({
      query: client.query,
      connectionId,
      rowKey: rowKeyOfSelected,
      budget: () => budgetOf(client).store.getState(),
    }),
  };
  sessions.set(connectionId, session);
  return session;
}
