import { DomainError } from '../../../domain/domain-error.ts';
import type { ItemChange } from '../../../domain/item-edit.ts';
import { serializeRequest } from '../../../domain/requests/index.ts';
import { actionsOf, buildTransaction } from '../../../domain/transaction.ts';
import { keptItem } from '../../../domain/written-item.ts';
import { cancellationOf, outcomeOf } from './cancellation.ts';
import type { ChangeOutcome } from './cancellation.ts';
import { planChange } from './commit.ts';
import type { Outcomes } from './commit.ts';
import type { ItemAccess } from './item-access.ts';
import type { StagedChange } from './staged-change.ts';
import { changedUnguarded } from './unguarded.ts';
import { failed } from './write-failure.ts';

/** The token of a transaction whose answer was lost: sent with it again, it is carried out once. */
export type TransactionTokens = {
  readonly tokenOf: (request: string) => string;
  /** The answer came, whatever it said. */
  readonly answered: () => void;
};

export function createTransactionTokens(): TransactionTokens {
  let pending: { readonly request: string; readonly token: string } | undefined;
  return {
    tokenOf(request) {
      // A token stands for one request: with another one DynamoDB refuses it.
      if (pending?.request !== request) pending = { request, token: crypto.randomUUID() };
      return pending.token;
    },
    answered() {
      pending = undefined;
    },
  };
}

const held = { kind: 'held' } as const;

type Planned = { readonly staged: StagedChange; readonly change: ItemChange };

/**
 * Writes all changes or none, by one transaction. Those that stand already as they shall be, after
 * a lost answer, are left out of it. DomainError where no transaction can hold them.
 * [API: TransactWriteItems]
 */
export async function commitTogether(
  access: ItemAccess,
  changes: readonly StagedChange[],
  tokens: TransactionTokens,
): Promise<Outcomes> {
  const outcomes = new Map<string, ChangeOutcome>();
  let planned: Planned[] = [];
  for (const staged of changes) {
    const plan = planChange(access, staged);
    if (plan.kind === 'request') planned.push({ staged, change: plan.change });
    else if (plan.kind === 'nothing')
      outcomes.set(staged.rowKey, { kind: 'written', item: staged.edited });
    else outcomes.set(staged.rowKey, { kind: 'failed', error: plan.error });
  }
  if ([...outcomes.values()].some(({ kind }) => kind === 'failed')) {
    for (const { staged } of planned) outcomes.set(staged.rowKey, held);
    return outcomes;
  }
  const changed = await Promise.all(planned.map(({ change }) => changedUnguarded(access, change)));
  if (changed.some((theirs) => theirs !== undefined)) {
    for (const [index, { staged }] of planned.entries()) {
      const theirs = changed[index];
      const outcome = theirs === undefined ? held : ({ kind: 'conflict', theirs } as const);
      outcomes.set(staged.rowKey, outcome);
    }
    return outcomes;
  }
  while (planned.length > 0) {
    const ended = await send(access, planned, tokens);
    for (const [index, { staged }] of planned.entries()) {
      const outcome = ended[index];
      if (outcome !== undefined) outcomes.set(staged.rowKey, outcome);
    }
    // Again without those that were so already, unless one stands in the way.
    const inTheWay = ended.some(({ kind }) => kind === 'conflict' || kind === 'failed');
    planned = inTheWay ? [] : planned.filter((_, index) => ended[index]?.kind === 'held');
  }
  return outcomes;
}

/** One attempt: how each change ended, in their order. */
async function send(
  access: ItemAccess,
  planned: readonly Planned[],
  tokens: TransactionTokens,
): Promise<readonly ChangeOutcome[]> {
  const { items, connectionId, schema } = access;
  const transaction = buildTransaction(
    schema,
    planned.map(({ change }) => change),
  );
  const ClientRequestToken = tokens.tokenOf(serializeRequest(transaction));
  const request = serializeRequest({ ...transaction, ClientRequestToken });
  try {
    await items.transact({ connectionId, request });
  } catch (error) {
    const reasons = cancellationOf(error);
    const outcome = failed(error);
    if (outcome.unknown !== true) tokens.answered();
    if (reasons === undefined) return planned.map(() => outcome);
    let first = 0;
    const ended = planned.map(({ change }) => {
      const count = actionsOf(change).length;
      first += count;
      return outcomeOf(access, change, reasons.slice(first - count, first));
    });
    return ended.every(({ kind }) => kind === 'held') ? planned.map(() => outcome) : ended;
  }
  tokens.answered();
  // An attribute that the change does not write is shown as it was read: the answer has no items.
  return planned.map(({ staged: { edited } }) => ({
    kind: 'written',
    item: edited && keptItem(edited),
  }));
}

/** Why changes cannot be written all or nothing, in words; undefined where they can. */
export function whyNotTogether(
  access: ItemAccess,
  changes: readonly StagedChange[],
): string | undefined {
  const lacks = access.connection?.capabilities.lacks ?? [];
  if (lacks.some((words) => /transactions/i.test(words)))
    return 'This endpoint offers no transactions.';
  if (changes.length > 100) {
    return `A transaction takes up to 100 writes; these are ${changes.length.toLocaleString('en-GB')} changes.`;
  }
  try {
    const planned = changes.map((change) => planChange(access, change));
    const requests = planned.flatMap((plan) => (plan.kind === 'request' ? [plan.change] : []));
    if (requests.length > 0) buildTransaction(access.schema, requests);
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.message;
    throw error;
  }
}
