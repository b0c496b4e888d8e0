import { cellOf, editCell, gridOf, openItem, rowOf, showTable } from './support/grid.ts';
import { expectGoodLooks } from './support/looks.ts';
import { expect, test } from './support/test.ts';
import { openOperation, response } from './support/workbench.ts';

const items = [
  {
    id: { S: 'every type' },
    binaries: { BS: ['AAE='] },
    binary: { B: 'AAEC' },
    empty: { S: '' },
    flag: { BOOL: false },
    list: { L: [{ N: '1' }, { S: 'two' }] },
    map: { M: { deep: { M: { set: { SS: ['x'] } } } } },
    none: { NULL: true },
    price: { N: '12.50' },
    tags: { SS: ['a', 'b'] },
  },
  { id: { S: 'nearly nothing' }, price: { N: '0' } },
];

test('the first screen reads well in both schemes', async ({ page }) => {
  await expect(page.getByRole('button', { name: 'Load Books sample' })).toBeVisible();
  await expectGoodLooks(page, 'the first screen');
});

test('dialogs of the shell read well in both schemes', async ({ page }) => {
  const close = async () => {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  };
  await page.getByRole('button', { name: 'Create table' }).click();
  const creation = page.getByRole('dialog', { name: 'Create table' });
  await creation.getByRole('switch', { name: 'Sort key' }).check({ force: true });
  await creation.getByRole('radio', { name: 'Provisioned' }).check({ force: true });
  await creation.getByRole('button', { name: 'Add index' }).click();
  await creation.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(creation).toContainText('A table name is needed.');
  await expectGoodLooks(page, 'Create table');
  await close();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
  await expectGoodLooks(page, 'Command palette');
  await close();
  await page.getByRole('combobox', { name: 'Connection' }).click();
  await page.getByRole('button', { name: 'Add connection…' }).click();
  await page.getByRole('dialog').getByRole('radio', { name: 'Keys' }).check({ force: true });
  await expectGoodLooks(page, 'Add connection');
});

test.describe('a table', () => {
  test.beforeEach(async ({ page, other }) => {
    await other.makeTable({ name: 'Looks', keys: { id: 'S' }, items });
    const grid = await showTable(page, 'Looks');
    await expect(rowOf(grid, 'nearly nothing')).toBeVisible();
  });

  test('with its operations reads well in both schemes', async ({ page }) => {
    const operation = await openOperation(page, 'Get');
    await operation.getByRole('textbox', { name: 'Key', exact: true }).fill('{"id": "every type"}');
    await operation.getByRole('button', { name: 'Send' }).click();
    await expect(response(page)).toContainText('every type');
    await openOperation(page, 'Update');
    await operation.getByRole('button', { name: 'Code' }).click();
    await expect(page.getByRole('region', { name: 'Code', exact: true })).toBeVisible();
    await expectGoodLooks(page, 'a table with operations open');
    await page.getByRole('button', { name: 'Operations' }).click();
    await page.getByRole('button', { name: 'Add filter' }).click();
    await expectGoodLooks(page, 'a table with operations folded');
    await page.getByRole('button', { name: 'Operations' }).click();
  });

  test('with one of its items reads well in both schemes', async ({ page }) => {
    const dialog = await openItem(page, rowOf(gridOf(page, 'Looks'), 'every type'));
    await expectGoodLooks(page, 'Item as a form');
    await dialog.getByRole('tab', { name: 'DynamoDB JSON' }).click();
    await expect(dialog.getByRole('textbox', { name: 'DynamoDB JSON' })).toBeVisible();
    await expectGoodLooks(page, 'Item as DynamoDB JSON');
  });

  test('with a file to import reads well in both schemes', async ({ page }) => {
    const buffer = Buffer.from('[{"id": "a", "n": 1, "m": {"x": [true, null]}}, {"n": 2}]');
    const file = { name: 'two.json', mimeType: 'application/json', buffer };
    await gridOf(page, 'Looks').drop({ files: file });
    const dialog = page.getByRole('dialog', { name: 'Import into Looks' });
    await expect(dialog.getByRole('region', { name: 'Rejected rows' })).toBeVisible();
    await expectGoodLooks(page, 'the preview of an import');
  });

  test('with staged changes reads well in both schemes', async ({ page }) => {
    const grid = gridOf(page, 'Looks');
    await editCell(await cellOf(grid, rowOf(grid, 'nearly nothing'), 'price'), 'price', '13');
    await (await cellOf(grid, rowOf(grid, 'every type'), 'id')).click();
    await page.keyboard.press('Delete');
    await expect(page.getByRole('status', { name: 'Staged changes' })).toHaveText('2 changes');
    await expectGoodLooks(page, 'staged changes');
    await page.getByRole('button', { name: 'Review changes' }).click();
    await expect(page.getByRole('dialog', { name: 'Review changes' })).toBeVisible();
    await expectGoodLooks(page, 'Review changes');
  });

  test('as an overview, and before its end, reads well in both schemes', async ({ page }) => {
    await page.getByRole('tab', { name: 'Overview' }).click();
    await expectGoodLooks(page, 'Overview');
    await page.getByRole('button', { name: 'Delete table' }).click();
    await expect(page.getByRole('dialog', { name: 'Delete Looks' })).toBeVisible();
    await expectGoodLooks(page, 'Delete table');
  });
});
