import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnLayoutSchema } from '../../../contract/workspace.ts';
import type { ColumnLayout } from '../../../contract/workspace.ts';
import {
  arrangeColumns,
  droppedPlace,
  emptyLayout,
  hideColumns,
  moveColumn,
  neighbouringPlace,
  pinColumn,
  resizeColumns,
} from './column-layout.ts';
import { columnsOf } from './columns.ts';
import type { Column } from './columns.ts';

const schema = {
  partitionKey: { name: 'id', type: 'S' },
  sortKey: { name: 'at', type: 'N' },
} as const;
const columnsNamed = (names: readonly string[]) =>
  columnsOf(
    schema,
    undefined,
    names.map((name) => ({ name, types: [] })),
  );
const columns = columnsNamed(['a', 'b', 'c', 'd', 'e']);

const shownOf = (known: readonly Column[], layout: ColumnLayout) =>
  arrangeColumns(known, layout).filter(({ hidden }) => !hidden);
const named = (known: readonly Column[], layout: ColumnLayout) =>
  shownOf(known, layout)
    .map(({ name, pinned }) => (pinned ? `[${name}]` : name))
    .join(' ');

/** Drops a column in the gap before the shown column of that index. */
function drop(known: readonly Column[], layout: ColumnLayout, name: string, gap: number) {
  const place = droppedPlace(shownOf(known, layout), name, gap);
  return place === undefined ? layout : moveColumn(known, layout, name, place);
}

describe('the arrangement', () => {
  it('puts the keys first, and leaves the rest as it is where nothing was moved', () => {
    expect(named(columns, emptyLayout)).toBe('[id] [at] a b c d e');
  });

  it('puts pinned ones behind the keys, and those that were moved before the rest', () => {
    const layout = { ...emptyLayout, order: ['d', 'b', 'd', 'id'], pinned: ['c', 'at'] };
    expect(named(columns, layout)).toBe('[id] [at] [c] d b a e');
  });

  it('keeps places for names that are not seen now', () => {
    const layout = { ...emptyLayout, order: ['e', 'gone', 'a'] };
    expect(named(columns, layout)).toBe('[id] [at] e a b c d');
    const all = columnsNamed(['a', 'b', 'c', 'd', 'e', 'gone']);
    const moved = moveColumn(columns, layout, 'c', { pinned: false, before: 'a' });
    expect(named(all, moved)).toBe('[id] [at] e gone c a b d');
  });

  it('shows a new attribute behind those that were placed', () => {
    const layout = drop(columns, emptyLayout, 'a', 4);
    expect(named(columns, layout)).toBe('[id] [at] b a c d e');
    expect(layout.order).toEqual(['b', 'a']);
    expect(named(columnsNamed(['0', 'a', 'b', 'c']), layout)).toBe('[id] [at] b a 0 c');
  });

  it('never hides, unpins or moves a key of the table', () => {
    const layout = hideColumns(
      moveColumn(columns, emptyLayout, 'id', { pinned: false, before: 'c' }),
      ['id'],
      true,
    );
    expect(named(columns, pinColumn(layout, 'id', false))).toBe('[id] [at] a b c d e');
  });
});

describe('a drop', () => {
  const drops: [string, number, string][] = [
    ['e', 2, '[id] [at] e a b c d'],
    ['e', 0, '[id] [at] e a b c d'],
    ['a', 7, '[id] [at] b c d e a'],
    ['b', 5, '[id] [at] a c b d e'],
    ['b', 3, '[id] [at] a b c d e'],
    ['b', 4, '[id] [at] a b c d e'],
    ['id', 5, '[id] [at] a b c d e'],
  ];
  it.each(drops)('of %s in gap %i gives %s', (name, gap, expected) => {
    expect(named(columns, drop(columns, emptyLayout, name, gap))).toBe(expected);
  });

  it('among the pinned ones pins, and behind them unpins', () => {
    const layout = pinColumn(pinColumn(emptyLayout, 'c', true), 'd', true);
    expect(named(columns, layout)).toBe('[id] [at] [c] [d] a b e');
    expect(named(columns, drop(columns, layout, 'e', 3))).toBe('[id] [at] [c] [e] [d] a b');
    expect(named(columns, drop(columns, layout, 'e', 2))).toBe('[id] [at] [e] [c] [d] a b');
    expect(named(columns, drop(columns, layout, 'c', 5))).toBe('[id] [at] [d] a c b e');
    expect(named(columns, drop(columns, layout, 'c', 4))).toBe('[id] [at] [d] [c] a b e');
    expect(named(columns, drop(columns, layout, 'b', 4))).toBe('[id] [at] [c] [d] b a e');
  });
});

it('moves past the neighbour that is shown', () => {
  const layout = hideColumns(emptyLayout, ['b'], true);
  const shown = shownOf(columns, layout);
  const right = neighbouringPlace(shown, 'a', 1);
  const moved = right && moveColumn(columns, layout, 'a', right);
  expect(moved && named(columns, moved)).toBe('[id] [at] c a d e');
  expect(neighbouringPlace(shown, 'a', -1)).toBeUndefined();
  expect(neighbouringPlace(shown, 'e', 1)).toBeUndefined();
  expect(neighbouringPlace(shown, 'id', 1)).toBeUndefined();
});

it('keeps widths within bounds, the last one given last', () => {
  const first = resizeColumns(
    emptyLayout,
    new Map([
      ['a', 1],
      ['b', 100.4],
    ]),
  );
  expect(resizeColumns(first, new Map([['a', 9_999]])).widths).toEqual([
    { name: 'b', width: 100 },
    { name: 'a', width: 1_200 },
  ]);
});

const anyName = fc.oneof(
  fc.constantFrom('', '__proto__', 'constructor', 'a.b', '😀', 'id', 'at', 'toString', ' '),
  fc.string({ maxLength: 3 }),
);
type Step = {
  act: 'drop' | 'hide' | 'show' | 'pin' | 'unpin' | 'left' | 'right' | 'resize';
  at: number;
  gap: number;
};
const anyStep: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom('drop', 'hide', 'show', 'pin', 'unpin', 'left', 'right', 'resize'),
  at: fc.nat(30),
  gap: fc.nat(30),
});

function take(
  known: readonly Column[],
  layout: ColumnLayout,
  { act, at, gap }: Step,
): ColumnLayout {
  const name = known[at % known.length]?.name ?? '';
  if (act === 'drop') return drop(known, layout, name, gap);
  if (act === 'hide' || act === 'show') return hideColumns(layout, [name], act === 'hide');
  if (act === 'pin' || act === 'unpin') return pinColumn(layout, name, act === 'pin');
  if (act === 'resize') return resizeColumns(layout, new Map([[name, gap * 100]]));
  const place = neighbouringPlace(arrangeColumns(known, layout), name, act === 'left' ? -1 : 1);
  return place === undefined ? layout : moveColumn(known, layout, name, place);
}

describe('laws', () => {
  it('any acts keep each column once, the keys first, and a layout that can be kept', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyName, { maxLength: 12 }),
        fc.array(anyStep, { maxLength: 20 }),
        (names, steps) => {
          const known = columnsNamed(names);
          const layout = steps.reduce((before, step) => take(known, before, step), emptyLayout);
          const arranged = arrangeColumns(known, layout);
          expect(arranged.map(({ id }) => id).toSorted()).toEqual(
            known.map(({ id }) => id).toSorted(),
          );
          expect(arranged.slice(0, 2).map(({ name }) => name)).toEqual(['id', 'at']);
          expect(arranged.slice(0, 2).every(({ hidden }) => !hidden)).toBe(true);
          // Pinned ones stand together, so that they can be drawn beside the keys.
          const pinned = arranged.map((column) => column.pinned);
          expect(pinned.lastIndexOf(true)).toBeLessThan(pinned.filter(Boolean).length);
          expect(columnLayoutSchema.parse(layout)).toEqual(layout);
        },
      ),
    );
  });

  it('a column that is dropped is where the line was, and the others keep their order', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyName, { minLength: 1, maxLength: 12 }),
        fc.array(anyStep, { maxLength: 10 }),
        fc.nat(30),
        fc.nat(30),
        (names, steps, at, gap) => {
          const known = columnsNamed(names);
          const layout = steps.reduce((before, step) => take(known, before, step), emptyLayout);
          const before = shownOf(known, layout);
          const moved = before[at % before.length];
          const place = moved && droppedPlace(before, moved.name, gap % (before.length + 1));
          if (moved === undefined || place === undefined) return;
          const after = shownOf(known, moveColumn(known, layout, moved.name, place));
          const others = (all: typeof after) =>
            all.map(({ name }) => name).filter((name) => name !== moved.name);
          expect(others(after)).toEqual(others(before));
          const line = Math.max(gap % (before.length + 1), 2);
          const behind = before.slice(line).find(({ name }) => name !== moved.name);
          const index = after.findIndex(({ name }) => name === moved.name);
          expect(after[index + 1]?.name).toBe(behind?.name);
        },
      ),
    );
  });
});
