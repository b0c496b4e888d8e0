import { expect, it } from 'vitest';
import { stagingKeyOf } from './use-staging-keys.ts';

const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
const press = (key: string, held: Partial<typeof none> = { ctrlKey: true }) =>
  stagingKeyOf({ key, ...none, ...held });

it('knows the keys of a spreadsheet', () => {
  expect([press('z'), press('z', { metaKey: true }), press('Z')]).toEqual(['undo', 'undo', 'undo']);
  expect([press('y'), press('Z', { ctrlKey: true, shiftKey: true })]).toEqual(['redo', 'redo']);
  expect(press('s')).toBe('review');
});

it('leaves all other keys alone', () => {
  expect(press('z', {})).toBeUndefined();
  expect(press('z', { ctrlKey: true, altKey: true })).toBeUndefined();
  expect(press('s', { ctrlKey: true, shiftKey: true })).toBeUndefined();
  expect(press('a')).toBeUndefined();
});
