import { array, assert, option, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryItem } from '../../../domain/testing/arbitrary-item.ts';
import { pasteTarget, printCells, readPasted } from './paste-cells.ts';

const size = { rowCount: 10, columnCount: 6 };
const block = (first: number, count: number, columns: number[]) => ({
  rows: [{ first, count }],
  columns,
  whole: false,
});
const texts = (text: string) => readPasted(text, '');

describe('pasted cells', () => {
  it('are those of the text', () => {
    expect(texts('a\tb\nc')).toEqual([[{ text: 'a' }, { text: 'b' }], [{ text: 'c' }]]);
  });

  it('are the values that the grid copied, whatever they are', () => {
    const value = option(
      arbitraryItem().map((item) => ({ M: item })),
      { nil: undefined },
    );
    assert(
      property(array(array(value), { minLength: 1 }), (cells) => {
        const pasted = readPasted('', printCells(cells));
        expect(pasted).toEqual(cells.map((row) => row.map((one) => ({ value: one }))));
      }),
    );
  });

  it.each(['{', '[]', '[1]', '[[{"X":1}]]', '[[{"N":"x"}]]'])(
    'are the text where %s is no cells',
    (cells) => {
      expect(readPasted('a', cells)).toEqual([[{ text: 'a' }]]);
    },
  );
});

describe('where they go', () => {
  it('one value fills all that is selected', () => {
    const target = pasteTarget(texts('x'), block(2, 3, [2, 4]), size);
    expect(target).toMatchObject({ rows: [{ first: 2, count: 3 }], columns: [2, 4], below: 0 });
    expect(target.cellAt(2, 1)).toEqual({ text: 'x' });
  });

  it('a block goes from the focused cell on', () => {
    const target = pasteTarget(texts('a\tb\nc\td'), block(2, 1, [2]), size);
    expect(target).toMatchObject({ rows: [{ first: 2, count: 2 }], columns: [2, 3], beside: 0 });
    expect(target.cellAt(1, 0)).toEqual({ text: 'c' });
  });

  it('a block is repeated where that fills what is selected', () => {
    const target = pasteTarget(texts('a\nb'), block(0, 4, [1, 2]), size);
    expect(target).toMatchObject({ rows: [{ first: 0, count: 4 }], columns: [1, 2] });
    expect(target.cellAt(3, 1)).toEqual({ text: 'b' });
    const odd = pasteTarget(texts('a\nb'), block(0, 3, [1]), size);
    expect(odd.rows).toEqual([{ first: 0, count: 2 }]);
  });

  it('what goes past the last row or column is counted', () => {
    const target = pasteTarget(texts('a\tb\tc\nd\te\tf\ng\th\ti'), block(8, 1, [4]), size);
    expect(target).toMatchObject({
      rows: [{ first: 8, count: 2 }],
      columns: [4, 5],
      below: 2,
      beside: 3,
    });
  });

  it('a short row has no cell at its end', () => {
    expect(pasteTarget(texts('a\tb\nc'), block(0, 1, [1]), size).cellAt(1, 1)).toBeUndefined();
  });

  it('goes nowhere in an empty grid', () => {
    const empty = { rows: [], columns: [1], whole: false };
    const target = pasteTarget(texts('a'), empty, { rowCount: 0, columnCount: 2 });
    expect(target).toMatchObject({ rows: [], below: 1 });
  });
});
