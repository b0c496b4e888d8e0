import { SortkeyError } from '../../../contract/sortkey-error.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import type { BulkAct } from '../../../domain/bulk-act.ts';
import { buildBulkWrite, isDone } from '../../../domain/bulk-write.ts';
import { keyOf } from '../../../domain/keys.ts';
import { buildGetRequest, serializeRequest } from '../../../domain/requests/index.ts';
import type { KeySchema } from '../../../domain/table-schema.ts';
import { createAttempts } from './write-outcome.ts';
import type { Outcome, WriteDeps } from './write-outcome.ts';

/**
 * Writes one item under its condition. Sent again after a lost answer it changes nothing twice: the
 * condition then fails, and an item that is as wanted counts as written.
 * [API: UpdateItem, DeleteItem]
 */
export async function writeItem(
  part: Item,
  act: BulkAct,
  schema: KeySchema,
  deps: WriteDeps,
): Promise<Outcome> {
  const { operation, request } = buildBulkWrite(deps.tableName, schema, part, act);
  const text = serializeRequest(request);
  const attempts = createAttempts(deps);
  for (;;) {
    try {
      const { body, attempts: sent } = await deps.send(operation, text);
      const answer = JSON.parse(body) as { ConsumedCapacity?: { CapacityUnits?: number } };
      deps.consumed(answer.ConsumedCapacity?.CapacityUnits);
      if (sent > 1) deps.throttled();
      else deps.taken();
      return { outcome: 'written' };
    } catch (cause) {
      if (cause instanceof SortkeyError && cause.code === 'CONDITION_FAILED') {
        const now = await standing(part, cause, schema, deps);
        return whatStands(part, act, now, attempts.wasLost());
      }
      const outcome = await attempts.failed(cause);
      if (outcome !== undefined) return outcome;
    }
  }
}

/**
 * How an item stands whose condition failed: as was told with it, or as it is read now where the
 * endpoint tells nothing; `unread` where it cannot be. [API: GetItem]
 */
async function standing(
  part: Item,
  failed: SortkeyError,
  schema: KeySchema,
  { tableName, send }: Pick<WriteDeps, 'tableName' | 'send'>,
): Promise<Item | undefined | 'unread'> {
  const found = failed.detail.data?.['item'];
  if (typeof found === 'string') return JSON.parse(found) as Item;
  const key = keyOf(part, schema);
  const request = buildGetRequest({ tableName, key, consistentRead: true });
  try {
    const { body } = await send('GetItem', serializeRequest(request));
    return (JSON.parse(body) as { Item?: Item }).Item;
  } catch {
    return 'unread';
  }
}

function whatStands(
  part: Item,
  act: BulkAct,
  now: Item | undefined | 'unread',
  wasLost: boolean,
): Outcome {
  if (now === 'unread') {
    return { outcome: 'conflict', reason: 'It is not as it was read, and cannot be read now.' };
  }
  if (isDone(part, act, now)) {
    if (wasLost) return { outcome: 'written' };
    return { outcome: 'unchanged', reason: 'Somebody else had done it already.' };
  }
  if (now === undefined)
    return { outcome: 'conflict', reason: 'It was deleted since it was read.' };
  const what = act.kind === 'delete' ? 'It was' : `Its ${JSON.stringify(act.name)} was`;
  return { outcome: 'conflict', reason: `${what} changed since it was read.` };
}
