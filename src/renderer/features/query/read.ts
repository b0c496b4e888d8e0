import type { Item } from '../../../domain/attribute-value.ts';
import type { IndexDescription } from '../../../domain/table-schema.ts';

/** One Query, Scan or SELECT as it is sent, and what the screen must know of it afterwards. */
export type Read = {
  readonly operation: 'Query' | 'Scan' | 'ExecuteStatement';
  /** The operation's input as DynamoDB JSON text. */
  readonly request: string;
  /** The index that is read, or undefined for the table itself. */
  readonly index: IndexDescription | undefined;
  /** How many items the table or the index was last told to have; undefined for a Query. */
  readonly itemCount: number | undefined;
  /** Whether an item that was just written is surely part of the result. */
  readonly surelyHas: (item: Item) => boolean;
};

/** Whether the rows of a read lack attributes that their items have. */
export function isPartial(read: Read | undefined): boolean {
  return read?.index !== undefined && read.index.projection.type !== 'ALL';
}

/** Whether two reads send the same. */
export function isSameRead(a: Read | undefined, b: Read): boolean {
  return a?.operation === b.operation && a.request === b.request;
}
