import { expect, it } from 'vitest';
import { compactCount, fullCount, sizeText } from './numbers.ts';

it.each([
  [0, '0'],
  [2_000, '2,000'],
  [9_999, '9,999'],
  [12_431, '12.4k'],
  [1_020_000, '1.02M'],
])('writes %d as %s', (count, text) => {
  expect(compactCount(count)).toBe(text);
});

it('keeps every digit of a full count', () => {
  expect(fullCount(1_020_431)).toBe('1,020,431');
});

it.each([
  [182, '182 bytes'],
  [2_150, '2.1 KB'],
  [409_600, '400.0 KB'],
  [5 * 1_024 ** 3, '5.0 GB'],
])('writes %d bytes as %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});
