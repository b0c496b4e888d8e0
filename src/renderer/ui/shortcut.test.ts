import { expect, it } from 'vitest';
import { shortcutText } from './shortcut.ts';

it('writes a shortcut as the keyboard does', () => {
  expect(shortcutText('mod+k', false)).toBe('Ctrl+K');
  expect(shortcutText('mod+shift+l', false)).toBe('Ctrl+Shift+L');
  expect(shortcutText('mod+shift+l', true)).toBe('⌘⇧L');
  expect(shortcutText('')).toBe('');
});
