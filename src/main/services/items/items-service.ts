import { implement } from '@orpc/server';
import { itemsContract } from '../../../contract/items.ts';
import type { OperationResult } from '../../../contract/items.ts';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import { itemSize, maximumItemSize } from '../../../domain/item-size.ts';
import type { TransactWriteItemsRequest } from '../../../domain/requests/index.ts';
import { prepareRequest } from '../dynamodb/prepare-request.ts';
import { sortNames } from '../dynamodb/sort-names.ts';
import type { SendOverConnection } from '../dynamodb/wire-types.ts';

export type ItemOperation =
  | 'PutItem'
  | 'GetItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'TransactWriteItems';

export type ItemsDependencies = { readonly send: SendOverConnection };

/** A request as DynamoDB JSON text, over a connection. */
export type ItemsInput = { readonly connectionId: string; readonly request: string };

export type ItemsService = ReturnType<typeof createItemsService>;

/** One item at a time, or up to 100 together, mirroring the API. */
export function createItemsService({ send }: ItemsDependencies) {
  /**
   * REQUEST_INVALID and ITEM_TOO_LARGE say what is wrong before anything is sent.
   * [API: PutItem, GetItem, UpdateItem, DeleteItem, TransactWriteItems]
   */
  async function run(
    operation: ItemOperation,
    input: ItemsInput,
    signal?: AbortSignal,
  ): Promise<OperationResult> {
    const prepared = prepareRequest(operation, input.request, 'REQUEST_INVALID');
    if ('Item' in prepared) checkSize(prepared.Item);
    if ('TransactItems' in prepared) checkTransaction(prepared);
    const { body, ...metadata } = await send(
      input.connectionId,
      operation,
      JSON.stringify(prepared),
      { signal },
    );
    return { response: JSON.stringify(sortNames(JSON.parse(body))), ...metadata };
  }

  return { run };
}

/**
 * Without a token, a transaction whose answer was lost could not be sent again: with it, it is
 * carried out exactly once.
 */
function checkTransaction({ ClientRequestToken, TransactItems }: TransactWriteItemsRequest): void {
  if (ClientRequestToken === undefined) {
    throw new SortkeyError(
      'REQUEST_INVALID',
      'A TransactWriteItems request needs ClientRequestToken here: 1 to 36 characters, others for ' +
        'each attempt.',
      { data: { path: 'ClientRequestToken' } },
    );
  }
  for (const action of TransactItems) if ('Put' in action) checkSize(action.Put.Item);
}

function checkSize(item: Item): void {
  const size = itemSize(item);
  if (size <= maximumItemSize) return;
  throw new SortkeyError(
    'ITEM_TOO_LARGE',
    `The item has ${size.toLocaleString('en-GB')} bytes; DynamoDB takes at most ` +
      `${maximumItemSize.toLocaleString('en-GB')} (400 KB), names and values together.`,
    { data: { size, maximum: maximumItemSize } },
  );
}

/** The handlers of `contract.items`. */
export function createItemsHandlers(service: ItemsService) {
  const os = implement(itemsContract);
  return {
    put: os.put.handler(({ input, signal }) => service.run('PutItem', input, signal)),
    get: os.get.handler(({ input, signal }) => service.run('GetItem', input, signal)),
    update: os.update.handler(({ input, signal }) => service.run('UpdateItem', input, signal)),
    delete: os.delete.handler(({ input, signal }) => service.run('DeleteItem', input, signal)),
    transact: os.transact.handler(({ input, signal }) =>
      service.run('TransactWriteItems', input, signal),
    ),
  };
}
