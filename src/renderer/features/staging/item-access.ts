import type { Connection } from '../../../contract/connections.ts';
import type { Item } from '../../../domain/attribute-value.ts';
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
  /** The connection as it is shown: its guard, and what its endpoint lacks. */
  readonly connection?: Connection | undefined;
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
  | {
      readonly kind: 'written';
      readonly item: Item | undefined;
      /** Of a deletion: the item as it was then; it may have had more than was read. */
      readonly was?: Item;
      /** The condition failed, but the item is as it shall be: written before, or by somebody. */
      readonly already?: true;
    }
  /** Nothing was written: the item is not what it was. `theirs` is undefined where it is gone. */
  | { readonly kind: 'conflict'; readonly theirs: Item | undefined }
  | {
      readonly kind: 'failed';
      readonly error: unknown;
      /** It was sent and not answered: whether it was carried out is not known. */
      readonly unknown?: true;
    };
