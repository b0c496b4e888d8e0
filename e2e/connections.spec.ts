import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { addConnection, openSandbox, removeConnection } from './support/connections.ts';
import { gridOf, openItem, rowOf, showTable } from './support/grid.ts';
import { saveItem } from './support/staging.ts';
import { expect, test } from './support/test.ts';
import { expectCount, openOperation, response } from './support/workbench.ts';

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test('the endpoint and the variables for a script are shown, and can be copied', async ({
  page,
  app,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const dialog = await openSandbox(page);
  await expect(dialog).toContainText('Running');
  await expect(dialog.getByText(app.sandboxEndpoint, { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Copy endpoint' }).click();
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await clipboard(page)).toBe(app.sandboxEndpoint);
  await dialog.getByRole('button', { name: 'Copy AWS_ENDPOINT_URL_DYNAMODB' }).click();
  await expect.poll(() => clipboard(page)).toBe(`AWS_ENDPOINT_URL_DYNAMODB=${app.sandboxEndpoint}`);
  await dialog.getByRole('button', { name: 'Copy all as shell exports' }).click();
  await expect
    .poll(() => clipboard(page))
    .toBe(
      [
        `export AWS_ENDPOINT_URL_DYNAMODB=${app.sandboxEndpoint}`,
        'export AWS_ACCESS_KEY_ID=sortkey',
        'export AWS_SECRET_ACCESS_KEY=sortkey',
        'export AWS_DEFAULT_REGION=us-east-1',
      ].join('\n'),
    );
});

test('the first screen loads a sample, and offers it until it is there', async ({
  page,
  other,
}) => {
  await expect(page.getByRole('button', { name: 'Load AppData sample' })).toBeVisible();
  await page.getByRole('button', { name: 'Load Books sample' }).click();
  await expect(page.getByRole('heading', { name: 'Books', exact: true })).toBeVisible();
  const items = await other.items('Books');
  await expectCount(page, `${items.length} items`);
  expect(items.length).toBeGreaterThan(4);
  await page.getByRole('tab', { name: 'Books' }).press('Delete');
  await expect(page.getByRole('button', { name: 'Load AppData sample' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Load Books sample' })).toBeHidden();
});

test('a read-only connection reads, and refuses every write', async ({ page, app, other }) => {
  const item = { id: { S: 'one' }, colour: { S: 'red' } };
  await other.makeTable({ name: 'Guarded', keys: { id: 'S' }, items: [item] });
  await addConnection(page, {
    name: 'Look only',
    endpoint: app.sandboxEndpoint,
    guard: 'Read-only',
  });
  const grid = await showTable(page, 'Guarded');
  await expectCount(page, '1 item');

  await test.step('in the item dialog', async () => {
    const dialog = await openItem(page, rowOf(grid, 'one'));
    await dialog.getByRole('textbox', { name: 'colour', exact: true }).fill('green');
    await dialog.getByRole('button', { name: 'Write now' }).click();
    await expect(dialog.getByRole('alert')).toContainText('read-only');
    await dialog.getByRole('button', { name: 'Close' }).click();
    await dialog.getByRole('button', { name: 'Discard them' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('in operations, which still get', async () => {
    const operation = await openOperation(page, 'Put');
    await expect(operation).toContainText('This connection is read-only.');
    await expect(operation.getByRole('button', { name: 'Send' })).toBeDisabled();
    await openOperation(page, 'Get');
    await operation.getByRole('textbox', { name: 'Key', exact: true }).fill('{"id": "one"}');
    await operation.getByRole('button', { name: 'Send' }).click();
    await expect(response(page)).toContainText('red');
  });

  await test.step('of a file', async () => {
    const buffer = Buffer.from('[{"id": "two"}]');
    await grid.drop({ files: { name: 'two.json', mimeType: 'application/json', buffer } });
    const dialog = page.getByRole('dialog', { name: 'Import into Guarded' });
    await expect(dialog).toContainText('Look only is a read-only connection.');
    await expect(dialog.getByRole('button', { name: 'Start import' })).toBeDisabled();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  await test.step('of whole tables', async () => {
    await page.getByRole('button', { name: 'Delete table' }).click();
    const deletion = page.getByRole('dialog', { name: 'Delete Guarded' });
    await deletion
      .getByRole('textbox', { name: "Type the table's name to confirm" })
      .fill('Guarded');
    await deletion.getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(deletion.getByRole('alert')).toContainText('read-only');
    await deletion.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Create table' }).click();
    const creation = page.getByRole('dialog', { name: 'Create table' });
    await creation.getByRole('textbox', { name: 'Table name' }).fill('Another');
    await creation.getByRole('textbox', { name: 'Partition key', exact: true }).fill('id');
    await creation.getByRole('button', { name: 'Create', exact: true }).click();
    await expect(creation.getByRole('alert')).toContainText('read-only');
    await creation.getByRole('button', { name: 'Cancel' }).click();
  });

  await removeConnection(page, 'Look only');
  expect(await other.items('Guarded')).toEqual([{ colour: item.colour, id: item.id }]);
  expect(await other.tableNames()).toEqual(['Guarded']);
});

test('a connection that wants to be asked is asked before each write', async ({
  page,
  app,
  other,
}) => {
  const item = { id: { S: 'one' }, colour: { S: 'red' } };
  await other.makeTable({ name: 'Guarded', keys: { id: 'S' }, items: [item] });
  const name = 'Production';
  await addConnection(page, { name, endpoint: app.sandboxEndpoint, guard: 'Confirm writes' });
  const grid = await showTable(page, 'Guarded');
  const colourIs = async (colour: string) =>
    expect(await other.items('Guarded')).toEqual([{ colour: { S: colour }, id: item.id }]);

  const dialog = await openItem(page, rowOf(grid, 'one'));
  await dialog.getByRole('textbox', { name: 'colour', exact: true }).fill('green');
  await dialog.getByRole('button', { name: 'Write now' }).click();
  await expect(dialog.getByRole('alert')).toContainText(name);
  await colourIs('red');
  await dialog.getByRole('button', { name: 'Write', exact: true }).click();
  await expect(dialog).toBeHidden();
  await colourIs('green');

  const operation = await openOperation(page, 'Put');
  const put = operation.getByRole('textbox', { name: 'Item', exact: true });
  await put.fill('{"id": "one", "colour": "blue"}');
  await operation.getByRole('button', { name: 'Send' }).click();
  const question = page.getByRole('dialog', { name: `Write to ${name}?` });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await colourIs('green');
  await operation.getByRole('button', { name: 'Send' }).click();
  await question.getByRole('button', { name: 'Write', exact: true }).click();
  await expect(response(page)).toContainText('200');
  await colourIs('blue');
  await removeConnection(page, name);
});

test('the colour scheme is kept over a reload', async ({ page }) => {
  const html = page.locator('html');
  const attribute = 'data-mantine-color-scheme';
  await expect(html).toHaveAttribute(attribute, 'light');
  await page.getByRole('button', { name: 'Toggle colour scheme' }).click();
  await expect(html).toHaveAttribute(attribute, 'dark');
  await page.reload();
  await expect(html).toHaveAttribute(attribute, 'dark');
  await page.getByRole('button', { name: 'Toggle colour scheme' }).click();
  await expect(html).toHaveAttribute(attribute, 'light');
  await page.getByRole('button', { name: 'Settings' }).click();
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByRole('radio', { name: 'As the system' }).check({ force: true });
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(html).toHaveAttribute(attribute, 'dark');
});

test('an engine that dies is started again with its data, and the app says so', async ({
  page,
  app,
  other,
}) => {
  await other.makeTable({ name: 'Kept', keys: { id: 'S' }, items: [{ id: { S: 'one' } }] });
  await showTable(page, 'Kept');
  await expectCount(page, '1 item');
  const recordPath = join(app.dataFolder, 'sandbox', 'engine.json');
  const readPid = async () =>
    (JSON.parse(await readFile(recordPath, 'utf8')) as { pid: number }).pid;
  const first = await readPid();
  process.kill(first, 'SIGKILL');
  await expect(page.getByText('The sandbox’s engine stopped and was started again')).toBeVisible();
  await expect.poll(readPid).not.toBe(first);

  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expectCount(page, '1 item');
  await page.getByRole('button', { name: 'Add item' }).click();
  const dialog = page.getByRole('dialog', { name: 'Item' });
  await dialog.getByRole('textbox', { name: 'id' }).fill('two');
  await saveItem(page);
  await expect(rowOf(gridOf(page, 'Kept'), 'two')).toBeVisible();
  expect(await other.items('Kept')).toEqual([{ id: { S: 'one' } }, { id: { S: 'two' } }]);
  const sandbox = await openSandbox(page);
  await expect(sandbox).toContainText('started again once');
});
