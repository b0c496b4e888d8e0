import { expect, it } from 'vitest';
import { placeColumns, windowColumns } from './column-window.ts';

const placed = (count: number) =>
  placeColumns(
    Array.from({ length: count }, (_, index) => ({ column: `c${index}`, width: 100 })),
    3,
  );

it('draws all of a few columns', () => {
  const { columns, before, after } = windowColumns(placed(40), 0, 500, 3);
  expect(columns).toHaveLength(40);
  expect([before, after]).toEqual([0, 0]);
});

it('draws of many just those near to what is seen, in the room of all', () => {
  const { columns, before, after } = windowColumns(placed(500), 10_000, 1_000, 3 + 105);
  expect(columns[0]?.column).toBe('c97');
  expect(columns.at(-1)?.column).toBe('c112');
  expect(before + columns.length * 100 + after).toBe(500 * 100);
  expect(before).toBe(columns[0]?.left);
});

it('draws the focused column too, wherever it is', () => {
  const { columns, before, after } = windowColumns(placed(500), 10_000, 1_000, 3 + 90);
  expect(columns[0]?.column).toBe('c90');
  expect(before + columns.length * 100 + after).toBe(500 * 100);
});

it('asks for no column that it does not have', () => {
  expect(windowColumns(placed(500), 0, 1_000, 1).columns[0]?.column).toBe('c0');
});
