import type { TableSpecification } from '../../../contract/tables.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import { parseItem } from '../../../domain/parse-dynamodb-json.ts';
import books from '../../../../resources/samples/books.json';

/** The table of the boto3 tutorial, as its Python creates it. */
export const booksTable: TableSpecification = {
  tableName: 'Books',
  partitionKey: { name: 'book_id', type: 'N' },
  sortKey: { name: 'title', type: 'S' },
  billing: { mode: 'provisioned', readCapacityUnits: 10, writeCapacityUnits: 10 },
  indexes: [],
};

/** A dozen books, whose attributes differ from one to the other as they do in real tables. */
export function makeBooks(): Item[] {
  return books.map((book) => parseItem(book));
}
