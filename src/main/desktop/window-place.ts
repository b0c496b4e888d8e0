import { readFileSync, writeFileSync } from 'node:fs';

export type Bounds = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Where the window was when it closed. */
export type WindowPlace = { readonly bounds: Bounds; readonly maximised: boolean };

export const smallestWindow = { width: 800, height: 560 };
const usualWindow = { width: 1_280, height: 800 };

function overlap(a: Bounds, b: Bounds): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

const between = (low: number, value: number, high: number) => Math.max(low, Math.min(value, high));

/** The same place, moved and cut so that all of the window is on the area. */
function within(bounds: Bounds, area: Bounds): Bounds {
  const width = Math.min(Math.max(bounds.width, smallestWindow.width), area.width);
  const height = Math.min(Math.max(bounds.height, smallestWindow.height), area.height);
  const x = between(area.x, bounds.x, area.x + area.width - width);
  const y = between(area.y, bounds.y, area.y + area.height - height);
  return { x, y, width, height };
}

function centred(area: Bounds): Bounds {
  const x = area.x + Math.round((area.width - usualWindow.width) / 2);
  const y = area.y + Math.round((area.height - usualWindow.height) / 2);
  return within({ x, y, ...usualWindow }, area);
}

/**
 * Where the window goes: where it was, clamped to the display that shows most of it, or in the
 * middle of the first display where none shows any. The areas are the displays' work areas.
 */
export function placeOnDisplays(
  remembered: Bounds | undefined,
  areas: readonly [Bounds, ...Bounds[]],
): Bounds {
  if (remembered === undefined) return centred(areas[0]);
  const shown = areas.map((area) => overlap(remembered, area));
  const most = Math.max(...shown);
  const area = most > 0 ? areas[shown.indexOf(most)] : undefined;
  return area === undefined ? centred(areas[0]) : within(remembered, area);
}

function readBounds(value: unknown): Bounds | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name): unknown =>
    Reflect.get(value, name),
  );
  if (!Number.isSafeInteger(x) || !Number.isSafeInteger(y)) return undefined;
  if (!Number.isSafeInteger(width) || !Number.isSafeInteger(height)) return undefined;
  return { x: Number(x), y: Number(y), width: Number(width), height: Number(height) };
}

/** The place kept in a file; undefined where there is none, or none that makes sense. */
export function readWindowPlace(file: string): WindowPlace | undefined {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof kept !== 'object' || kept === null) return undefined;
    const bounds = readBounds(Reflect.get(kept, 'bounds'));
    if (bounds === undefined) return undefined;
    return { bounds, maximised: Reflect.get(kept, 'maximised') === true };
  } catch {
    // A first start, or a file somebody has edited: the usual place serves.
    return undefined;
  }
}

/** Keeps the place for the next start. Synchronous: the app may be about to end. */
export function writeWindowPlace(file: string, place: WindowPlace): void {
  writeFileSync(file, JSON.stringify(place), { mode: 0o600 });
}
