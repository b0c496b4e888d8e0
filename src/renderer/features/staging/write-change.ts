import { SortkeyError } from '../../../contract/sortkey-error.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import type { ItemChange } from '../../../domain/item-edit.ts';
import { parseItem } from '../../../domain/parse-dynamodb-json.ts';
import { serializeRequest } from '../../../domain/requests/index.ts';
import { isAlreadySo, keptItem } from '../../../domain/written-item.ts';
import { cancellationOf, outcomeOf } from './cancellation.ts';
import { readItem } from './item-access.ts';
import type { ItemAccess, WriteOutcome } from './item-access.ts';
import { failed } from './write-failure.ts';

/**
 * Sends a change under its condition. Sent again after its answer was lost, it is carried out no
 * second time: its condition fails, and that the item is as it shall be says that it is written.
 * [API: PutItem, UpdateItem, DeleteItem, TransactWriteItems]
 */
export async function writeChange(access: ItemAccess, change: ItemChange): Promise<WriteOutcome> {
  try {
    return { kind: 'written', ...(await send(access, change)) };
  } catch (error) {
    const reasons = cancellationOf(error);
    if (reasons === undefined) return failureOf(access, change, error);
    const outcome = outcomeOf(access, change, reasons);
    return outcome.kind === 'held' ? { kind: 'failed', error } : outcome;
  }
}

type Written = { readonly item: Item | undefined; readonly was?: Item };

/** Answers the item as it stands then; of a deletion, as it was. */
async function send(access: ItemAccess, change: ItemChange): Promise<Written> {
  const { items, connectionId } = access;
  const { edited } = change;
  if (change.operation === 'TransactWriteItems') {
    const request = { ...change.request, ClientRequestToken: crypto.randomUUID() };
    await items.transact({ connectionId, request: serializeRequest(request) });
    return { item: edited && keptItem(edited) };
  }
  const input = { connectionId, request: serializeRequest(change.request) };
  if (change.operation === 'DeleteItem') {
    const was = attributesIn((await items.delete(input)).response);
    return { item: undefined, ...(was !== undefined && { was }) };
  }
  if (change.operation === 'PutItem') {
    await items.put(input);
    return { item: edited && keptItem(edited) };
  }
  const now = attributesIn((await items.update(input)).response);
  return { item: now ?? (edited && keptItem(edited)) };
}

function attributesIn(response: string): Item | undefined {
  const { Attributes: attributes } = JSON.parse(response) as { Attributes?: unknown };
  return attributes === undefined ? undefined : parseItem(attributes);
}

async function failureOf(
  access: ItemAccess,
  change: ItemChange,
  error: unknown,
): Promise<WriteOutcome> {
  if (!(error instanceof SortkeyError) || error.code !== 'CONDITION_FAILED') return failed(error);
  let theirs: Item | undefined;
  const told = error.detail.data?.['item'];
  if (typeof told === 'string') theirs = parseItem(JSON.parse(told));
  else {
    // Told nothing: the item is gone, or the endpoint does not say how it stands.
    const item = change.edited ?? change.original;
    try {
      theirs = item && (await readItem(access, item));
    } catch {
      return { kind: 'failed', error };
    }
  }
  if (isAlreadySo(change, theirs)) return { kind: 'written', item: theirs, already: true };
  return { kind: 'conflict', theirs };
}
