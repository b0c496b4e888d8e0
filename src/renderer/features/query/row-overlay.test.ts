import { array, assert, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addRow,
  emptyOverlay,
  forgetPlaces,
  hiddenRows,
  removeRow,
  replaceRow,
  shownPlace,
  sourceRow,
} from './row-overlay.ts';

const item = (text: string) => ({ id: { S: text } });

describe('sourceRow', () => {
  it('skips hidden rows as taking them out of a list does', () => {
    assert(
      property(array(nat(30)), (numbers) => {
        const hidden = [...new Set(numbers)].toSorted((a, b) => a - b);
        const left = Array.from({ length: 31 }, (_, row) => row).filter(
          (row) => !hidden.includes(row),
        );
        expect(left.map((_, shown) => sourceRow(shown, hidden))).toEqual(left);
      }),
    );
  });
});

describe('shownPlace', () => {
  it('is where sourceRow comes from', () => {
    assert(
      property(array(nat(30)), nat(40), (numbers, row) => {
        const hidden = [...new Set(numbers)].toSorted((a, b) => a - b);
        const shown = shownPlace(row, hidden);
        if (shown === undefined) expect(hidden).toContain(row);
        else expect(sourceRow(shown, hidden)).toBe(row);
      }),
    );
  });
});

describe('the overlay', () => {
  it('forgets where rows stood, not that they are gone', () => {
    const overlay = forgetPlaces(removeRow(emptyOverlay, 'a', 7));
    expect(hiddenRows(overlay)).toEqual([]);
    expect(overlay.removed.has('a')).toBe(true);
    expect(forgetPlaces(emptyOverlay)).toBe(emptyOverlay);
  });

  it('hides a removed row, and shows it again when the removal is undone', () => {
    const removed = removeRow(replaceRow(emptyOverlay, 'a', item('2')), 'a', 7);
    expect(hiddenRows(removed)).toEqual([7]);
    expect(removed.replaced.has('a')).toBe(false);
    const back = addRow(removed, 'a', item('3'));
    expect(hiddenRows(back)).toEqual([]);
    expect(back.replaced.get('a')).toEqual(item('3'));
    expect(back.added.size).toBe(0);
  });

  it('changes and removes what was added as if it had been there', () => {
    const added = replaceRow(addRow(emptyOverlay, 'n', item('1')), 'n', item('2'));
    expect(added.added.get('n')).toEqual(item('2'));
    expect(added.replaced.size).toBe(0);
    expect(removeRow(added, 'n', undefined).added.size).toBe(0);
    expect(hiddenRows(removeRow(added, 'n', undefined))).toEqual([]);
  });

  it('counts no row as hidden whose place is not known', () => {
    expect(hiddenRows(removeRow(emptyOverlay, 'a', undefined))).toEqual([]);
  });
});
