import { fileURLToPath } from 'node:url';
import { expect, test } from './fixtures.ts';
import { getItem, raw, scanAll } from './support/raw-client.ts';
import {
  createTable,
  deleteTable,
  expectCount,
  grid,
  openOperation,
  pick,
  response,
} from './support/workbench.ts';

const dataFile = fileURLToPath(new URL('./data/data.json', import.meta.url));
const key = { book_id: { N: '1005' }, title: { S: 'There Was a Country' } };

/** What the boto3 tutorial does in Python, by pointing and clicking. */
test('the tutorial, from an empty sandbox to an empty sandbox', async ({ page, app }) => {
  await test.step('create the Books table', async () => {
    await createTable(page, {
      name: 'Books',
      partitionKey: ['book_id', 'Number'],
      sortKey: ['title', 'String'],
      provisioned: ['10', '10'],
    });
    expect(await raw(app.sandboxEndpoint, 'DescribeTable', { TableName: 'Books' })).toMatchObject({
      Table: {
        KeySchema: [
          { AttributeName: 'book_id', KeyType: 'HASH' },
          { AttributeName: 'title', KeyType: 'RANGE' },
        ],
        ProvisionedThroughput: { ReadCapacityUnits: 10, WriteCapacityUnits: 10 },
      },
    });
  });

  await test.step('drop data.json on the table', async () => {
    await expectCount(page, '0 items');
    await grid(page, 'Books').drop({ files: dataFile });
    const dialog = page.getByRole('dialog', { name: 'Import into Books' });
    await expect(dialog.getByText('Americanah')).toBeVisible();
    await dialog.getByRole('button', { name: 'Start import' }).click();
    await expect(dialog.getByRole('status', { name: 'Import result' })).toContainText(
      '5 items imported',
    );
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await expectCount(page, '5 items');
    expect(await scanAll(app.sandboxEndpoint, 'Books')).toHaveLength(5);
  });

  await test.step('put a book, and refuse to put it twice', async () => {
    const operation = await openOperation(page, 'Put');
    const book =
      '{"book_id": 1005, "title": "There Was a Country", "price": 12.000000000000000000001}';
    await operation.getByRole('textbox', { name: 'Item', exact: true }).fill(book);
    await operation
      .getByRole('textbox', { name: 'Condition expression' })
      .fill('attribute_not_exists(book_id)');
    await operation.getByRole('button', { name: 'Send' }).click();
    await expect(response(page)).toContainText('200');
    expect(await getItem(app.sandboxEndpoint, 'Books', key)).toEqual({
      ...key,
      price: { N: '12.000000000000000000001' },
    });
    await operation.getByRole('button', { name: 'Send' }).click();
    await expect(response(page)).toContainText('condition was not met');
    await expect(response(page)).toContainText('12.000000000000000000001');
  });

  await test.step('get it', async () => {
    const operation = await openOperation(page, 'Get');
    await operation
      .getByRole('textbox', { name: 'Key', exact: true })
      .fill('{"book_id": 1005, "title": "There Was a Country"}');
    await operation.getByRole('button', { name: 'Send' }).click();
    await expect(response(page)).toContainText('12.000000000000000000001');
  });

  await test.step('update it under a condition', async () => {
    const operation = await openOperation(page, 'Update');
    await operation
      .getByRole('textbox', { name: 'Key', exact: true })
      .fill('{"book_id": 1005, "title": "There Was a Country"}');
    await operation
      .getByRole('textbox', { name: 'Update expression' })
      .fill('SET author = :author');
    await operation.getByRole('textbox', { name: 'Condition expression' }).fill('price > :low');
    await operation
      .getByRole('textbox', { name: 'Expression attribute values' })
      .fill('{":author": "Chinua Achebe", ":low": 10}');
    await operation.getByRole('combobox', { name: 'Return values' }).click();
    await page.getByRole('option', { name: 'ALL_NEW', exact: true }).click();
    await operation.getByRole('button', { name: 'Send' }).click();
    await expect(response(page)).toContainText('Chinua Achebe');
    expect(await getItem(app.sandboxEndpoint, 'Books', key)).toMatchObject({
      author: { S: 'Chinua Achebe' },
    });
  });

  await test.step('delete it only if it is cheap, then anyway', async () => {
    const operation = await openOperation(page, 'Delete');
    await operation
      .getByRole('textbox', { name: 'Key', exact: true })
      .fill('{"book_id": 1005, "title": "There Was a Country"}');
    await operation.getByRole('textbox', { name: 'Condition expression' }).fill('price < :low');
    await operation
      .getByRole('textbox', { name: 'Expression attribute values' })
      .fill('{":low": 5}');
    await operation.getByRole('button', { name: 'Send' }).click();
    await expect(response(page)).toContainText('condition was not met');
    await operation.getByRole('textbox', { name: 'Condition expression' }).fill('');
    await operation.getByRole('textbox', { name: 'Expression attribute values' }).fill('');
    await operation.getByRole('button', { name: 'Send' }).click();
    await expect(response(page)).toContainText('200');
    expect(await getItem(app.sandboxEndpoint, 'Books', key)).toBeUndefined();
  });

  await test.step('query by key, and by the beginning of the title', async () => {
    await pick(page, 'Query');
    await page.getByRole('textbox', { name: 'Partition key value' }).fill('1001');
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await expectCount(page, '1 item');
    await expect(grid(page, 'Books').getByRole('gridcell', { name: 'Americanah' })).toBeVisible();
    await page.getByRole('combobox', { name: 'Sort key condition' }).click();
    await page.getByRole('option', { name: 'begins with' }).click();
    await page.getByRole('textbox', { name: 'Sort key value' }).fill('Z');
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await expectCount(page, '0 items');
  });

  await test.step('delete the table', async () => {
    await deleteTable(page, 'Books');
    await expect(page.getByRole('link', { name: 'Books', exact: true })).toBeHidden();
    expect(await raw(app.sandboxEndpoint, 'ListTables', {})).toEqual({ TableNames: [] });
  });
});
