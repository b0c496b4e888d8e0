import type { Item } from './attribute-value.ts';
import { DomainError } from './domain-error.ts';
import type { ItemChange, SingleWrite } from './item-change.ts';
import { itemSize } from './item-size.ts';
import { describeKey, keyIdentity, keyOf } from './keys.ts';
import { maximumTransactionActions } from './requests/index.ts';
import type { TransactAction, TransactWriteItemsRequest } from './requests/index.ts';
import type { KeySchema } from './table-schema.ts';

export { maximumTransactionActions } from './requests/index.ts';

/** The items of one transaction may have this many bytes together: 4 MB. */
export const maximumTransactionSize = 4 * 1024 * 1024;

/** The actions that a change is in a transaction: one, or the two of an item that is moved. */
export function actionsOf(change: ItemChange): readonly TransactAction[] {
  return change.operation === 'TransactWriteItems'
    ? change.request.TransactItems
    : [actionOf(change)];
}

/** A single write as an action of a transaction. */
export function actionOf(write: SingleWrite): TransactAction {
  if (write.operation === 'PutItem') return { Put: forAction(write.request) };
  if (write.operation === 'UpdateItem') return { Update: forAction(write.request) };
  return { Delete: forAction(write.request) };
}

/** A request without what DynamoDB takes only for a whole transaction, or not at all in one. */
function forAction<Request extends SingleWrite['request']>(request: Request) {
  const {
    ReturnValues: _values,
    ReturnConsumedCapacity: _capacity,
    ReturnItemCollectionMetrics: _metrics,
    ...action
  } = request;
  return action;
}

/** The transaction of some actions, without a token: the SDKs fill it in, as this app does. */
export function transactionOf(actions: readonly TransactAction[]): TransactWriteItemsRequest {
  return { TransactItems: actions, ReturnConsumedCapacity: 'TOTAL' };
}

/**
 * One request that carries out all changes or none, each under its own condition. DomainError where
 * DynamoDB would not take it: more than 100 actions, more than 4 MB, or two for one item.
 */
export function buildTransaction(
  schema: KeySchema,
  changes: readonly ItemChange[],
): TransactWriteItemsRequest {
  const actions = changes.flatMap(actionsOf);
  if (actions.length === 0) throw new DomainError('There is nothing to write.');
  if (actions.length > maximumTransactionActions) {
    throw new DomainError(
      `${changes.length} changes are ${actions.length} actions. One transaction takes at most ` +
        `${maximumTransactionActions}; write them one by one, or fewer at once.`,
    );
  }
  refuseTwice(schema, changes);
  const size = changes.reduce((sum, change) => sum + sizeOf(change), 0);
  if (size > maximumTransactionSize) {
    const [found, maximum] = [size, maximumTransactionSize].map((n) => n.toLocaleString('en-GB'));
    throw new DomainError(
      `The items have ${found} bytes together. One transaction takes at most ${maximum} (4 MB); ` +
        'write them one by one, or fewer at once.',
    );
  }
  return transactionOf(actions);
}

function refuseTwice(schema: KeySchema, changes: readonly ItemChange[]): void {
  const seen = new Set<string>();
  for (const change of changes) {
    for (const item of itemsOf(change)) {
      const identity = keyIdentity(item, schema);
      if (seen.has(identity)) {
        const key = describeKey(keyOf(item, schema));
        throw new DomainError(
          `Two changes are about one item (${key}). A transaction takes one for each item.`,
        );
      }
      seen.add(identity);
    }
  }
}

/** The items that a change writes, by their keys: two of a move. */
function itemsOf({ operation, original, edited }: ItemChange): Item[] {
  const items = operation === 'TransactWriteItems' ? [original, edited] : [edited ?? original];
  return items.filter((item) => item !== undefined);
}

/** DynamoDB counts the larger of before and after. */
function sizeOf({ operation, original, edited }: ItemChange): number {
  const [before, after] = [original, edited].map((item) => (item ? itemSize(item) : 0)) as [
    number,
    number,
  ];
  return operation === 'TransactWriteItems' ? before + after : Math.max(before, after);
}
