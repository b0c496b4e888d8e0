import { gridOf, rowOf, showTable } from './support/grid.ts';
import { entryOf, openHistory } from './support/history.ts';
import { expect, test } from './support/test.ts';
import { expectCount, openOperation, pick, response } from './support/workbench.ts';

const book = (id: string, title: string) => ({ book_id: { N: id }, title: { S: title } });
const items = [book('7', 'Arrow of God'), book('7', 'Americanah'), book('8', 'Efuru')];

test('a query that was run is found, filled in again without being run, and kept by name', async ({
  page,
  other,
}) => {
  await other.makeTable({ name: 'Novels', keys: { book_id: 'N', title: 'S' }, items });
  await showTable(page, 'Novels');
  await expectCount(page, '3 items');
  const value = page.getByRole('textbox', { name: 'Partition key value' });
  await pick(page, 'Query');
  await value.fill('7');
  await page.getByRole('button', { name: 'Run' }).click();
  await expectCount(page, '2 items');
  await value.fill('8');
  await page.getByRole('button', { name: 'Run' }).click();
  await expectCount(page, '1 item');

  const history = await openHistory(page);
  await history.getByRole('searchbox', { name: 'Search the library' }).fill('novels = 7');
  const entry = entryOf(history, 'Query', 'Novels', 'book_id = 7');
  await expect(entry).toContainText('2 items');
  await entry.press('Enter');
  await expect(history).toBeHidden();
  await expect(value).toHaveValue('7');
  await expectCount(page, '1 item');
  await expect(rowOf(gridOf(page, 'Novels'), 'Efuru')).toBeVisible();

  await openHistory(page);
  const eighth = history.getByRole('listitem').filter({ hasText: 'book_id = 8' });
  await eighth.getByRole('button', { name: 'Add to favourites' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add to favourites' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('The eighth');
  await dialog.getByLabel('Folder').fill('Reading');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await history.getByRole('tab', { name: 'Favourites' }).click();
  await expect(history.getByText('Reading', { exact: true })).toBeVisible();
  await entryOf(history, 'The eighth').click();
  await expect(history).toBeHidden();
  await expect(value).toHaveValue('8');
});

test('an operation that was sent is filled in again, and what failed says so', async ({
  page,
  other,
}) => {
  await other.makeTable({ name: 'Novels', keys: { book_id: 'N', title: 'S' }, items });
  await showTable(page, 'Novels');
  const region = await openOperation(page, 'Delete');
  const key = region.getByRole('textbox', { name: 'Key', exact: true });
  await key.fill('{"book_id": 8, "title": "Efuru"}');
  await region
    .getByRole('textbox', { name: 'Condition expression' })
    .fill('attribute_not_exists(title)');
  await region.getByRole('button', { name: 'Send' }).click();
  await expect(response(page)).toContainText('condition');

  await pick(region, 'Get');
  await key.fill('{}');
  const history = await openHistory(page);
  const entry = entryOf(history, 'Delete', 'title = "Efuru"').first();
  await expect(entry).toContainText('Failed: CONDITION_FAILED');
  await expect(entry).toContainText('if attribute_not_exists(title)');
  await entry.click();
  await expect(history).toBeHidden();
  await expect(region.getByRole('radio', { name: 'Delete' })).toBeChecked();
  await expect(key).toContainText('Efuru');
  await expect(region.getByRole('textbox', { name: 'Condition expression' })).toContainText(
    'attribute_not_exists(title)',
  );
  expect(await other.items('Novels')).toHaveLength(3);
});
