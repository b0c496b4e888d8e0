import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds against AA contrast, names, roles and structure: one line a finding. */
async function findings(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  // Only the colours are other ones in the dark.
  const runOnly =
    colorScheme === 'light'
      ? { type: 'tag' as const, values: everyRule }
      : { type: 'rule' as const, values: ['color-contrast'] };
  // There are no frames, for which axe would open a page of its own: that takes longer than to look.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await axe.options({ runOnly, resultTypes: ['violations'] }).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const why = failureSummary?.split('\n').at(1)?.trim() ?? '';
      return `${id} (${help}): ${target.join(' ')}: ${why}`;
    }),
  );
}

/** What sticks out of the window: the page itself, or a dialog. */
async function overflows(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { innerWidth, innerHeight } = window;
    const found: string[] = [];
    const { scrollWidth, scrollHeight } = document.documentElement;
    if (scrollWidth > innerWidth) found.push(`the page is ${scrollWidth} wide`);
    if (scrollHeight > innerHeight) found.push(`the page is ${scrollHeight} high`);
    for (const dialog of document.querySelectorAll('[role="dialog"]')) {
      const { left, right, top, bottom, width } = dialog.getBoundingClientRect();
      if (width === 0) continue;
      const name = dialog.getAttribute('aria-label') ?? dialog.textContent.slice(0, 20);
      if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight)
        found.push(`${name} sticks out: ${[left, top, right, bottom].join(', ')}`);
      for (const button of dialog.querySelectorAll('button')) {
        const place = button.getBoundingClientRect();
        const isSeen = place.width > 0 && getComputedStyle(button).visibility === 'visible';
        if (isSeen && (place.right > right + 1 || place.left < left - 1))
          found.push(`${name}: ${button.textContent} sticks out sideways`);
      }
    }
    return found;
  });
}

/** Resolves once nothing moves but what moves for ever. Runs in the page. */
async function animationsEnded(): Promise<void> {
  const ending = document
    .getAnimations()
    .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
  await Promise.allSettled(ending.map((animation) => animation.finished));
}

/** Checks what is shown in both colour schemes, each told from the other by its background. */
export async function expectGoodLooks(page: Page, view: string): Promise<void> {
  const backgrounds = new Set<string>();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    // A dialog that fades in is not to be measured half way.
    await page.evaluate(animationsEnded);
    expect.soft(await findings(page, colorScheme), `${view}, ${colorScheme}`).toEqual([]);
    backgrounds.add(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
  }
  expect.soft(await overflows(page), view).toEqual([]);
  expect.soft([...backgrounds], view).toHaveLength(2);
}
