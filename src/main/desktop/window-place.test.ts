import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { placeOnDisplays, readWindowPlace, writeWindowPlace } from './window-place.ts';
import type { Bounds } from './window-place.ts';

const laptop: Bounds = { x: 0, y: 25, width: 1_440, height: 875 };
const screen: Bounds = { x: 1_440, y: 0, width: 2_560, height: 1_440 };

test('a first start is in the middle of the first display', () => {
  expect(placeOnDisplays(undefined, [laptop, screen])).toEqual({
    x: 80,
    y: 63,
    width: 1_280,
    height: 800,
  });
});

test('a window stays where it was', () => {
  const bounds = { x: 1_500, y: 40, width: 1_000, height: 700 };
  expect(placeOnDisplays(bounds, [laptop, screen])).toEqual(bounds);
});

test('a window of a display that is gone comes to the one that is left', () => {
  const bounds = { x: 1_500, y: 40, width: 1_000, height: 700 };
  expect(placeOnDisplays(bounds, [laptop])).toEqual(placeOnDisplays(undefined, [laptop]));
});

const edge = fc.integer({ min: -5_000, max: 5_000 });
const length = fc.integer({ min: 1, max: 5_000 });
const anyBounds = fc.record({ x: edge, y: edge, width: length, height: length });

test('all of the window is on a display, whatever was remembered', () => {
  fc.assert(
    fc.property(anyBounds, (remembered) => {
      const { x, y, width, height } = placeOnDisplays(remembered, [laptop, screen]);
      const inside = [laptop, screen].some(
        (area) =>
          x >= area.x &&
          y >= area.y &&
          x + width <= area.x + area.width &&
          y + height <= area.y + area.height,
      );
      expect(inside).toBe(true);
      expect(placeOnDisplays({ x, y, width, height }, [laptop, screen])).toEqual({
        x,
        y,
        width,
        height,
      });
    }),
  );
});

test('what was kept is read again; nonsense is not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sortkey-place-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'window.json');
  expect(readWindowPlace(file)).toBeUndefined();
  const place = { bounds: { x: 1, y: 2, width: 900, height: 600 }, maximised: true };
  writeWindowPlace(file, place);
  expect(readWindowPlace(file)).toEqual(place);
  for (const text of ['', '[]', 'null', '{"bounds":{"x":1}}', '{"bounds":{"x":"1","y":2}}']) {
    await writeFile(file, text);
    expect(readWindowPlace(file)).toBeUndefined();
  }
});
