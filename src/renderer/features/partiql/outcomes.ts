import { SortkeyError } from '../../../contract/sortkey-error.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import type { PartiqlStatement } from '../../../domain/partiql/index.ts';

/** What became of one statement. */
export type StatementOutcome = {
  readonly statement: string;
  readonly state: 'done' | 'failed' | 'not done';
  /** Why it failed, in words. */
  readonly message?: string | undefined;
  /** What it answered: items read, or as RETURNING asked for them. */
  readonly items: readonly Item[];
};

type Failure = { readonly Code?: string; readonly Message?: string; readonly Item?: Item };
type Answer = {
  readonly Items?: readonly Item[];
  readonly Responses?: readonly { readonly Item?: Item; readonly Error?: Failure }[];
  readonly ConsumedCapacity?: Consumed | readonly Consumed[];
};
type Consumed = { readonly CapacityUnits?: number };

/** What an answer tells of each statement, in their order. */
export function outcomesOf(
  statements: readonly PartiqlStatement[],
  response: string,
): StatementOutcome[] {
  const { Items: items, Responses: responses } = JSON.parse(response) as Answer;
  return statements.map(({ text }, place) => {
    const { Item: item, Error: failure } = responses?.[place] ?? {};
    if (failure !== undefined) return failed(text, failure);
    const own = item === undefined ? [] : [item];
    return { statement: text, state: 'done', items: responses === undefined ? (items ?? []) : own };
  });
}

/** What a cancelled transaction tells of each statement; undefined for any other failure. */
export function outcomesOfCancellation(
  statements: readonly PartiqlStatement[],
  error: unknown,
): StatementOutcome[] | undefined {
  if (!(error instanceof SortkeyError) || error.code !== 'TRANSACTION_CANCELLED') return undefined;
  const { reasons } = error.detail.data ?? {};
  if (typeof reasons !== 'string') return undefined;
  const parsed = JSON.parse(reasons) as readonly Failure[];
  return statements.map(({ text }, place) => {
    const reason = parsed[place];
    if (reason?.Code === undefined || reason.Code === 'None')
      return { statement: text, state: 'not done', items: [] };
    return failed(text, reason);
  });
}

function failed(statement: string, { Code, Message, Item: item }: Failure): StatementOutcome {
  const message = [Code, Message].filter((part) => part !== undefined).join(': ');
  return { statement, state: 'failed', message, items: item === undefined ? [] : [item] };
}

/** The capacity units of an answer, of all tables together; undefined where it does not say. */
export function unitsOf(response: string): number | undefined {
  const { ConsumedCapacity: consumed = [] } = JSON.parse(response) as Answer;
  const units = [consumed].flat().flatMap(({ CapacityUnits: count }) => count ?? []);
  return units.length === 0 ? undefined : units.reduce((sum, count) => sum + count, 0);
}

/** `2 of 3 statements done`. */
export function outcomesInWords(outcomes: readonly StatementOutcome[]): string {
  const done = outcomes.filter(({ state }) => state === 'done').length;
  const all = outcomes.length === 1 ? '1 statement' : `${outcomes.length} statements`;
  return done === outcomes.length ? `${all} done` : `${done} of ${all} done`;
}
