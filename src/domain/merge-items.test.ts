import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from './attribute-value.ts';
import { itemsEqual } from './equality.ts';
import { compareVersions, mergeItems } from './merge-items.ts';
import type { MergeSide } from './merge-items.ts';
import { arbitraryItem, arbitraryValue } from './testing/arbitrary-item.ts';

/** An item and two others that share some of its attributes. */
const versions = fc
  .tuple(arbitraryItem(), arbitraryItem(), arbitraryItem(), fc.infiniteStream(fc.nat({ max: 3 })))
  .map(([original, a, b, coins]): [Item, Item, Item] => {
    const edit = (other: Item): Item => {
      const kept = Object.entries(original).filter(() => coins.next().value !== 0);
      return Object.fromEntries([...kept, ...Object.entries(other)]);
    };
    return [original, edit(a), edit(b)];
  });

const equal = (a: Item, b: Item) => expect(itemsEqual(a, b), JSON.stringify([a, b])).toBe(true);

describe('mergeItems', () => {
  it('is mine where they changed nothing, and theirs where I did not', () => {
    fc.assert(
      fc.property(versions, ([o, m, t]) => {
        expect(mergeItems(o, m, o).open).toEqual([]);
        equal(mergeItems(o, m, o).item, m);
        equal(mergeItems(o, o, t).item, t);
        equal(mergeItems(o, m, m).item, m);
      }),
    );
  });

  it('is the same from either side, but for what is picked', () => {
    fc.assert(
      fc.property(versions, ([o, m, t]) => {
        const [here, there] = [mergeItems(o, m, t), mergeItems(o, t, m)];
        equal(here.item, there.item);
        expect(new Set(here.open)).toEqual(new Set(there.open));
        const picks = (side: MergeSide) => new Map(here.open.map((name) => [name, side]));
        const mine = mergeItems(o, m, t, picks('mine'));
        expect(mine.open).toEqual([]);
        equal(mine.item, mergeItems(o, t, m, picks('theirs')).item);
      }),
    );
  });

  it('loses no change of either side', () => {
    fc.assert(
      fc.property(versions, fc.constantFrom('mine', 'theirs'), ([o, m, t], side) => {
        const merges = compareVersions(o, m, t);
        const picks = new Map(merges.map(({ name }) => [name, side]));
        const { item } = mergeItems(o, m, t, picks);
        const remains = new Map(Object.entries(item));
        for (const merge of merges) {
          const from = merge.changedBy === 'both' ? side : merge.changedBy;
          const value = from === 'theirs' ? merge.theirs : merge.mine;
          expect(remains.get(merge.name)).toEqual(value);
          remains.delete(merge.name);
        }
        const others = Object.fromEntries(remains);
        const untouched = new Set(merges.map(({ name }) => name));
        equal(
          others,
          Object.fromEntries(Object.entries(o).filter(([name]) => !untouched.has(name))),
        );
      }),
    );
  });

  it('asks for a pick only where both changed, each otherwise', () => {
    fc.assert(
      fc.property(arbitraryItem(), arbitraryValue(), arbitraryValue(), (o, a, b) => {
        const { open } = mergeItems(o, { ...o, x: a }, { ...o, y: b });
        expect(open).toEqual([]);
      }),
    );
    const o: Item = { a: { N: '1' }, b: { S: 'x' }, c: { SS: ['p', 'q'] }, d: { S: 'd' } };
    const m: Item = { a: { N: '2' }, b: { S: 'y' }, c: { SS: ['q', 'p'] } };
    const t: Item = { a: { N: '3' }, b: { S: 'x' }, c: { SS: ['p'] }, d: { S: 'e' } };
    expect(mergeItems(o, m, t)).toEqual({
      item: { a: { N: '1' }, b: { S: 'y' }, c: { SS: ['p'] }, d: { S: 'd' } },
      open: ['a', 'd'],
    });
    const picks = new Map<string, MergeSide>([
      ['a', 'theirs'],
      ['d', 'mine'],
    ]);
    expect(mergeItems(o, m, t, picks)).toEqual({
      item: { a: { N: '3' }, b: { S: 'y' }, c: { SS: ['p'] } },
      open: [],
    });
  });

  it('says who changed what', () => {
    const merges = compareVersions(
      { a: { N: '1' }, b: { N: '1' }, c: { N: '1' }, d: { N: '1' } },
      { a: { N: '2' }, b: { N: '2.0' }, c: { N: '1.0' }, d: { N: '2' } },
      { a: { N: '1' }, b: { N: '2' }, d: { N: '3' }, ['__proto__']: { N: '5' } },
    );
    expect(merges.map(({ name, changedBy }) => [name, changedBy])).toEqual([
      ['a', 'mine'],
      ['b', 'same'],
      ['c', 'theirs'],
      ['d', 'both'],
      ['__proto__', 'theirs'],
    ]);
  });
});
