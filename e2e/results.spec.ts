import type { Page } from '@playwright/test';
import { cellOf, columnTexts, editCell, expectColumn, rowOf, showTable } from './support/grid.ts';
import { expectGoodLooks } from './support/looks.ts';
import { expect, test } from './support/test.ts';
import type { OtherClient } from './support/other-client.ts';
import { choose, expectCount, pick } from './support/workbench.ts';

const bookCount = 250;

/** A book for each number: prices go round, and every tenth book has none. */
function book(number: number) {
  const id = { S: `b${String(number).padStart(4, '0')}` };
  const title = { S: number % 50 === 7 ? `The Night of ${number}` : `Title ${number}` };
  const price = { N: String((number * 37) % 250) };
  return {
    id,
    title,
    kind: { S: number % 5 === 0 ? 'map' : 'book' },
    ...(number % 10 === 3 ? {} : { price }),
  };
}

const books = Array.from({ length: bookCount }, (_, number) => book(number));

async function showBooks(page: Page, other: OtherClient) {
  await other.makeTable({ name: 'Shop', keys: { id: 'S' }, items: books });
  const grid = await showTable(page, 'Shop');
  await expectCount(page, '100 items');
  return grid;
}

const footer = (page: Page) => page.getByRole('status', { name: 'Result status' }).locator('..');
const found = (page: Page) => page.getByRole('status', { name: 'Found' });

test('loaded rows are sorted by any column, and again once more are loaded', async ({
  page,
  other,
}) => {
  const grid = await showBooks(page, other);
  const price = grid.getByRole('columnheader', { name: 'price', exact: true });
  await price.click();
  await expect(price).toHaveAttribute('aria-sort', 'ascending');
  await expect(footer(page)).toContainText('sorted by price over the 100 loaded rows');
  await price.click();
  await expect(price).toHaveAttribute('aria-sort', 'descending');
  await page.getByRole('button', { name: 'Load all' }).click();
  await expectCount(page, `${bookCount} items`);
  await expect(footer(page)).toContainText('sorted by price, descending, over all 250 rows');
  const highest = books.flatMap((one) => ('price' in one ? [Number(one.price?.N)] : []));
  const expected = highest.toSorted((a, b) => b - a).map(String);
  await expect
    .poll(async () => (await columnTexts(grid, 'price')).slice(0, 5))
    .toEqual(expected.slice(0, 5));
  await page.getByRole('button', { name: 'Clear sort' }).click();
  await expect(price).toHaveAttribute('aria-sort', 'none');
});

test('a deleted row stays gone in every order', async ({ page, other }) => {
  await other.makeTable({ name: 'Few', keys: { id: 'S' }, items: books.slice(0, 5) });
  const grid = await showTable(page, 'Few');
  await expectCount(page, '5 items');
  await (await cellOf(grid, rowOf(grid, 'b0002'), 'id')).click();
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: 'Review changes' }).click();
  await page
    .getByRole('dialog', { name: 'Review changes' })
    .getByRole('button', { name: 'Commit' })
    .click();
  await expectCount(page, '4 items');
  const id = grid.getByRole('columnheader', { name: 'id', exact: true });
  await id.click();
  await expectColumn(grid, 'id', ['b0000', 'b0001', 'b0003', 'b0004']);
  await id.click();
  await expectColumn(grid, 'id', ['b0004', 'b0003', 'b0001', 'b0000']);
  await expectCount(page, '4 items');
});

test('loaded rows are filtered, which says so and can be taken back', async ({ page, other }) => {
  const grid = await showBooks(page, other);
  await page.getByRole('button', { name: 'Filter loaded rows' }).click();
  const form = page.getByRole('dialog', { name: 'Filter loaded rows' });
  await expect(form).toContainText('nothing is read');
  await form.getByRole('button', { name: 'Filter', exact: true }).click();
  await expect(form.getByRole('alert')).toHaveText('Name the attribute.');
  await form.getByRole('combobox', { name: 'Attribute' }).fill('kind');
  await form.getByRole('textbox', { name: 'Value', exact: true }).fill('map');
  await page.keyboard.press('Enter');
  await expect(form).toBeHidden();
  await expectCount(page, '20 of 100 loaded rows');
  const chips = page.getByRole('group', { name: 'Filters of the loaded rows' });
  await expect(chips).toContainText('kind = "map"');

  await page.getByRole('button', { name: 'Filter loaded rows' }).click();
  await form.getByRole('combobox', { name: 'Attribute' }).fill('title');
  await choose(form, 'Test', 'contains');
  await form.getByRole('textbox', { name: 'Text' }).fill('nothing like it');
  await form.getByRole('button', { name: 'Filter', exact: true }).click();
  await expectCount(page, '0 of 100 loaded rows');
  await expect(page.getByText('Of the 100 loaded rows, none passes the filters.')).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(page.getByRole('tooltip')).toBeHidden();
  await expectGoodLooks(page, 'filtered rows');
  await chips
    .getByRole('button', { name: 'Remove filter title contains "nothing like it"' })
    .click();
  await page.getByRole('button', { name: 'Load all' }).click();
  await expectCount(page, '50 of 250 loaded rows');
  await expect(rowOf(grid, 'b0005')).toBeVisible();
  await chips.getByRole('button', { name: 'Show all rows' }).click();
  await expectCount(page, '250 items');
  await expect(chips).toBeHidden();
});

test('text is found in the loaded rows, by keyboard alone', async ({ page, other }) => {
  const grid = await showBooks(page, other);
  await page.getByRole('button', { name: 'Load all' }).click();
  await expectCount(page, '250 items');
  await page.keyboard.press('Control+f');
  const box = page.getByRole('searchbox', { name: 'Find in loaded rows' });
  await expect(box).toBeFocused();
  await page.keyboard.type('night');
  await expect(found(page)).toHaveText('1 of 5 rows');
  await page.keyboard.press('Enter');
  await expect(found(page)).toHaveText('2 of 5 rows');
  await expect(rowOf(grid, 'The Night of 57')).toBeInViewport();
  await page.keyboard.press('F3');
  await page.keyboard.press('F3');
  await expect(rowOf(grid, 'The Night of 157')).toBeInViewport();
  await page.keyboard.press('Shift+F3');
  await expect(found(page)).toHaveText('3 of 5 rows');
  await expect(box).toBeFocused();
  // Away from what explains itself when it is pointed at.
  await page.mouse.move(0, 0);
  await expect(page.getByRole('tooltip')).toBeHidden();
  await expectGoodLooks(page, 'the find bar');
  await page.getByRole('button', { name: 'Match case' }).click();
  await expect(found(page)).toHaveText('no row');
  await page.getByRole('button', { name: 'Match case' }).click();
  await expect(found(page)).toHaveText('3 of 5 rows');
  await box.press('Escape');
  await expect(box).toBeHidden();
  // The focus goes to the row that was found last: from there on, the arrows go.
  await expect(rowOf(grid, 'The Night of 107').locator('[data-row]:focus')).toBeVisible();
});

test('a filtered scan stops within its budget, which can be changed and is kept', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Load AppData sample' }).click();
  await expectCount(page, '100 items');
  await page.getByRole('button', { name: 'Add filter' }).click();
  const filter = page.getByRole('group', { name: 'Filter 1' });
  const look = (budget: string) => page.getByText(`Looks through up to ${budget} before it asks.`);
  await expect(look('10 pages or 500 RCU')).toBeVisible();
  await filter.getByRole('combobox', { name: 'Attribute' }).fill('pk');
  await filter.getByRole('textbox', { name: 'Value', exact: true }).fill('none has it');
  await page.getByRole('button', { name: 'Change the budget', exact: true }).click();
  const form = page.getByRole('group', { name: 'Budget of filtered reads' });
  await form.getByRole('textbox', { name: 'Pages' }).fill('0');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('alert')).toHaveText('Type whole numbers from 1.');
  await form.getByRole('textbox', { name: 'Pages' }).fill('1');
  await form.getByRole('textbox', { name: 'Read capacity units' }).fill('');
  await page.keyboard.press('Enter');
  await expect(look('1 page')).toBeVisible();

  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(
    page.getByText(/^Looked at 1,000 items in 1 page \(.* RCU\) and stopped/),
  ).toBeVisible();
  await expect(page.getByText('None of the 1,000 items looked at so far matches.')).toBeVisible();
  await expectGoodLooks(page, 'a spent budget');
  await page.getByRole('button', { name: 'Load more' }).click();
  await expect(page.getByText(/^Looked at 2,000 items in 2 pages/)).toBeVisible();
  await page.getByRole('button', { name: 'Load all' }).click();
  await expect(page.getByText(/^None of the 2,\d+ items looked at matches\.$/)).toBeVisible();

  await page.reload();
  await page.getByRole('link', { name: 'AppData', exact: true }).click();
  await page.getByRole('button', { name: 'Add filter' }).click();
  await expect(look('1 page')).toBeVisible();
});

test('the memory for results is a setting', async ({ page }) => {
  const open = async () => {
    await page.getByRole('button', { name: 'Settings' }).click();
    const dialog = page.getByRole('dialog', { name: 'Settings' });
    return { dialog, memory: dialog.getByRole('textbox', { name: 'Memory for results' }) };
  };
  const { dialog, memory } = await open();
  await expect(memory).toHaveValue('512');
  await memory.fill('4');
  await memory.press('Enter');
  await expect(dialog).toContainText('Type a whole number of megabytes from 16 to 65,536.');
  await memory.fill('64');
  await dialog.getByRole('button', { name: 'Keep' }).click();
  await expect(dialog.getByRole('button', { name: 'Keep' })).toBeHidden();
  await expectGoodLooks(page, 'Settings');
  await page.reload();
  await expect((await open()).memory).toHaveValue('64');
});

test('the order along a sort key is called what it is', async ({ page, other }) => {
  await other.makeTable({ name: 'Events', keys: { id: 'S', created_at: 'N' }, items: [] });
  await other.makeTable({ name: 'Titles', keys: { id: 'S', title: 'S' }, items: [] });
  for (const [table, words] of [
    ['Events', 'Newest first'],
    ['Titles', 'Descending'],
  ] as const) {
    await showTable(page, table);
    await pick(page, 'Query');
    await page.getByRole('button', { name: 'Options' }).click();
    await pick(page, words);
    await page.keyboard.press('Escape');
  }
});

test('an edit stays where its row goes', async ({ page, other }) => {
  await other.makeTable({ name: 'Few', keys: { id: 'S' }, items: books.slice(0, 3) });
  const grid = await showTable(page, 'Few');
  await editCell(await cellOf(grid, rowOf(grid, 'b0001'), 'title'), 'title', 'Mine');
  const id = grid.getByRole('columnheader', { name: 'id', exact: true });
  await id.click();
  await id.click();
  await expectColumn(grid, 'id', ['b0002', 'b0001', 'b0000']);
  await expect(await cellOf(grid, rowOf(grid, 'b0001'), 'title')).toHaveText('Mine');
});
