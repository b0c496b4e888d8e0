import { expect, it } from 'vitest';
import { splitStatements } from '../../../domain/partiql/index.ts';
import { manyItems, notesOf } from './statement-notes.ts';

const table = {
  tableName: 'Books',
  partitionKey: { name: 'book_id', type: 'N' as const },
  indexes: [],
};
const notes = (script: string, kind: 'sandbox' | 'default' = 'default', itemCount = 5) =>
  notesOf(splitStatements(script), [{ ...table, itemCount }], { kind, name: 'Any' });

it('a scan is said, and asked about where the table has many items', () => {
  expect(notes('SELECT * FROM Books')).toMatchObject([
    { words: expect.stringContaining('scans Books') as string, asks: false },
  ]);
  expect(notes('SELECT * FROM Books', 'default', manyItems + 1)).toMatchObject([{ asks: true }]);
  expect(notes('SELECT * FROM Books WHERE book_id = 1; SELECT * FROM Unknown')).toEqual([]);
});

it('what the sandbox’s engine does otherwise is said there, and only there', () => {
  const key = 'WHERE book_id = 1';
  const said: [string, string][] = [
    [`SELECT * FROM Books ${key} ORDER BY title`, 'ignores ORDER BY'],
    [`UPDATE Books SET a = 1 SET b = 2 ${key}`, 'takes one SET only'],
    [`SELECT * FROM Books ${key} AND size(tags) > 1`, 'does not take size(…)'],
    [`EXISTS(SELECT * FROM Books ${key})`, 'does not take EXISTS'],
  ];
  for (const [script, words] of said) {
    expect(
      notes(script, 'sandbox').map((note) => note.words),
      script,
    ).toEqual([expect.stringContaining(words)]);
    expect(notes(script), script).toEqual([]);
  }
  expect(notes(`SELECT * FROM Books ${key} AND title = 'ORDER BY size('`, 'sandbox')).toEqual([]);
});
