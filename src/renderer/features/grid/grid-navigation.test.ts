import { expect, it } from 'vitest';
import { isTyping, moveFocus } from './grid-navigation.ts';
import type { CellPosition } from './grid-navigation.ts';

const size = { rowCount: 100, columnCount: 6, pageRows: 20 };
const from = { row: 50, column: 3 };

const moves: [string, boolean, CellPosition, CellPosition][] = [
  ['ArrowUp', false, from, { row: 49, column: 3 }],
  ['ArrowDown', false, from, { row: 51, column: 3 }],
  ['ArrowLeft', false, from, { row: 50, column: 2 }],
  ['ArrowRight', false, from, { row: 50, column: 4 }],
  ['Home', false, from, { row: 50, column: 0 }],
  ['End', false, from, { row: 50, column: 5 }],
  ['Home', true, from, { row: 0, column: 0 }],
  ['End', true, from, { row: 99, column: 5 }],
  ['ArrowDown', true, from, { row: 99, column: 3 }],
  ['PageDown', false, from, { row: 70, column: 3 }],
  ['PageUp', false, from, { row: 30, column: 3 }],
  ['PageDown', false, { row: 95, column: 3 }, { row: 99, column: 3 }],
  ['ArrowUp', false, { row: 0, column: 0 }, { row: 0, column: 0 }],
  ['ArrowLeft', false, { row: 0, column: 0 }, { row: 0, column: 0 }],
];
it.each(moves)('%s (ctrl %s) from %j', (key, ctrlKey, position, expected) => {
  expect(moveFocus({ key, ctrlKey, metaKey: false }, position, size)).toEqual(expected);
});

it('moves nothing with another key, nor in an empty grid', () => {
  const key = { ctrlKey: false, metaKey: false };
  expect(moveFocus({ key: 'Tab', ...key }, from, size)).toBeUndefined();
  expect(moveFocus({ key: 'End', ...key }, from, { ...size, rowCount: 0 })).toBeUndefined();
});

it('knows typing from shortcuts', () => {
  const key = { ctrlKey: false, metaKey: false, altKey: false };
  expect(isTyping({ key: 'a', ...key })).toBe(true);
  expect(isTyping({ key: 'c', ...key, ctrlKey: true })).toBe(false);
  expect(isTyping({ key: 'Enter', ...key })).toBe(false);
});
