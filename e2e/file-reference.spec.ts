import { expect, test } from './fixtures.ts';
import { raw } from './support/raw-client.ts';
import { openTable } from './support/workbench.ts';

const tableName = 'Dropped';

test.beforeEach(async ({ app }) => {
  await raw(app.sandboxEndpoint, 'CreateTable', {
    TableName: tableName,
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    BillingMode: 'PAY_PER_REQUEST',
  });
});

test.afterEach(async ({ app }) => {
  await raw(app.sandboxEndpoint, 'DeleteTable', { TableName: tableName });
});

// Under the stand-in for Electron, a name that begins so is a file without a path.
for (const name of ['é data.json', 'pathless.json']) {
  test(`a file dropped on a table reaches the main side: ${name}`, async ({ page }) => {
    await page.reload();
    await openTable(page, tableName);
    const buffer = Buffer.from('[{"id": "from the dropped file"}]');
    await page
      .getByRole('tabpanel', { name: 'Items' })
      .drop({ files: { name, mimeType: 'application/json', buffer } });
    const dialog = page.getByRole('dialog', { name: `Import into ${tableName}` });
    await expect(dialog.getByText('from the dropped file')).toBeVisible();
    await expect(dialog.getByText(name)).toBeVisible();
  });
}
