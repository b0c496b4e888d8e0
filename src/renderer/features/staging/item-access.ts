import { SortkeyError } from '../../../contract/sortkey-error.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import type { ItemChange } from '../../../domain/item-edit.ts';
import { keyOf } from '../../../domain/keys.ts';
import { parseItem } from '../../../domain/parse-dynamodb-json.ts';
import { buildGetRequest, serializeRequest } from '../../../domain/requests/index.ts';
import type { KeySchema } from '../../../domain/table-schema.ts';
import type { SortkeyClient } from '../../client/client-type.ts';

/** Where items are read and written. */
export type ItemAccess = {
  readonly items: SortkeyClient['items'];
  readonly connectionId: string;
  readonly tableName: string;
  readonly schema: KeySchema;
};

/** Reads an item whole and as it stands now; undefined where there is none. [API: GetItem] */
export async function readItem(access: ItemAccess, item: Item): Promise<Item | undefined> {
  const { items, connectionId, tableName, schema } = access;
  const request = buildGetRequest({ tableName, key: keyOf(item, schema), consistentRead: true });
  const { response } = await items.get({ connectionId, request: serializeRequest(request) });
  const body = JSON.parse(response) as { Item?: unknown };
  return body.Item === undefined ? undefined : parseItem(body.Item);
}

/** How a write ended. */
export type WriteOutcome =
  /** `item` as it stands now; undefined where it was deleted. */
  | { readonly kind: 'written'; readonly item: Item | undefined }
  /** Nothing was written: the item is not what it was. `theirs` is undefined where it is gone. */
  | { readonly kind: 'conflict'; readonly theirs: Item | undefined }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Sends a change under its condition. [API: PutItem, UpdateItem, DeleteItem] */
export async function writeChange(access: ItemAccess, change: ItemChange): Promise<WriteOutcome> {
  const { items, connectionId } = access;
  const input = { connectionId, request: serializeRequest(change.request) };
  try {
    if (change.operation === 'PutItem') await items.put(input);
    else if (change.operation === 'UpdateItem') await items.update(input);
    else await items.delete(input);
  } catch (error) {
    return failureOf(access, change, error);
  }
  return { kind: 'written', item: await writtenItem(access, change.edited) };
}

async function failureOf(
  access: ItemAccess,
  change: ItemChange,
  error: unknown,
): Promise<WriteOutcome> {
  if (!(error instanceof SortkeyError) || error.code !== 'CONDITION_FAILED')
    return { kind: 'failed', error };
  const told = error.detail.data?.['item'];
  if (typeof told === 'string') return { kind: 'conflict', theirs: parseItem(JSON.parse(told)) };
  // Told nothing: the item is gone, or the endpoint does not say how it stands.
  const item = change.edited ?? change.original;
  try {
    return { kind: 'conflict', theirs: item && (await readItem(access, item)) };
  } catch {
    return { kind: 'failed', error };
  }
}

/** What was written as DynamoDB keeps it: numbers in its own form, and what others added since. */
async function writtenItem(access: ItemAccess, edited: Item | undefined) {
  if (edited === undefined) return undefined;
  try {
    return (await readItem(access, edited)) ?? edited;
  } catch {
    // The write is done; that it cannot be read again just now changes nothing about it.
    return edited;
  }
}
