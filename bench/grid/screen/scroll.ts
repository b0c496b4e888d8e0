import type { Page } from '@playwright/test';
import type { Watched } from './probe.ts';

const frameMs = 1_000 / 60;

/** A way to scroll, for so many milliseconds; `share` is where in the table it begins. */
export type ScrollWay = {
  readonly name: string;
  readonly run: (page: Page, ms: number) => Promise<void>;
};

async function atRate(ms: number, everyMs: number, act: (share: number) => Promise<void>) {
  const started = performance.now();
  for (let count = 0; performance.now() - started < ms; count += 1) {
    await act((performance.now() - started) / ms);
    const next = started + (count + 1) * everyMs;
    // Nobody turns a wheel faster because the page was late.
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - performance.now())));
  }
}

/** Where the scroll bar is, and how far it can be dragged. */
async function barOf(page: Page) {
  return page.evaluate(() => {
    const grid = document.querySelector('[role="grid"]');
    if (grid === null) throw new Error('There is no grid.');
    const { left, top, width, height } = grid.getBoundingClientRect();
    const bar = width - grid.clientWidth;
    // The arrow at the end of the bar, and half of the thumb of a long table.
    const share = grid.scrollTop / Math.max(1, grid.scrollHeight - grid.clientHeight);
    const across = height - grid.clientHeight;
    return { x: left + width - bar / 2, first: top + 16, last: top + height - across - 16, share };
  });
}

/** Moves the thumb of the bar from where it is to a share of its way. */
async function dragTo(page: Page, to: number, ms: number): Promise<void> {
  const { x, first, last, share } = await barOf(page);
  const from = first + (last - first) * share;
  const end = first + (last - first) * to;
  await page.mouse.move(x, from);
  await page.mouse.down();
  await atRate(ms, frameMs, (now) => page.mouse.move(x, from + (end - from) * now));
  await page.mouse.move(x, end);
  await page.mouse.up();
}

async function overGrid(page: Page): Promise<void> {
  const place = await page.getByRole('grid').boundingBox();
  if (place !== null) await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
}

const stations = 8;

/** Each way at places all over the table, from its first rows to its last. */
async function everywhere(page: Page, ms: number, act: (ms: number) => Promise<void>) {
  for (let station = 0; station < stations; station += 1) {
    await dragTo(page, station / (stations - 1), frameMs);
    await act(ms / stations);
  }
}

const wheel: ScrollWay = {
  name: 'wheel',
  run: (page, ms) =>
    everywhere(page, ms, async (stretch) => {
      await overGrid(page);
      // From a slow turn to a fling of 24,000 px in a second.
      await atRate(stretch, frameMs, (share) => page.mouse.wheel(0, 30 + 370 * share));
    }),
};

const drag: ScrollWay = {
  name: 'drag of the bar',
  run: async (page, ms) => {
    await dragTo(page, 0, frameMs);
    await dragTo(page, 1, ms * 0.7);
    await dragTo(page, 0, ms * 0.3);
  },
};

const keys: ScrollWay = {
  name: 'keys',
  run: async (page, ms) => {
    // Held down, a key repeats some thirty times in a second.
    const hold = (key: string, stretch: number) =>
      atRate(stretch, 33, () => page.keyboard.press(key));
    await page.locator('[role="grid"] [data-column="1"]').nth(3).click();
    await page.keyboard.press('Control+Home');
    await hold('ArrowDown', ms * 0.3);
    await hold('PageDown', ms * 0.3);
    await page.keyboard.press('Control+End');
    await hold('PageUp', ms * 0.2);
    await hold('ArrowUp', ms * 0.1);
    await page.keyboard.press('Control+Home');
    await hold('PageDown', ms * 0.1);
  },
};

export const scrollWays: readonly ScrollWay[] = [wheel, drag, keys];

/** Scrolls one way, and answers what the page saw meanwhile. */
export async function scroll(page: Page, way: ScrollWay, ms: number): Promise<Watched> {
  await page.evaluate(() => window.sortkeyProbe.watch());
  await way.run(page, ms);
  return page.evaluate(() => window.sortkeyProbe.watched());
}
