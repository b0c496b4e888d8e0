import { expect, it } from 'vitest';
import { loadRate, timeLeftInWords } from './load-rate.ts';

const at = (rowCount: number, scannedCount: number, elapsedMs: number) => ({
  rowCount,
  scannedCount,
  elapsedMs,
});

it('tells the rate since the reading began, not since the result did', () => {
  expect(loadRate(at(100, 1_000, 5_000), at(1_100, 3_000, 7_000), 5_000)).toEqual({
    rowsPerSecond: 500,
    share: 0.6,
    secondsLeft: 2,
  });
});

it('tells no rate after a blink', () => {
  expect(loadRate(undefined, at(100, 100, 10), 200)).toEqual({
    rowsPerSecond: undefined,
    share: 0.5,
    secondsLeft: undefined,
  });
});

it('tells nothing of what is left where there may be more than was told', () => {
  expect(loadRate(undefined, at(100, 100, 1_000), 100).share).toBeUndefined();
  expect(loadRate(undefined, at(100, 100, 1_000), undefined).secondsLeft).toBeUndefined();
});

it.each([
  [0.2, 'about 1 s left'],
  [59.6, 'about 60 s left'],
  [89, 'about 89 s left'],
  [100, 'about 2 min left'],
  [5_000, 'about 83 min left'],
  [10_000, 'about 3 h left'],
])('%d s', (seconds, words) => {
  expect(timeLeftInWords(seconds)).toBe(words);
});
