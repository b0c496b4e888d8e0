import { expect, test } from './fixtures.ts';
import { getItem, raw, scanAll, sorted } from './support/raw-client.ts';
import { expectCount, grid, openTable } from './support/workbench.ts';

const everyType = {
  id: { S: 'every-type' },
  string: { S: 'é, 😀, "quotes"\n and a second line' },
  empty: { S: '' },
  number: { N: '12345678901234567890.123456789012345678' },
  tiny: { N: '0.0000000000000000000000000000000000000000012' },
  binary: { B: 'AAEC/f7/' },
  yes: { BOOL: true },
  no: { BOOL: false },
  nothing: { NULL: true },
  strings: { SS: ['a', 'b', 'ü'] },
  numbers: { NS: ['1', '2.5', '12345678901234567890123456789012345678'] },
  binaries: { BS: ['AAE=', '/w=='] },
  list: { L: [{ N: '1' }, { S: 'two' }, { L: [] }, { M: {} }, { B: 'AA==' }] },
  map: { M: { 'a.b': { S: 'dot' }, '': { N: '0' }, deep: { M: { set: { SS: ['x'] } } } } },
};

test.beforeEach(async ({ app }) => {
  await raw(app.sandboxEndpoint, 'CreateTable', {
    TableName: 'Elsewhere',
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    BillingMode: 'PAY_PER_REQUEST',
  });
  await raw(app.sandboxEndpoint, 'PutItem', { TableName: 'Elsewhere', Item: everyType });
});

test.afterEach(async ({ app }) => {
  await raw(app.sandboxEndpoint, 'DeleteTable', { TableName: 'Elsewhere' });
});

for (const tab of ['Form', 'JSON', 'DynamoDB JSON']) {
  test(`an item of every type, opened in ${tab} and saved unchanged, stays as it was`, async ({
    page,
    app,
  }) => {
    const before = await scanAll(app.sandboxEndpoint, 'Elsewhere');
    await page.reload();
    await openTable(page, 'Elsewhere');
    await expectCount(page, '1 item');
    await grid(page, 'Elsewhere').getByRole('button', { name: 'Open item' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Item' });
    await dialog.getByRole('tab', { name: tab, exact: true }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    expect(await scanAll(app.sandboxEndpoint, 'Elsewhere')).toEqual(before);
  });
}

test('a conflict with another client shows both versions and writes nothing unasked', async ({
  page,
  app,
}) => {
  const key = { id: { S: 'plain' } };
  const put = (colour: string) =>
    raw(app.sandboxEndpoint, 'PutItem', {
      TableName: 'Elsewhere',
      Item: { ...key, colour: { S: colour } },
    });
  await put('red');
  await raw(app.sandboxEndpoint, 'DeleteItem', {
    TableName: 'Elsewhere',
    Key: { id: everyType.id },
  });
  await page.reload();
  await openTable(page, 'Elsewhere');
  await expectCount(page, '1 item');
  await grid(page, 'Elsewhere').getByRole('button', { name: 'Open item' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Item' });
  await dialog.getByRole('tab', { name: 'DynamoDB JSON' }).click();
  await dialog
    .getByRole('textbox', { name: 'DynamoDB JSON' })
    .fill('{"id": {"S": "plain"}, "colour": {"S": "green"}}');
  await put('blue');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('green').first()).toBeVisible();
  await expect(page.getByText('blue').first()).toBeVisible();
  expect(await getItem(app.sandboxEndpoint, 'Elsewhere', key)).toEqual(
    sorted({ ...key, colour: { S: 'blue' } }),
  );
});
