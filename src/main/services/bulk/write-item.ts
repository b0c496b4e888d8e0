import { SortkeyError } from '../../../contract/sortkey-error.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import type { BulkAct } from '../../../domain/bulk-act.ts';
import { buildBulkWrite, isDone } from '../../../domain/bulk-write.ts';
import { serializeRequest } from '../../../domain/requests/index.ts';
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
        return whatStands(part, act, cause, attempts.wasLost());
      }
      const outcome = await attempts.failed(cause);
      if (outcome !== undefined) return outcome;
    }
  }
}

function whatStands(part: Item, act: BulkAct, failed: SortkeyError, wasLost: boolean): Outcome {
  const found = failed.detail.data?.['item'];
  const now = typeof found === 'string' ? (JSON.parse(found) as Item) : undefined;
  if (isDone(part, act, now)) {
    if (wasLost) return { outcome: 'written' };
    return { outcome: 'unchanged', reason: 'Somebody else had done it already.' };
  }
  if (now === undefined)
    return { outcome: 'conflict', reason: 'It was deleted since it was read.' };
  const what = act.kind === 'delete' ? 'It was' : `Its ${JSON.stringify(act.name)} was`;
  return { outcome: 'conflict', reason: `${what} changed since it was read.` };
}
