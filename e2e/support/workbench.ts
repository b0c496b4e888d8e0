import { expect, type Locator, type Page } from '@playwright/test';

/** Picks an option of a combobox by what a person reads. */
export async function choose(scope: Page | Locator, name: string, option: string): Promise<void> {
  const page = 'page' in scope && typeof scope.page === 'function' ? scope.page() : (scope as Page);
  await scope.getByRole('combobox', { name, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Picks a radio by its name; a segmented control hides its inputs behind their labels. */
export async function pick(scope: Page | Locator, name: string): Promise<void> {
  const radio = scope.getByRole('radio', { name, exact: true });
  await radio.check({ force: true });
  await expect(radio).toBeChecked();
}

/** Creates a table through the dialog, the sort key being optional. */
export async function createTable(
  page: Page,
  table: {
    name: string;
    partitionKey: [string, string];
    sortKey?: [string, string];
    provisioned?: [string, string];
  },
): Promise<void> {
  await page.getByRole('button', { name: 'Create table' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Create table' });
  await dialog.getByRole('textbox', { name: 'Table name' }).fill(table.name);
  await dialog
    .getByRole('textbox', { name: 'Partition key', exact: true })
    .fill(table.partitionKey[0]);
  await choose(dialog, 'Partition key type', table.partitionKey[1]);
  if (table.sortKey) {
    await dialog.getByRole('switch', { name: 'Sort key' }).check({ force: true });
    await dialog.getByRole('textbox', { name: 'Sort key name' }).fill(table.sortKey[0]);
    await choose(dialog, 'Sort key type', table.sortKey[1]);
  }
  if (table.provisioned) {
    await pick(dialog, 'Provisioned');
    await dialog.getByRole('textbox', { name: 'Read capacity units' }).fill(table.provisioned[0]);
    await dialog.getByRole('textbox', { name: 'Write capacity units' }).fill(table.provisioned[1]);
  }
  await dialog.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { name: table.name, exact: true })).toBeVisible();
}

/** Opens a table from the list. */
export async function openTable(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Tables' })
    .getByRole('link', { name, exact: true })
    .click();
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
}

/** Deletes the open table through the dialog. */
export async function deleteTable(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Delete table' }).click();
  const dialog = page.getByRole('dialog', { name: `Delete ${name}` });
  await dialog.getByRole('textbox', { name: "Type the table's name to confirm" }).fill(name);
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** The cells of the grid's first data rows, by row, as people read them. */
export function grid(page: Page, tableName: string): Locator {
  return page.getByRole('grid', { name: `Items of ${tableName}` });
}

/** Waits until the result says how many items were read. */
export async function expectCount(page: Page, text: string): Promise<void> {
  await expect(page.getByRole('status', { name: 'Result status' })).toHaveText(text);
}

/** Opens the operations panel where it is not open yet, and picks the operation. */
export async function openOperation(page: Page, name: string): Promise<Locator> {
  const region = page.getByRole('region', { name: 'Operation', exact: true });
  if (!(await region.isVisible())) {
    await page.getByRole('button', { name: 'Operations' }).click();
  }
  await pick(region, name);
  return region;
}

/** The region that shows what DynamoDB answered. */
export function response(page: Page): Locator {
  return page.getByRole('region', { name: 'Response' });
}
