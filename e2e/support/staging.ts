import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** The bar's status: how much is staged. */
export function stagedStatus(page: Page): Locator {
  return page.getByRole('status', { name: 'Staged changes' });
}

/** Opens the review of what is staged. */
export async function review(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Review changes' }).click();
  return page.getByRole('dialog', { name: 'Review changes' });
}

/** Commits all that is staged, which nothing may keep from being written. */
export async function commitChanges(page: Page): Promise<void> {
  const dialog = await review(page);
  await dialog.getByRole('button', { name: 'Commit', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(stagedStatus(page)).toBeHidden();
}

/** Saves the item that is open: what was changed is staged, reviewed and committed. */
export async function saveItem(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Item' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await commitChanges(page);
}
