import type { Locator, Page } from '@playwright/test';

/** Opens the history and answers it. */
export async function openHistory(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'History', exact: true }).click();
  return page.getByRole('dialog', { name: 'History' });
}

/** The line of a run or a favourite that holds all of these texts. */
export function entryOf(history: Locator, ...texts: string[]): Locator {
  let line = history.locator('[data-key]');
  for (const text of texts) line = line.filter({ hasText: text });
  return line;
}
