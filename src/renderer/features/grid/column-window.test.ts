import { expect, it } from 'vitest';
import type { ColumnWindow } from './column-window.ts';
import { placeColumns, windowColumns } from './column-window.ts';

const placed = (count: number) =>
  placeColumns(
    Array.from({ length: count }, (_, index) => ({ column: `c${index}`, width: 100 })),
    3,
  );
const widthOf = (window: ColumnWindow<string>) =>
  window.reduce<number>((sum, piece) => sum + (typeof piece === 'number' ? piece : piece.width), 0);
const named = (window: ColumnWindow<string>) =>
  window.map((piece) => (typeof piece === 'number' ? piece : piece.column));

it('draws all of a few columns', () => {
  expect(windowColumns(placed(40), 0, 500, 3)).toEqual(placed(40));
});

it('draws of many just those near to what is seen, in the room of all', () => {
  const window = windowColumns(placed(500), 10_000, 1_000, 3 + 105);
  const names = named(window);
  expect([names[0], names[1], names.at(-2), names.at(-1)]).toEqual([9_700, 'c97', 'c112', 38_700]);
  expect(widthOf(window)).toBe(500 * 100);
});

it('draws the focused column too, alone where it is', () => {
  const left = windowColumns(placed(500), 10_000, 1_000, 3 + 2);
  expect(named(left).slice(0, 4)).toEqual([200, 'c2', 9_400, 'c97']);
  expect(widthOf(left)).toBe(500 * 100);
  const right = windowColumns(placed(500), 10_000, 1_000, 3 + 499);
  expect(named(right).slice(-3)).toEqual(['c112', 38_600, 'c499']);
  expect(widthOf(right)).toBe(500 * 100);
});

it('asks for no column that it does not have', () => {
  expect(named(windowColumns(placed(500), 0, 1_000, 1))[0]).toBe('c0');
});
