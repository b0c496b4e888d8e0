import { SortkeyError } from '../../../contract/sortkey-error.ts';
import type { AttributeMap } from '../../../domain/attribute-value.ts';
import { keyIdentity } from '../transfer/writing/key-identity.ts';
import type { KeySchema } from '../../../domain/table-schema.ts';
import { createAttempts } from './write-outcome.ts';
import type { Outcome, WriteDeps } from './write-outcome.ts';

/** DynamoDB's limit of writes for one BatchWriteItem. */
export const maximumBatchKeys = 25;

/** The request that deletes items whatever they hold. [API: BatchWriteItem] */
export function buildBatchDelete(tableName: string, keys: readonly AttributeMap[]): string {
  const deletes = keys.map((Key) => ({ DeleteRequest: { Key } }));
  return JSON.stringify({
    RequestItems: { [tableName]: deletes },
    ReturnConsumedCapacity: 'TOTAL',
  });
}

type BatchWriteAnswer = {
  readonly UnprocessedItems?: {
    readonly [tableName: string]: readonly {
      readonly DeleteRequest?: { readonly Key?: AttributeMap };
    }[];
  };
  readonly ConsumedCapacity?: readonly { readonly CapacityUnits?: number }[];
};

/**
 * Deletes at most 25 items by their keys, whatever they hold, until DynamoDB has taken all. Tells
 * what became of each, in their order. [API: BatchWriteItem]
 */
export async function deleteBatch(
  keys: readonly AttributeMap[],
  schema: KeySchema,
  deps: WriteDeps,
): Promise<readonly Outcome[]> {
  // A batch that has a key twice is refused.
  const waiting = new Map(keys.map((key) => [keyIdentity(key, schema), key]));
  const attempts = createAttempts(deps);
  const endAs = (left: Outcome): readonly Outcome[] =>
    keys.map((key) => (waiting.has(keyIdentity(key, schema)) ? left : { outcome: 'written' }));

  for (;;) {
    try {
      const before = waiting.size;
      await sendOnce(waiting, schema, deps);
      if (waiting.size === 0) return endAs({ outcome: 'written' });
      if (waiting.size < before) attempts.progressed();
      throw unprocessed(deps.tableName);
    } catch (cause) {
      const outcome = await attempts.failed(cause);
      if (outcome !== undefined) return endAs(outcome);
    }
  }
}

/** Takes what was deleted out of `waiting`. */
async function sendOnce(
  waiting: Map<string, AttributeMap>,
  schema: KeySchema,
  { tableName, send, consumed, taken, throttled }: WriteDeps,
): Promise<void> {
  const request = buildBatchDelete(tableName, [...waiting.values()]);
  const { body, attempts } = await send('BatchWriteItem', request);
  const answer = JSON.parse(body) as BatchWriteAnswer;
  for (const { CapacityUnits } of answer.ConsumedCapacity ?? []) consumed(CapacityUnits);
  const left = new Set<string>();
  for (const { DeleteRequest } of Object.values(answer.UnprocessedItems ?? {}).flat()) {
    if (DeleteRequest?.Key !== undefined) left.add(keyIdentity(DeleteRequest.Key, schema));
  }
  for (const key of waiting.keys()) if (!left.has(key)) waiting.delete(key);
  if (attempts > 1) throttled();
  else if (left.size === 0) taken();
}

function unprocessed(tableName: string): SortkeyError {
  return new SortkeyError(
    'THROTTLED',
    `DynamoDB left deletions of table ${tableName} undone. ` +
      'Raise its write capacity, or go on later.',
  );
}
