import { describe, expect, it } from 'vitest';
import type { AttributeValue } from '../../../domain/attribute-value.ts';
import { editBlock, leftOutInWords } from './block-edit.ts';
import type { CellOutcome } from './block-edit.ts';
import type { Column } from './columns.ts';
import type { GridRowSource } from './grid-source.ts';
import { rowOf } from './testing/source.ts';

const key: Column = { id: 'attribute:id', name: 'id', role: 'partition-key', types: ['S'] };
const price: Column = { id: 'attribute:price', name: 'price', role: 'attribute', types: ['N'] };
const item = { id: { S: 'a' }, price: { N: '1' } };

function edit(row: GridRowSource, outcome: CellOutcome) {
  const { changes, leftOut } = editBlock([{ index: 0, row }], [key, price], () => outcome);
  return {
    changes: changes.map(({ name, value }) => [name, value]),
    words: leftOutInWords(leftOut),
  };
}
const keyWords = '1 cell was left out: key attributes cannot be edited in place.';
const text: AttributeValue = { S: 'b' };

describe('the cells of a row', () => {
  it('become a value, key attributes not', () => {
    expect(edit(rowOf(item), text)).toEqual({ changes: [['price', text]], words: keyWords });
  });
  it('lose their attributes, key attributes not', () => {
    expect(edit(rowOf(item), undefined)).toEqual({
      changes: [['price', undefined]],
      words: keyWords,
    });
  });
  it('are no changes where they are so already', () => {
    expect(edit(rowOf({ id: text, price: text }), text)).toEqual({ changes: [], words: undefined });
    expect(edit(rowOf(item), 'keep')).toEqual({ changes: [], words: undefined });
    expect(edit(rowOf({ id: { S: 'a' } }, 'edited'), undefined).changes).toEqual([]);
  });
  it('are left alone where the row shall be deleted, or the text is of no use', () => {
    expect(edit(rowOf(item, 'deleted'), text).words).toBe(
      '2 cells were left out: the row shall be deleted.',
    );
    expect(edit(rowOf(item), 'type').changes).toEqual([]);
  });
  it('of a new row take keys too, of the right type', () => {
    expect(edit(rowOf(item, 'new'), text).changes).toEqual([
      ['id', text],
      ['price', text],
    ]);
    expect(edit(rowOf(item, 'new'), { N: '2' }).words).toBe(
      '1 cell was left out: a key attribute takes only a value of its type.',
    );
    expect(edit(rowOf(item, 'new'), undefined).changes).toEqual([['price', undefined]]);
  });
});

it('says each reason with its count where there are several', () => {
  const counts = new Map([
    ['key', 4],
    ['below', 1_000],
  ] as const);
  expect(leftOutInWords(counts)).toBe(
    '1,004 cells were left out: key attributes cannot be edited in place (4); the grid has no more rows (1000).',
  );
  expect(leftOutInWords(new Map())).toBeUndefined();
});
