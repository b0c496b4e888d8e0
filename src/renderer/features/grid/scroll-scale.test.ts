import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  followScroll,
  logicalTop,
  maximumSpacerHeight,
  positionAt,
  spacerHeight,
  topPosition,
  topToShow,
} from './scroll-scale.ts';

const small = { logicalHeight: 28 * 10_000, viewportHeight: 600 };
const huge = { logicalHeight: 28 * 1_500_000, viewportHeight: 600 };

describe('a result that fits', () => {
  it('scrolls one to one, always', () => {
    expect(spacerHeight(small)).toBe(280_000);
    const end = followScroll(topPosition, 279_400, small);
    expect(logicalTop(end)).toBe(279_400);
    expect(logicalTop(positionAt(5_000, small))).toBe(5_000);
  });
});

describe('a result taller than an element may be', () => {
  it('has a spacer that every browser can show', () => {
    expect(spacerHeight(huge)).toBe(maximumSpacerHeight);
  });

  it('moves small scrolls one to one from wherever it stands', () => {
    assert(
      property(integer({ min: 1_000, max: 28 * 1_400_000 }), (top) => {
        const position = positionAt(top, huge);
        const next = followScroll(position, position.physical + 100, huge);
        expect(logicalTop(next) - logicalTop(position)).toBeCloseTo(100, 3);
      }),
    );
  });

  it('reaches the first row and the last one', () => {
    const range = maximumSpacerHeight - 600;
    const end = followScroll(topPosition, range, huge);
    expect(logicalTop(end)).toBeCloseTo(28 * 1_500_000 - 600, 3);
    expect(logicalTop(followScroll(end, 0, huge))).toBe(0);
  });

  it('jumps to the proportional place', () => {
    const middle = followScroll(topPosition, (maximumSpacerHeight - 600) / 2, huge);
    expect(logicalTop(middle) / (28 * 1_500_000)).toBeCloseTo(0.5, 3);
  });

  it('puts the bar where the rows are', () => {
    assert(
      property(integer({ min: 0, max: 28 * 1_500_000 - 600 }), (top) => {
        const position = positionAt(top, huge);
        expect(logicalTop(position)).toBeCloseTo(top, 3);
        expect(position.physical).toBeGreaterThanOrEqual(0);
        expect(position.physical).toBeLessThanOrEqual(maximumSpacerHeight - 600);
      }),
    );
  });
});

describe('topToShow', () => {
  it.each([
    ['above', 10, 560, 280],
    ['below', 50, 0, 51 * 28 - 600],
    ['in sight', 10, 0, undefined],
  ])('a row %s', (_, row, top, expected) => {
    expect(topToShow(row, 28, top, 600)).toBe(expected);
  });
});
