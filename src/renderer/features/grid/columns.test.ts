import { describe, expect, it } from 'vitest';
import type { IndexDescription } from '../../../domain/table-schema.ts';
import { columnsOf, fittingWidth, mergeSeen, widestFit } from './columns.ts';
import type { Column } from './columns.ts';

const schema = {
  partitionKey: { name: 'book_id', type: 'N' },
  sortKey: { name: 'title', type: 'S' },
} as const;
const index: IndexDescription = {
  name: 'by-author',
  kind: 'global',
  partitionKey: { name: 'author', type: 'S' },
  sortKey: { name: 'title', type: 'S' },
  projection: { type: 'ALL' },
};
const seen = (...names: string[]) => names.map((name) => ({ name, types: ['S'] as const }));
const named = (columns: Column[]) => columns.map(({ name, role }) => `${name} ${role}`);

describe('columnsOf', () => {
  it('puts the keys first and leaves the rest as it is', () => {
    expect(
      named(columnsOf(schema, undefined, seen('price', 'title', 'author', 'book_id'))),
    ).toEqual(['book_id partition-key', 'title sort-key', 'price attribute', 'author attribute']);
  });

  it('shows the keys of an empty table', () => {
    expect(named(columnsOf(schema, undefined, []))).toEqual([
      'book_id partition-key',
      'title sort-key',
    ]);
  });

  it('puts the keys of the index behind those of the table, each once', () => {
    expect(named(columnsOf(schema, index, seen('isbn', 'author')))).toEqual([
      'book_id partition-key',
      'title sort-key',
      'author index-key',
      'isbn attribute',
    ]);
  });

  it('treats no name as special', () => {
    const columns = columnsOf(schema, undefined, seen('__proto__', 'constructor'));
    expect(columns.map(({ id }) => id)).toContain('attribute:__proto__');
  });
});

it('adds what edits brought', () => {
  const merged = mergeSeen(seen('a'), [{ a: { S: '' }, b: { S: '' } }, { b: { N: '1' } }]);
  expect(merged.map(({ name }) => name)).toEqual(['a', 'b']);
});

it('fits a column to its name and its values, within bounds', () => {
  const column = { id: 'attribute:a', name: 'a', role: 'attribute', types: [] } as const;
  const long = [{ a: { S: 'x'.repeat(1000) } }];
  expect(fittingWidth(column, [])).toBe(72);
  expect(fittingWidth(column, [{ a: { S: 'sixteen letters.' } }])).toBe(146);
  expect(fittingWidth(column, long)).toBe(220);
  expect(fittingWidth(column, long, widestFit)).toBe(640);
  expect(fittingWidth({ ...column, name: 'x'.repeat(100) }, [])).toBe(220);
});
