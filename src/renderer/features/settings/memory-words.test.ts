import { expect, it } from 'vitest';
import { settingsSchema } from '../../../contract/app.ts';
import {
  defaultResultMemory,
  leastResultMemory,
  mostResultMemory,
  parseMegabytes,
} from './memory-words.ts';

it.each([
  ['512', 512],
  [' 1,024 ', 1_024],
  ['16', 16],
  ['65536', 65_536],
])('%j is taken', (text, megabytes) => {
  expect(parseMegabytes(text)).toEqual({ megabytes });
});

it.each(['', '15', '65537', '12.5', '-20', 'much', '1e3', '99999999'])('%j is refused', (text) => {
  expect(parseMegabytes(text)).toEqual({
    problem: 'Type a whole number of megabytes from 16 to 65,536.',
  });
});

it('takes what the settings take', () => {
  const { resultMemoryMegabytes } = settingsSchema.shape;
  for (const kept of [defaultResultMemory, leastResultMemory, mostResultMemory])
    expect(resultMemoryMegabytes.safeParse(kept).success).toBe(true);
  for (const refused of [leastResultMemory - 1, mostResultMemory + 1])
    expect(resultMemoryMegabytes.safeParse(refused).success).toBe(false);
});
