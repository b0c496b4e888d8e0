import { array, assert, integer, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRowSlots } from './row-slots.ts';

const range = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => first + index);

describe('slots of rows', () => {
  it('takes those of rows that are gone for rows that come', () => {
    const { assign } = createRowSlots();
    const before = assign(range(0, 10), 0);
    const after = assign([0, ...range(4, 9)], 0);
    for (const index of range(4, 6)) expect(after.get(index)).toBe(before.get(index));
    expect(Math.max(...after.values())).toBe(9);
    expect(Math.max(...assign(range(500, 9), 500).values())).toBe(9);
  });

  it('leaves that of a row which had the focus to no other', () => {
    const { assign } = createRowSlots();
    const focused = assign(range(0, 10), 3).get(3);
    const after = assign(range(100, 10), 100);
    expect([...after.values()]).not.toContain(focused);
  });

  it('gives each row one of its own, and the same one for as long as it is drawn', () => {
    const window = tuple(integer({ min: 0, max: 60 }), integer({ min: 1, max: 30 }));
    assert(
      property(array(tuple(window, integer({ min: 0, max: 90 }))), (steps) => {
        const { assign } = createRowSlots();
        let before: ReadonlyMap<number, number> = new Map();
        for (const [[first, count], focused] of steps) {
          const indexes = [...new Set([...range(first, count), focused])];
          const after = assign(indexes, focused);
          expect(new Set(after.values()).size).toBe(indexes.length);
          for (const index of indexes) {
            if (before.has(index)) expect(after.get(index)).toBe(before.get(index));
          }
          // As a render that is done twice.
          expect(assign(indexes, focused)).toEqual(after);
          before = after;
        }
      }),
    );
  });
});
