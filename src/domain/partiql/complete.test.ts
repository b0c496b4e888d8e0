import { expect, it } from 'vitest';
import { completePartiql } from './index.ts';

const known = {
  tables: ['Books', 'Orders', 'order-lines'],
  indexesOf: (table: string) => (table === 'Books' ? ['by-author'] : []),
  attributes: ['author', 'year', 'e mail', 'reauthored'],
  words: ['SELECT', 'SET', 'AND'],
};
/** What is offered at the sign |, and what it would make of the text. */
function at(marked: string): string[] {
  const position = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = completePartiql(text, position, known);
  return (found?.options ?? []).map(({ insert }) => text.slice(0, found?.from) + insert);
}

it('tables complete after FROM, INTO and UPDATE, in quotes', () => {
  expect(at('SELECT * FROM |')).toEqual([
    'SELECT * FROM "Books"',
    'SELECT * FROM "Orders"',
    'SELECT * FROM "order-lines"',
  ]);
  expect(at('insert into ORD|')).toEqual(['insert into "Orders"', 'insert into "order-lines"']);
  expect(at('UPDATE "Bo|')).toEqual(['UPDATE "Books"']);
});

it('indexes complete after their table', () => {
  expect(at('SELECT * FROM "Books".|')).toEqual(['SELECT * FROM "Books"."by-author"']);
  expect(at('SELECT * FROM Orders.|')).toEqual([]);
});

it('attributes and words complete elsewhere, once a letter is typed', () => {
  expect(at('|')).toEqual([]);
  expect(at('se|')).toEqual(['SELECT', 'SET']);
  expect(at('SELECT au|')).toEqual(['SELECT author', 'SELECT reauthored']);
  expect(at('SELECT ma|')).toEqual(['SELECT "e mail"']);
  expect(at('SELECT yea|')).toEqual(['SELECT "year"']);
});

it('nothing completes in texts, comments and numbers, nor what is written already', () => {
  for (const marked of [
    "WHERE a = 'se|",
    '-- se|',
    '/* se|',
    'LIMIT 1|',
    'SELECT|',
    'FROM "Books"|',
  ]) {
    expect(at(marked), marked).toEqual([]);
  }
});
