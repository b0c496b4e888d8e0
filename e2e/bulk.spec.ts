import type { Locator, Page } from '@playwright/test';
import { cellOf, expectColumn, rowOf, showTable } from './support/grid.ts';
import { expect, test } from './support/test.ts';
import { choose, expectCount, pick } from './support/workbench.ts';

const keys = { pk: 'S' } as const;
const numbered = (index: number) => `item ${String(index).padStart(3, '0')}`;
const itemsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    pk: { S: numbered(index) },
    shelf: { S: index % 2 === 0 ? 'A' : 'B' },
    tags: { SS: ['new', `n${index}`] },
  }));

async function openBulk(page: Page, tableName: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Bulk change' }).click();
  return page.getByRole('dialog', { name: `Bulk change in ${tableName}` });
}

const facts = (dialog: Locator) => dialog.getByRole('status', { name: 'Dry run' });
const result = (dialog: Locator) => dialog.getByRole('status', { name: 'Bulk result' });

test('an attribute is set on all rows, after a dry run, and the record says what it was', async ({
  page,
  other,
}) => {
  await other.makeTable({ name: 'Shelves', keys, items: itemsOf(12) });
  const grid = await showTable(page, 'Shelves');
  await expectCount(page, '12 items');
  const dialog = await openBulk(page, 'Shelves');
  await dialog.getByRole('combobox', { name: 'Attribute name' }).fill('pk');
  await dialog.getByRole('button', { name: 'Dry run' }).click();
  await expect(dialog).toContainText('"pk" is the partition key');
  await dialog.getByRole('combobox', { name: 'Attribute name' }).fill('shelf');
  await dialog.getByRole('textbox', { name: 'Value' }).fill('A');
  await dialog.getByRole('button', { name: 'Dry run' }).click();
  await expect(facts(dialog)).toContainText('6 items would be changed.');
  await expect(facts(dialog)).toContainText('6 items already as wanted.');
  await expect(facts(dialog)).toContainText('About 6 write units by the sizes of the items');
  await dialog.getByRole('button', { name: 'The first UpdateItem request' }).click();
  await expect(dialog.getByRole('textbox', { name: 'The first UpdateItem request' })).toContainText(
    'SET #shelf = :shelf',
  );
  await dialog.getByRole('button', { name: 'Change 6 items' }).click();
  await expect(result(dialog)).toHaveText('6 items changed');
  await expect(dialog.getByRole('button', { name: 'Copy record path' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Show record' }).click();
  const record = dialog.getByRole('region', { name: 'Record' });
  await expect(record.getByRole('row')).toHaveCount(7);
  await expect(record).toContainText('1 to 6 of 6');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(dialog).toBeHidden();
  await expectColumn(
    grid,
    'shelf',
    Array.from({ length: 12 }, () => 'A'),
  );
  const items = await other.items('Shelves');
  expect(items.every(({ shelf }) => JSON.stringify(shelf) === '{"S":"A"}')).toBe(true);
});

test('elements are taken out of the sets of the selected rows only', async ({ page, other }) => {
  await other.makeTable({ name: 'Tags', keys, items: itemsOf(5) });
  const grid = await showTable(page, 'Tags');
  await expectCount(page, '5 items');
  await (await cellOf(grid, grid.getByRole('row').nth(2), 'pk')).click();
  await page.keyboard.press('Shift+ArrowDown');
  const dialog = await openBulk(page, 'Tags');
  await pick(dialog, '2 selected rows');
  await choose(dialog, 'What to do', 'Delete elements from a set');
  await dialog.getByRole('combobox', { name: 'Attribute name' }).fill('tags');
  await dialog
    .getByRole('textbox', { name: /^Elements/ })
    .first()
    .fill('new');
  await dialog.getByRole('button', { name: 'Dry run' }).click();
  await expect(facts(dialog)).toContainText('2 items would be changed.');
  await dialog.getByRole('button', { name: 'Change 2 items' }).click();
  await expect(result(dialog)).toHaveText('2 items changed');
  const left = (await other.items('Tags')).filter((item) => JSON.stringify(item).includes('"new"'));
  expect(left).toHaveLength(3);
});

test('many rows are deleted only once the name is typed; what somebody changed is left', async ({
  page,
  other,
}) => {
  await other.makeTable({ name: 'Old', keys, items: itemsOf(20) });
  const grid = await showTable(page, 'Old');
  await expectCount(page, '20 items');
  const dialog = await openBulk(page, 'Old');
  await choose(dialog, 'What to do', 'Delete items');
  await dialog.getByRole('button', { name: 'Dry run' }).click();
  await expect(facts(dialog)).toContainText('20 items would be deleted.');
  await other.putItem('Old', { pk: { S: numbered(3) }, shelf: { S: 'theirs' } });
  const start = dialog.getByRole('button', { name: 'Delete 20 items' });
  await expect(start).toBeDisabled();
  await dialog.getByRole('textbox', { name: "Type the table's name to confirm" }).fill('Old');
  await start.click();
  await expect(result(dialog)).toHaveText('19 items deleted, 1 changed by somebody else and left');
  await expect(dialog.getByRole('region', { name: '1 item not written' })).toContainText(
    'pk = "item 003" It was changed since it was read.',
  );
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expectCount(page, '1 item');
  await expect(rowOf(grid, numbered(3))).toContainText('theirs');
});

test('a table is emptied, and stays', async ({ page, other }) => {
  await other.makeTable({ name: 'Full', keys, items: itemsOf(60) });
  await showTable(page, 'Full');
  await page.getByRole('button', { name: 'Delete all items' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete all items of Full' });
  await dialog.getByRole('button', { name: 'Dry run' }).click();
  await expect(facts(dialog)).toContainText('60 items would be deleted.');
  await dialog.getByRole('textbox', { name: "Type the table's name to confirm" }).fill('Full');
  await dialog.getByRole('button', { name: 'Delete 60 items' }).click();
  await expect(result(dialog)).toHaveText('60 items deleted');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expectCount(page, '0 items');
  expect(await other.items('Full')).toEqual([]);
  expect(await other.tableNames()).toContain('Full');
});

test('a run is cancelled, and says how far it came', async ({ page, other }) => {
  await other.makeTable({ name: 'Long', keys });
  for (let first = 0; first < 4_000; first += 25) {
    const RequestItems = {
      Long: Array.from({ length: 25 }, (_, index) => ({
        PutRequest: { Item: { pk: { S: String(first + index) }, n: { N: '0' } } },
      })),
    };
    await other.send('BatchWriteItem', { RequestItems });
  }
  await showTable(page, 'Long');
  const dialog = await openBulk(page, 'Long');
  await dialog.getByRole('button', { name: 'Load all first' }).click();
  await pick(dialog, 'All 4,000 rows');
  await dialog.getByRole('combobox', { name: 'Attribute name' }).fill('n');
  await choose(dialog, 'Value type', 'Number');
  await dialog.getByRole('textbox', { name: 'Value' }).fill('1');
  await dialog.getByRole('button', { name: 'Dry run' }).click();
  await dialog.getByRole('button', { name: 'Change 4,000 items' }).click();
  const progress = dialog.getByRole('progressbar', { name: 'Bulk progress' });
  await expect(progress).not.toHaveAttribute('aria-valuenow', '0');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(result(dialog)).toHaveText(/^Cancelled: [\d,]+ items changed, [\d,]+ not tried$/);
  const [, changed = ''] = /: ([\d,]+) items/.exec(await result(dialog).innerText()) ?? [];
  const items = await other.items('Long');
  const written = items.filter(({ n }) => JSON.stringify(n) === '{"N":"1"}');
  expect(written).toHaveLength(Number(changed.replaceAll(',', '')));
});
