import type { Page } from '@playwright/test';
import { cellOf, editCell, openItem, rowOf, showTable } from './support/grid.ts';
import { commitChanges, review, stagedStatus } from './support/staging.ts';
import { expect, test } from './support/test.ts';
import { expectCount } from './support/workbench.ts';

const shelf = (id: string, colour: string) => ({ id: { S: id }, colour: { S: colour } });
const things = {
  name: 'Things',
  keys: { id: 'S' },
  items: [shelf('a', 'red'), shelf('b', 'green'), shelf('c', 'blue')],
} as const;

const bar = (page: Page) => stagedStatus(page).locator('..');

async function addThing(page: Page, id: string): Promise<void> {
  await page.getByRole('button', { name: 'Add item' }).click();
  const dialog = page.getByRole('dialog', { name: 'Item' });
  await dialog.getByRole('textbox', { name: 'id' }).fill(id);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
}

test('everything is staged, survives a reload, and is committed and undone together', async ({
  page,
  other,
}) => {
  await other.makeTable(things);
  const before = await other.items('Things');
  const grid = await showTable(page, 'Things');
  await expectCount(page, '3 items');
  await editCell(await cellOf(grid, rowOf(grid, 'a'), 'colour'), 'colour', 'white');
  await addThing(page, 'new');
  await (await cellOf(grid, rowOf(grid, 'c'), 'colour')).click();
  await page.keyboard.press('Delete');
  await expect(stagedStatus(page)).toHaveText('3 changes');
  await expect(bar(page)).toContainText('1 edited · 1 new · 1 deleted');
  // A new row stands above the others.
  await expect(grid.getByRole('row').nth(1)).toHaveAttribute('data-staged', 'new');
  expect(await other.items('Things')).toEqual(before);

  await test.step('it is there again after a reload', async () => {
    await page.reload();
    await expect(stagedStatus(page)).toHaveText('3 changes');
    await expect(page.getByText('3 changes from before were kept.')).toBeVisible();
    await expect(await cellOf(grid, rowOf(grid, 'a'), 'colour')).toHaveText('white');
    await expect(rowOf(grid, 'c')).toHaveAttribute('data-staged', 'deleted');
  });

  await test.step('and after its tab was closed', async () => {
    const tab = page
      .getByRole('tablist', { name: 'Open tables' })
      .getByRole('tab', { name: 'Things' });
    await tab.press('Delete');
    await expect(grid).toBeHidden();
    await showTable(page, 'Things');
    await expect(stagedStatus(page)).toHaveText('3 changes');
    await expect(rowOf(grid, 'new')).toHaveAttribute('data-staged', 'new');
  });

  await commitChanges(page);
  expect(await other.items('Things')).toEqual([
    { colour: { S: 'green' }, id: { S: 'b' } },
    { colour: { S: 'white' }, id: { S: 'a' } },
    { id: { S: 'new' } },
  ]);
  await expectCount(page, '3 items');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expectCount(page, '3 items');
  await expect.poll(() => other.items('Things')).toEqual(before);

  await test.step('what is written is not staged again', async () => {
    await page.reload();
    await expectCount(page, '3 items');
    await expect(stagedStatus(page)).toBeHidden();
  });
});

test('steps are taken back and made again, by keys and by buttons', async ({ page, other }) => {
  await other.makeTable(things);
  const grid = await showTable(page, 'Things');
  await expectCount(page, '3 items');
  const colour = await cellOf(grid, rowOf(grid, 'a'), 'colour');
  await editCell(colour, 'colour', 'white');
  await editCell(colour, 'colour', 'black');
  await page.keyboard.press('Control+z');
  await expect(colour).toHaveText('white');
  await page.keyboard.press('Control+z');
  await expect(colour).toHaveText('red');
  await expect(stagedStatus(page)).toBeHidden();
  await page.keyboard.press('Control+y');
  await page.keyboard.press('Control+Shift+z');
  await expect(colour).toHaveText('black');

  await test.step('a text field has an undo of its own', async () => {
    await page.getByRole('searchbox', { name: 'Filter tables' }).press('Control+z');
    await expect(colour).toHaveText('black');
  });
  await test.step('by the buttons of the bar', async () => {
    const again = page.getByRole('button', { name: 'Make it again' });
    await expect(again).toBeDisabled();
    await page.getByRole('button', { name: 'Take back the last edit' }).click();
    await expect(colour).toHaveText('white');
    await again.click();
    await expect(colour).toHaveText('black');
  });
  await test.step('what was discarded comes back', async () => {
    for (const id of ['1', '2', '3']) await addThing(page, id);
    await expect(stagedStatus(page)).toHaveText('4 changes');
    await page.getByRole('button', { name: 'Discard changes' }).click();
    await page.getByRole('button', { name: 'Keep them' }).click();
    await page.getByRole('button', { name: 'Discard changes' }).click();
    await page.getByRole('button', { name: 'Discard', exact: true }).click();
    await expect(stagedStatus(page)).toBeHidden();
    await page.keyboard.press('Control+z');
    await expect(stagedStatus(page)).toHaveText('4 changes');
  });
  await test.step('Ctrl+S reviews', async () => {
    await colour.click();
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('dialog', { name: 'Review changes' })).toBeVisible();
  });
  expect(await other.items('Things')).toHaveLength(3);
});

test('a copy says that it needs another key until it has one', async ({ page, other }) => {
  await other.makeTable(things);
  const grid = await showTable(page, 'Things');
  await expectCount(page, '3 items');
  await (await cellOf(grid, rowOf(grid, 'b'), 'colour')).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(stagedStatus(page)).toHaveText('1 change');
  const copy = grid.getByRole('row').nth(1);
  await expect(
    copy.getByRole('img', { name: 'This is a copy: it needs another key' }),
  ).toBeVisible();
  // The grid goes to the key, ready to be typed.
  await expect(await cellOf(grid, copy, 'id')).toBeFocused();
  await page.keyboard.type('b2');
  await page.keyboard.press('Enter');
  await expect(copy.getByRole('img', { name: 'This is a copy' })).toBeHidden();
  await commitChanges(page);
  expect(await other.item('Things', { id: { S: 'b2' } })).toEqual({
    colour: { S: 'green' },
    id: { S: 'b2' },
  });
  expect(await other.items('Things')).toHaveLength(4);
});

test('an item gets another key by a deletion and a put together', async ({ page, other }) => {
  await other.makeTable(things);
  const grid = await showTable(page, 'Things');
  await expectCount(page, '3 items');
  const dialog = await openItem(page, rowOf(grid, 'a'));
  await dialog.getByRole('button', { name: 'Change key…' }).click();
  await dialog.getByRole('textbox', { name: 'id' }).fill('z');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(bar(page)).toContainText('1 edited');
  const reviewing = await review(page);
  await reviewing.getByRole('button', { name: 'Commit', exact: true }).click();
  await expect(reviewing).toBeHidden();
  const items = await other.items('Things');
  expect(items).toContainEqual({ colour: { S: 'red' }, id: { S: 'z' } });
  expect(items).toHaveLength(3);
  await expect(rowOf(grid, 'z')).toBeVisible();
  await expect(rowOf(grid, 'a')).toBeHidden();
});
