import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { choose, pick } from './workbench.ts';

export type ConnectionFields = {
  readonly name: string;
  readonly endpoint: string;
  readonly guard?: 'Open' | 'Confirm writes' | 'Read-only';
};

/** Fills the dialog for a connection with typed-in keys, and leaves it open. */
export async function fillConnection(page: Page, fields: ConnectionFields): Promise<Locator> {
  await page.getByRole('combobox', { name: 'Connection' }).click();
  await page.getByRole('button', { name: 'Add connection…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add connection' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(fields.name);
  await dialog.getByRole('textbox', { name: 'Endpoint URL' }).fill(fields.endpoint);
  await pick(dialog, 'Keys');
  await dialog.getByRole('textbox', { name: 'Access key id' }).fill('e2e');
  await dialog.getByRole('textbox', { name: 'Secret access key' }).fill('e2e-secret');
  if (fields.guard !== undefined) await choose(dialog, 'Guard', fields.guard);
  return dialog;
}

/** Adds a connection, which is shown from then on. */
export async function addConnection(page: Page, fields: ConnectionFields): Promise<void> {
  const dialog = await fillConnection(page, fields);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('combobox', { name: 'Connection' })).toContainText(fields.name);
}

/** Forgets the connection that is shown; the sandbox is shown instead. */
export async function removeConnection(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Connection' }).click();
  await page.getByRole('button', { name: 'Remove this one…' }).click();
  const dialog = page.getByRole('dialog', { name: `Remove ${name}` });
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('combobox', { name: 'Connection' })).toContainText('Sandbox');
}

/** Opens the dialog that tells where the sandbox is. */
export async function openSandbox(page: Page): Promise<Locator> {
  await page.getByRole('combobox', { name: 'Connection' }).click();
  await page.getByRole('button', { name: 'About the sandbox' }).click();
  return page.getByRole('dialog', { name: 'Sandbox' });
}
