import type { Page } from '@playwright/test';
import { expectGoodLooks } from './support/looks.ts';
import { expect, test } from './support/test.ts';
import type { OtherClient } from './support/other-client.ts';
import { expectCount } from './support/workbench.ts';

const books = Array.from({ length: 250 }, (_, number) => ({
  author: { S: `author ${number % 3}` },
  title: { S: `Title ${String(number).padStart(3, '0')}` },
  price: { N: `${number}.50` },
}));

async function openEditor(page: Page, other: OtherClient, items: readonly unknown[] = books) {
  await other.makeTable({ name: 'Books', keys: { author: 'S', title: 'S' }, items });
  await page.getByRole('button', { name: 'Refresh tables' }).click();
  await page.getByRole('button', { name: 'PartiQL editor' }).click();
  await expect(page.getByRole('tab', { name: 'PartiQL' })).toHaveAttribute('aria-selected', 'true');
  return page.getByRole('textbox', { name: 'PartiQL statements' });
}

const insert = (title: string) =>
  `INSERT INTO "Books" VALUE {'author': 'author 0', 'title': '${title}'}`;

const outcomes = (page: Page) => page.getByRole('list', { name: 'Outcomes' }).getByRole('listitem');

test('a SELECT is run with typed parameters, page by page', async ({ page, other }) => {
  const editor = await openEditor(page, other);
  await editor.fill('SELECT * FROM "Books"');
  await expect(page.getByText('This statement scans Books: it has no WHERE.')).toBeVisible();
  await editor.press('Control+Enter');
  await expectCount(page, '100 items');
  await page.getByRole('button', { name: 'Load all' }).click();
  await expectCount(page, '250 items');

  await editor.fill('SELECT title, price FROM "Books" WHERE author = ? AND price < ? -- cheap');
  await page.getByRole('textbox', { name: 'Parameter 1', exact: true }).fill('author 1');
  await page.getByRole('combobox', { name: 'Parameter 2 type' }).click();
  await page.getByRole('option', { name: 'Number', exact: true }).click();
  await page.getByRole('textbox', { name: 'Parameter 2', exact: true }).fill('10');
  await expect(page.getByText('This statement scans')).toHaveCount(0);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expectCount(page, '3 items');
  const rows = page.getByRole('grid', { name: 'Rows of PartiQL' });
  await expect(rows.getByRole('gridcell', { name: '7.5', exact: true })).toBeVisible();
  await expectGoodLooks(page, 'rows of PartiQL');
});

test('what cannot be sent is said at its place', async ({ page, other }) => {
  const editor = await openEditor(page, other, []);
  await editor.fill('SELECT * FROM "Books" WHERE author = \'x');
  await expect(page.getByText('Line 1, column 38: A text begins here')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeDisabled();
  await editor.fill('SELECT * FROM "No-such"');
  await editor.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('There is no table No-such');
});

test('several statements are a batch, each by itself, or a transaction, all or none', async ({
  page,
  other,
}) => {
  const editor = await openEditor(page, other, books.slice(0, 1));
  await editor.fill([insert('Title 000'), insert('New')].join(';\n'));
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expectCount(page, '1 of 2 statements done');
  await expect(outcomes(page).first()).toContainText('Failed');
  await expect(outcomes(page).first()).toContainText('DuplicateItem');
  await expect(outcomes(page).last()).toContainText('Done');

  await editor.fill([insert('Newer'), insert('New')].join(';\n'));
  await page.getByRole('radio', { name: 'Transaction' }).check({ force: true });
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('The transaction was cancelled');
  await expect(outcomes(page).first()).toContainText('Not done');
  await expect(outcomes(page).last()).toContainText('DuplicateItem');
  expect(await other.items('Books')).toHaveLength(2);
  await expectGoodLooks(page, 'outcomes of PartiQL');
});

test('what was written stays while another tab is shown', async ({ page, other }) => {
  const editor = await openEditor(page, other, books.slice(0, 2));
  await editor.fill('SELECT title FROM "Books"');
  await editor.press('Control+Enter');
  await expectCount(page, '2 items');
  await page
    .getByRole('navigation', { name: 'Tables' })
    .getByRole('link', { name: 'Books' })
    .click();
  await expect(page.getByRole('heading', { name: 'Books', exact: true })).toBeVisible();
  await page.getByRole('tab', { name: 'PartiQL' }).click();
  await expect(editor).toContainText('SELECT title FROM "Books"');
  await expectCount(page, '2 items');
});

test('tables, keys and words complete while one types', async ({ page, other }) => {
  const editor = await openEditor(page, other, books.slice(0, 3));
  await editor.click();
  await page.keyboard.type('sel');
  const options = page.getByRole('listbox', { name: 'Completions' }).getByRole('option');
  await expect(options).toHaveText(['SELECTword']);
  await page.keyboard.press('Enter');
  await page.keyboard.type(' * FROM ');
  await expect(options).toHaveText(['Bookstable']);
  await page.keyboard.press('Enter');
  await page.keyboard.type(' WHERE au');
  await expect(options.first()).toHaveText('authorattribute');
  await page.keyboard.press('Enter');
  await page.keyboard.type(" = 'author 1'");
  await expect(options).toHaveCount(0);
  await expect(editor).toHaveText(`SELECT * FROM "Books" WHERE author = 'author 1'`);
  await page.keyboard.press('Control+Enter');
  await expectCount(page, '1 item');
});
