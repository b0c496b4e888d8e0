import type { Page } from '@playwright/test';
import { cellOf, rowOf, showTable } from './support/grid.ts';
import { expect, test } from './support/test.ts';
import { expectCount } from './support/workbench.ts';

const things = {
  name: 'Things',
  keys: { id: 'S' },
  items: ['a', 'b', 'c'].map((id) => ({ id: { S: id }, colour: { S: 'red' }, size: { N: '1' } })),
} as const;

/** The name of what has the focus, as it is told to a screen reader. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return 'nothing';
    const label =
      element.getAttribute('aria-label') ??
      (element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined) ??
      (element instanceof HTMLInputElement ? element.value : undefined) ??
      element.textContent;
    return label.trim();
  });
}

/** Presses Tab until something of that name has the focus, and answers what came before it. */
async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<string[]> {
  const passed: string[] = [];
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press(key);
    const found = await focused(page);
    if (typeof name === 'string' ? found === name : name.test(found)) return passed;
    passed.push(found);
  }
  throw new Error(`No way by ${key} to ${String(name)}; passed ${passed.join(' > ')}`);
}

test('the palette opens a table by a few letters, and Escape closes it', async ({
  page,
  other,
}) => {
  await other.makeTable(things);
  await page.getByRole('button', { name: 'Refresh tables' }).click();
  await expect(page.getByRole('link', { name: 'Things', exact: true })).toBeVisible();
  const palette = page.getByRole('dialog', { name: 'Command palette' });
  await page.keyboard.press('Control+k');
  const search = palette.getByRole('combobox', { name: 'Search tables and commands' });
  await expect(search).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();

  await page.keyboard.press('Control+k');
  await search.fill('thi');
  await expect(palette.getByRole('option').first()).toContainText('Things');
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Things', exact: true })).toBeVisible();

  await page.keyboard.press('Control+k');
  await search.fill('create tab');
  await page.keyboard.press('Enter');
  const name = page.getByRole('dialog', { name: 'Create table' }).getByLabel('Table name');
  await expect(name).toBeFocused();
});

test('the grid is walked by arrows, and edited by Enter, F2 and typing', async ({
  page,
  other,
}) => {
  await other.makeTable(things);
  const grid = await showTable(page, 'Things');
  await expectCount(page, '3 items');
  const rows = grid.getByRole('row').filter({ has: page.getByRole('gridcell', { name: 'red' }) });
  const cell = async (row: number, attribute: string) => cellOf(grid, rows.nth(row), attribute);
  const input = grid.getByRole('textbox');

  await (await cell(0, 'id')).click();
  await page.keyboard.press('ArrowRight');
  await expect(await cell(0, 'colour')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(await cell(1, 'size')).toBeFocused();
  await page.keyboard.press('Control+End');
  await expect(await cell(2, 'size')).toBeFocused();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowRight');
  await expect(await cell(0, 'id')).toBeFocused();

  await test.step('Escape gives an edit up, Enter stages it', async () => {
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('F2');
    await expect(input).toHaveValue('red');
    await page.keyboard.type('green');
    await page.keyboard.press('Escape');
    await expect(input).toBeHidden();
    await expect(await cell(0, 'colour')).toHaveText('red');
    await expect(await cell(0, 'colour')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(input).toBeFocused();
    await page.keyboard.type('blue');
    await page.keyboard.press('Enter');
    const edited = await cellOf(grid, rowOf(grid, 'blue'), 'colour');
    await expect(edited).toBeFocused();
  });

  await test.step('typing writes over a cell, Tab goes on to the next', async () => {
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('42');
    await expect(input).toHaveValue('42');
    await page.keyboard.press('Shift+Tab');
    await expect(await cellOf(grid, rowOf(grid, 'blue'), 'colour')).toBeFocused();
    await expect(await cellOf(grid, rowOf(grid, 'blue'), 'size')).toHaveText('42');
    await expect(page.getByRole('status', { name: 'Staged changes' })).toHaveText('1 change');
  });

  await test.step('a key opens the item, and Escape comes back to its cell', async () => {
    await page.keyboard.press('Control+Enter');
    const dialog = page.getByRole('dialog', { name: 'Item' });
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(await cellOf(grid, rowOf(grid, 'blue'), 'colour')).toBeFocused();
  });
  expect(await other.items('Things')).toHaveLength(3);
});

test('Tab goes through a table in the order in which it is read', async ({ page, other }) => {
  await other.makeTable(things);
  await showTable(page, 'Things');
  await expectCount(page, '3 items');
  await page.getByRole('searchbox', { name: 'Filter tables' }).focus();
  const stops = ['Refresh tables', /^Things/, 'Create table', 'Items', 'Add item', 'Import'];
  const passed: string[] = [];
  for (const stop of stops) passed.push(...(await tabTo(page, stop)));
  // Between the list and the table's buttons: its tab, and nothing that cannot be seen.
  expect(passed.length, passed.join(' > ')).toBeLessThan(4);
  await tabTo(page, /^Run/);
  // The grid is one stop: a cell of it. The next is past all of its rows.
  await page.keyboard.press('Tab');
  await expect(page.locator('[role="gridcell"]:focus')).toHaveText('a');
  await page.keyboard.press('Tab');
  await expect(page.locator('[role="gridcell"]:focus')).toHaveCount(0);
  await page.keyboard.press('Shift+Tab');
  await expect(page.locator('[role="gridcell"]:focus')).toHaveCount(1);
});

test('dialogs keep the focus, and give it back', async ({ page, other }) => {
  await other.makeTable(things);
  await showTable(page, 'Things');
  const cases = [
    ['Create table', 'Create table'],
    ['Add item', 'Item'],
    ['Import', 'Import into Things'],
    ['Delete table', 'Delete Things'],
    ['Settings', 'Settings'],
  ] as const;
  for (const [name, title] of cases) {
    const opener = page.getByRole('button', { name, exact: true });
    await opener.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: title });
    await expect(dialog).toBeVisible();
    const inside = dialog.locator(':focus');
    await expect(inside, `${title} takes the focus`).toHaveCount(1);
    for (const key of ['Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab']) {
      await page.keyboard.press(key);
      await expect(inside, `${title} keeps the focus`).toHaveCount(1);
    }
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(opener, `${title} gives the focus back`).toBeFocused();
  }
  const connection = page.getByRole('combobox', { name: 'Connection' });
  for (const [name, title] of [
    ['Add connection…', 'Add connection'],
    ['About the sandbox', 'Sandbox'],
  ] as const) {
    await connection.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name }).press('Enter');
    const dialog = page.getByRole('dialog', { name: title });
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(connection, `${title} gives the focus back`).toBeFocused();
  }
});
