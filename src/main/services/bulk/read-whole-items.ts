import { setTimeout as sleep } from 'node:timers/promises';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import type { AttributeMap, Item } from '../../../domain/attribute-value.ts';
import { keyOf } from '../../../domain/keys.ts';
import type { KeySchema } from '../../../domain/table-schema.ts';
import type { WireAnswer } from '../dynamodb/wire-types.ts';
import { keyIdentity } from '../transfer/writing/key-identity.ts';
import { backOffMs } from '../transfer/writing/back-off.ts';

/** DynamoDB's limit of keys for one BatchGetItem. */
export const maximumKeys = 100;

export type WholeItems = {
  /** By `keyIdentity`; items that are not there any more are missing. */
  readonly items: ReadonlyMap<string, Item>;
  readonly consumedCapacity: number;
};

type BatchGetAnswer = {
  readonly Responses?: { readonly [tableName: string]: readonly Item[] };
  readonly UnprocessedKeys?: {
    readonly [tableName: string]: { readonly Keys?: readonly AttributeMap[] };
  };
  readonly ConsumedCapacity?: readonly { readonly CapacityUnits?: number }[];
};

const maximumFailures = 12;

/**
 * Reads the whole items of at most 100 rows of which only parts are known, consistently. Each row
 * must have its key. [API: BatchGetItem]
 */
export async function readWholeItems(
  rows: readonly Item[],
  tableName: string,
  schema: KeySchema,
  send: (request: string) => Promise<WireAnswer>,
  signal: AbortSignal,
): Promise<WholeItems> {
  const items = new Map<string, Item>();
  let consumedCapacity = 0;
  let keys: readonly AttributeMap[] = [
    ...new Map(rows.map((row) => [keyIdentity(row, schema), keyOf(row, schema)])).values(),
  ];
  for (let failures = 0; keys.length > 0;) {
    const request = {
      RequestItems: { [tableName]: { Keys: keys, ConsistentRead: true } },
      ReturnConsumedCapacity: 'TOTAL',
    };
    const answer = JSON.parse((await send(JSON.stringify(request))).body) as BatchGetAnswer;
    const found = Object.values(answer.Responses ?? {}).flat();
    for (const item of found) items.set(keyIdentity(item, schema), item);
    for (const { CapacityUnits = 0 } of answer.ConsumedCapacity ?? []) {
      consumedCapacity += CapacityUnits;
    }
    const left = Object.values(answer.UnprocessedKeys ?? {}).flatMap(({ Keys = [] }) => Keys);
    failures = left.length < keys.length ? 1 : failures + 1;
    keys = left;
    if (keys.length === 0) break;
    if (failures === maximumFailures) throw throttled(tableName);
    await sleep(backOffMs(failures, Math.random), undefined, { signal });
  }
  return { items, consumedCapacity };
}

function throttled(tableName: string): SortkeyError {
  return new SortkeyError(
    'THROTTLED',
    `DynamoDB gave no more items of table ${tableName} in ${maximumFailures} attempts. ` +
      'Raise its read capacity, or try again later.',
  );
}
