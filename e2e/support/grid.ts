import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { openTable } from './workbench.ts';

/** The grid that shows the items of a table. */
export function gridOf(page: Page, tableName: string): Locator {
  return page.getByRole('grid', { name: `Items of ${tableName}` });
}

/** Opens a table that another client may have made a moment ago. */
export async function showTable(page: Page, tableName: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Refresh tables' }).click();
  await openTable(page, tableName);
  return gridOf(page, tableName);
}

/** The row that holds a text, such as a key. */
export function rowOf(grid: Locator, text: string): Locator {
  const cell = grid.page().getByRole('gridcell', { name: text, exact: true });
  return grid.getByRole('row').filter({ has: cell });
}

/** The cell of a row in the column of an attribute. */
export async function cellOf(grid: Locator, row: Locator, attribute: string): Promise<Locator> {
  const header = grid.getByRole('columnheader', { name: attribute, exact: true });
  const column = await header.getAttribute('aria-colindex');
  return row.locator(`[aria-colindex="${column}"]`);
}

/** The texts of a column's cells, from the top. */
export async function columnTexts(grid: Locator, attribute: string): Promise<string[]> {
  const header = grid.getByRole('columnheader', { name: attribute, exact: true });
  const column = await header.getAttribute('aria-colindex');
  return grid.locator(`[role="gridcell"][data-row][aria-colindex="${column}"]`).allInnerTexts();
}

/** Waits until a column's cells read so, from the top. */
export async function expectColumn(
  grid: Locator,
  attribute: string,
  texts: readonly string[],
): Promise<void> {
  await expect.poll(() => columnTexts(grid, attribute)).toEqual(texts);
}

/** Writes over a cell in place and stages it. */
export async function editCell(cell: Locator, attribute: string, text: string): Promise<void> {
  await cell.dblclick();
  const input = cell.getByRole('textbox', { name: attribute, exact: true });
  await input.fill(text);
  await input.press('Enter');
  await expect(input).toBeHidden();
}

/** Opens the item of a row in its dialog. */
export async function openItem(page: Page, row: Locator): Promise<Locator> {
  await row.getByRole('button', { name: 'Open item' }).click();
  return page.getByRole('dialog', { name: 'Item' });
}
