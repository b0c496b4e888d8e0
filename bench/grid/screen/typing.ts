import type { Page } from '@playwright/test';

/** What is put into each cell, and how many cells were staged before. */
export type Typing = { readonly keyTimes: readonly number[]; readonly staged: number };

/** Pastes a column of values at the first row of an attribute, as from a spreadsheet. */
async function pasteColumn(page: Page, attribute: string, rows: number): Promise<void> {
  const header = page.getByRole('columnheader', { name: attribute, exact: true });
  const column = Number(await header.getAttribute('aria-colindex')) - 1;
  await page.locator('[role="grid"] [data-column="1"]').first().click();
  await page.keyboard.press('Control+Home');
  await page.locator(`[data-row="0"][data-column="${column}"]`).click();
  await page.evaluate((count) => {
    const data = new DataTransfer();
    const lines = Array.from({ length: count }, (_, row) => `STAGED ${row}`);
    data.setData('text/plain', lines.join('\n'));
    const paste = new ClipboardEvent('paste', {
      clipboardData: data,
      bubbles: true,
      cancelable: true,
    });
    document.activeElement?.dispatchEvent(paste);
  }, rows);
}

const stagedCount = async (page: Page): Promise<number> => {
  const text = await page.getByRole('status', { name: 'Staged changes' }).textContent();
  return Number((text ?? '').replaceAll(/\D/g, ''));
};

/** Stages so many edits by a paste, then types into cells and stages them one by one. */
export async function typeWhileStaged(page: Page, edits: number, cells: number): Promise<Typing> {
  await pasteColumn(page, 'state', edits);
  await page.waitForFunction(
    (wanted) => {
      const bar = document.querySelector('[role="status"][aria-label="Staged changes"]');
      return Number((bar?.textContent ?? '').replaceAll(/\D/g, '')) >= wanted;
    },
    edits,
    { timeout: 60_000 },
  );
  const staged = await stagedCount(page);
  await page.evaluate(() => window.sortkeyProbe.timeKeys());
  for (let cell = 0; cell < cells; cell += 1) {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('F2');
    await page.keyboard.type(` typed ${cell} in full`, { delay: 15 });
    await page.keyboard.press('Enter');
  }
  await page.waitForTimeout(200);
  return { keyTimes: await page.evaluate(() => [...window.sortkeyProbe.keyTimes()]), staged };
}
