import { expect, it } from 'vitest';
import { headerKey } from './header-keys.ts';

const press = (key: string, modifiers = {}) =>
  headerKey({ key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...modifiers });

it('sorts, opens the menu, walks and resizes', () => {
  expect(press('Enter')).toBe('sort');
  expect(press('ArrowDown', { altKey: true })).toBe('menu');
  expect(press('ContextMenu')).toBe('menu');
  expect(press('F10', { shiftKey: true })).toBe('menu');
  expect(press('ArrowDown')).toBe('leave');
  expect(press('ArrowRight')).toBe('next');
  expect(press('ArrowRight', { shiftKey: true })).toBe('wider');
  expect(press('Home')).toBe('first');
});

it('leaves the shortcuts of others alone', () => {
  expect(press('f', { ctrlKey: true })).toBeUndefined();
  expect(press('ArrowRight', { altKey: true })).toBeUndefined();
  expect(press('a')).toBeUndefined();
  expect(press('constructor')).toBeUndefined();
});
