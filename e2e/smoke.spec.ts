import { expect, test } from './fixtures.ts';
import { raw } from './support/raw-client.ts';

test('the app opens on its sandbox', async ({ page, app }) => {
  await expect(page.getByRole('navigation', { name: 'Tables' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Connection' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Create table' }).first()).toBeVisible();
  await expect(page.getByRole('searchbox', { name: 'Filter tables' })).toBeVisible();
  expect(await raw(app.sandboxEndpoint, 'ListTables', {})).toHaveProperty('TableNames');
});

test('a reload finds the link again', async ({ page }) => {
  await expect(page.getByRole('navigation', { name: 'Tables' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Tables' })).toBeVisible();
});
