import type { Item } from './attribute-value.ts';
import type {
  DeleteRequest,
  PutRequest,
  TransactWriteItemsRequest,
  UpdateRequest,
} from './requests/index.ts';

/** A write of one item by itself. */
export type SingleWrite =
  | { readonly operation: 'PutItem'; readonly request: PutRequest }
  | { readonly operation: 'UpdateItem'; readonly request: UpdateRequest }
  | { readonly operation: 'DeleteItem'; readonly request: DeleteRequest };

/** An item that gets another key: the old one's deletion and the new one's put, both or neither. */
export type ItemMove = {
  readonly operation: 'TransactWriteItems';
  readonly request: TransactWriteItemsRequest;
};

/** A write that makes one item from another, under the condition that the first still stands. */
export type ItemChange = (SingleWrite | ItemMove) & {
  readonly original?: Item | undefined;
  readonly edited?: Item | undefined;
  /** Attributes of a deleted item that the condition had no room for: see `buildItemChange`. */
  readonly unguarded: readonly string[];
};
