import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStatement, scanWarning } from './index.ts';
import type { ReadTable } from './index.ts';

const table: ReadTable = {
  tableName: 'Books',
  partitionKey: { name: 'book_id', type: 'N' },
  sortKey: { name: 'title', type: 'S' },
  itemCount: 12_400,
  indexes: [
    {
      name: 'by-author',
      kind: 'global',
      partitionKey: { name: 'author', type: 'S' },
      projection: { type: 'ALL' },
    },
  ],
};
const warning = (text: string) => scanWarning(readStatement(text), table);
const scans = (where: string, from = 'Books') =>
  warning(`SELECT * FROM ${from} WHERE ${where}`) !== undefined;

describe('the warning before a scan', () => {
  it('says why, and what may be read', () => {
    expect(warning('SELECT title FROM Books')).toBe(
      'This statement scans Books: it has no WHERE. ' +
        'It may read all of about 12,400 items, and each one read costs, found or not.',
    );
    expect(warning(`SELECT * FROM "Books"."by-author" WHERE book_id = 1`)).toBe(
      'This statement scans the index by-author: its WHERE does not give the partition key author ' +
        'by = or IN. It may read all of about 12,400 items, and each one read costs, found or not.',
    );
  });

  const queries = [
    'book_id = 1',
    '"book_id" = ?',
    '1 = book_id',
    'book_id = -1',
    'book_id IN [1, 2]',
    'book_id IN (1, ?)',
    `title = 'x' AND book_id = 1`,
    `n BETWEEN 1 AND 2 AND book_id = 1`,
    'book_id = 1 OR book_id = 2',
    '(book_id = 1 AND n > 3) OR (book_id IN [4] AND NOT n = 1)',
    '((book_id = 1))',
    `book_id = 1 ORDER BY title DESC`,
  ];
  for (const where of queries) {
    it(`is not given for ${where}`, () => expect(scans(where)).toBe(false));
  }

  const others = [
    'book_id > 1',
    'book_id <> 1',
    'book_id BETWEEN 1 AND 2',
    'NOT book_id = 1',
    'NOT (book_id = 1)',
    'book_id = 1 OR n = 2',
    '(book_id = 1 AND n = 1) OR n = 2',
    `title = 'book_id = 1'`,
    'book_id.part = 1',
    'info.book_id = 1',
    'book_id = other',
    'other = book_id',
    'n BETWEEN 1 AND 2',
    `contains(title, 'book_id')`,
    'Book_Id = 1',
    'NOT book_id IN [1]',
    `n = 1 -- AND book_id = 1`,
    'n = 1 ORDER BY book_id',
  ];
  for (const where of others) {
    it(`is given for ${where}`, () => expect(scans(where)).toBe(true));
  }

  it('goes by the key of the index that is read', () => {
    expect(scans(`author = 'x'`, '"Books"."by-author"')).toBe(false);
    expect(scans(`author = 'x'`)).toBe(true);
    expect(warning('SELECT * FROM "Books"."no-such"')).toBeUndefined();
  });

  it('is not for writes, nor for another table', () => {
    expect(warning('DELETE FROM Books WHERE n = 1')).toBeUndefined();
    expect(warning('SELECT * FROM Others')).toBeUndefined();
  });

  it('bears any depth and any number of parentheses', () => {
    const open = '('.repeat(3_000);
    expect(scans(`${open}book_id = 1${')'.repeat(3_000)}`)).toBe(true);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('(', ')', ' AND ', ' OR ', 'book_id = 1', ' NOT ', '[')),
        (parts) => {
          scans(parts.join(' ') || 'n = 1');
        },
      ),
    );
  });
});
