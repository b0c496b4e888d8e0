import { expect, it } from 'vitest';
import { createRowKeys } from './row-keys.ts';

it('keeps a key through renames, and gives the old name a new one', () => {
  const keys = createRowKeys();
  const first = keys.of('a');
  expect(keys.of('a')).toBe(first);
  keys.rename('a', 'ab');
  keys.rename('ab', 'abc');
  expect(keys.of('abc')).toBe(first);
  expect(keys.of('a')).not.toBe(first);
});

it('treats no name as special', () => {
  const keys = createRowKeys();
  expect(keys.of('__proto__')).not.toBe(keys.of('constructor'));
});
