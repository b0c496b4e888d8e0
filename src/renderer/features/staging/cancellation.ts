import { SortkeyError } from '../../../contract/sortkey-error.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import type { ItemChange } from '../../../domain/item-edit.ts';
import { describeKey, keyOf } from '../../../domain/keys.ts';
import { parseItem } from '../../../domain/parse-dynamodb-json.ts';
import { isAlreadySo } from '../../../domain/written-item.ts';
import type { ItemAccess, WriteOutcome } from './item-access.ts';

/** How a change of a transaction ended: by itself, or held back since another one could not be. */
export type ChangeOutcome = WriteOutcome | { readonly kind: 'held' };

/** Why an action of a cancelled transaction was not carried out; `None` where it could have been. */
export type CancellationReason = {
  readonly code: string;
  readonly message: string;
  /** The item as it stands, where its condition failed and there is one. */
  readonly item: Item | undefined;
};

/** The reasons of a cancelled transaction in the order of its actions; undefined for another error. */
export function cancellationOf(error: unknown): CancellationReason[] | undefined {
  if (!(error instanceof SortkeyError) || error.code !== 'TRANSACTION_CANCELLED') return undefined;
  const reasons = JSON.parse(String(error.detail.data?.['reasons'] ?? '[]')) as {
    Code?: string;
    Message?: string;
    Item?: unknown;
  }[];
  return reasons.map(({ Code: code = 'None', Message: message = code, Item: item }) => ({
    code,
    message,
    item: item === undefined ? undefined : parseItem(item),
  }));
}

const conditionFailed = 'ConditionalCheckFailed';

/** What the reasons of a change's actions, one or the two of a move, mean for it. */
export function outcomeOf(
  access: Pick<ItemAccess, 'schema'>,
  change: ItemChange,
  reasons: readonly CancellationReason[],
): ChangeOutcome {
  const other = reasons.find(({ code }) => code !== 'None' && code !== conditionFailed);
  if (other !== undefined) return { kind: 'failed', error: errorOf(other) };
  const [first, second] = reasons.map(({ code, item }) => ({
    failed: code === conditionFailed,
    item,
  }));
  if (first?.failed !== true && second?.failed !== true) return { kind: 'held' };
  const standing = first?.failed === true ? first.item : change.original;
  if (isAlreadySo(change, standing, second?.item)) {
    const item = change.operation === 'TransactWriteItems' ? second?.item : standing;
    return { kind: 'written', item, already: true };
  }
  if (first?.failed === true) return { kind: 'conflict', theirs: standing };
  return { kind: 'failed', error: occupied(access, change) };
}

function errorOf({ code, message }: CancellationReason): SortkeyError {
  const known = {
    TransactionConflict: 'RESOURCE_IN_USE',
    ThrottlingError: 'THROTTLED',
    ProvisionedThroughputExceeded: 'THROTTLED',
    ItemCollectionSizeLimitExceeded: 'LIMIT_EXCEEDED',
  } as const;
  const match = Object.entries(known).find(([name]) => name === code);
  return new SortkeyError(match?.[1] ?? 'VALIDATION_FAILED', message, { awsName: code });
}

function occupied({ schema }: Pick<ItemAccess, 'schema'>, { edited }: ItemChange): SortkeyError {
  const key = edited === undefined ? '' : describeKey(keyOf(edited, schema));
  return new SortkeyError(
    'CONDITION_FAILED',
    `There is an item with the new key already (${key}), so nothing was written. ` +
      'Choose another key, or delete that item first.',
  );
}
