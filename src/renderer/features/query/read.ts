import type { Item } from '../../../domain/attribute-value.ts';
import type { IndexDescription } from '../../../domain/table-schema.ts';

/** One Query or Scan as it is sent, and what the screen must know of it afterwards. */
export type Read = {
  readonly operation: 'Query' | 'Scan';
  /** QueryInput or ScanInput as DynamoDB JSON text. */
  readonly request: string;
  /** The index that is read, or undefined for the table itself. */
  readonly index: IndexDescription | undefined;
  /** Whether an item that was just written is surely part of the result. */
  readonly surelyHas: (item: Item) => boolean;
};

/** Whether the rows of a read lack attributes that their items have. */
export function isPartial(read: Read | undefined): boolean {
  return read?.index !== undefined && read.index.projection.type !== 'ALL';
}
