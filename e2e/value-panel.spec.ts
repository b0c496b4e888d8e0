import type { Locator, Page } from '@playwright/test';
import { cellOf, rowOf, showTable } from './support/grid.ts';
import { expectGoodLooks } from './support/looks.ts';
import { expect, test } from './support/test.ts';
import { choose } from './support/workbench.ts';

const noon = Date.UTC(2024, 2, 1, 12) / 1_000;
const items = [
  {
    id: { S: 'one' },
    createdAt: { N: String(noon) },
    info: { M: { price: { N: '12345678901234567890.5' }, tags: { SS: ['a', 'b'] } } },
    note: { S: '{"size":12345678901234567890.10}' },
    picture: { B: 'SGVsbG8=' },
  },
  { id: { S: 'two' }, createdAt: { N: String(noon + 60) }, note: { S: 'plain' } },
];

const panelOf = (page: Page) => page.getByRole('region', { name: 'Value', exact: true });
const staged = (page: Page) => page.getByRole('status', { name: 'Staged changes' });

async function inspect(page: Page, cell: Locator): Promise<Locator> {
  await cell.click();
  await page.keyboard.press('Space');
  return panelOf(page);
}

test.describe('the value panel', () => {
  test.beforeEach(async ({ other }) => {
    await other.makeTable({ name: 'Values', keys: { id: 'S' }, items });
  });

  test('shows values in full, follows the grid, and reads well', async ({ page }) => {
    const grid = await showTable(page, 'Values');
    const one = rowOf(grid, 'one');
    const createdAt = await cellOf(grid, one, 'createdAt');
    await expect(createdAt).toHaveAttribute('title', /^2024-03-01 12:00:00 UTC · /);
    const panel = await inspect(page, createdAt);
    await expect(panel).toContainText('Number · 5 bytes · 2024-03-01 12:00:00 UTC');
    await page.keyboard.press('ArrowRight');
    await expect(panel).toContainText('12345678901234567890.5');
    await expectGoodLooks(page, 'the value of a map');

    await (await cellOf(grid, one, 'note')).click();
    await panel.getByRole('button', { name: 'Lay out as JSON' }).click();
    await expect(panel).toContainText('"size": 12345678901234567890.10');
    await (await cellOf(grid, one, 'picture')).click();
    await expect(panel).toContainText('48 65 6c 6c 6f');
    await (await cellOf(grid, rowOf(grid, 'two'), 'picture')).click();
    await expect(panel).toContainText('This item has no attribute "picture".');
    await (await cellOf(grid, one, 'id')).click();
    await expect(panel).toContainText('Open the item to change its key.');
    await panel.getByRole('button', { name: 'Close the value' }).click();
    await expect(panel).toBeHidden();
  });

  test('changes what is nested, keeping types and digits', async ({ page, other }) => {
    const grid = await showTable(page, 'Values');
    await (await cellOf(grid, rowOf(grid, 'one'), 'info')).click();
    await page.keyboard.press('Enter');
    const panel = panelOf(page);
    await panel.getByRole('tab', { name: 'JSON', exact: true }).click();
    const json = panel.getByRole('textbox', { name: 'JSON', exact: true });
    await json.fill('{"price": 12345678901234567890.5, "tags": ["b", 1]}');
    await panel.getByRole('button', { name: 'Stage change' }).click();
    await expect(panel).toContainText('this member must be text');
    await json.fill('{"price": 12345678901234567890.5, "tags": ["b", "c"]}');
    await page.keyboard.press('Control+Enter');
    await expect(staged(page)).toHaveText('1 change');

    await (await cellOf(grid, rowOf(grid, 'one'), 'note')).click();
    await panel.getByRole('button', { name: 'Set NULL' }).click();
    await (await cellOf(grid, rowOf(grid, 'one'), 'picture')).click();
    await panel.getByRole('button', { name: 'Remove attribute' }).click();
    await panel.getByRole('button', { name: 'Add attribute' }).click();
    await panel.getByRole('textbox', { name: 'Attribute name' }).fill('shelf');
    await choose(panel, 'shelf type', 'Number');
    await panel.getByRole('textbox', { name: 'shelf', exact: true }).fill('7');
    await panel.getByRole('button', { name: 'Stage change' }).click();

    await page.getByRole('button', { name: 'Review changes' }).click();
    const review = page.getByRole('dialog', { name: 'Review changes' });
    await review.getByRole('button', { name: 'Commit' }).click();
    await expect(review).toBeHidden();
    expect(await other.item('Values', { id: { S: 'one' } })).toEqual({
      id: { S: 'one' },
      createdAt: { N: String(noon) },
      info: { M: { price: { N: '12345678901234567890.5' }, tags: { SS: ['b', 'c'] } } },
      note: { NULL: true },
      shelf: { N: '7' },
    });
  });

  test('loses nothing that is typed', async ({ page }) => {
    const grid = await showTable(page, 'Values');
    const note = await cellOf(grid, rowOf(grid, 'two'), 'note');
    const panel = await inspect(page, note);
    await panel.getByRole('tab', { name: 'Form' }).click();
    await panel.getByRole('textbox', { name: 'note', exact: true }).fill('typed');
    await (await cellOf(grid, rowOf(grid, 'one'), 'note')).click();
    await expect(panel).toContainText('Still with note of two');
    await panel.getByRole('textbox', { name: 'note', exact: true }).press('Escape');
    await expect(panel.getByRole('alert')).toContainText('What you typed is not staged.');
    await panel.getByRole('button', { name: 'Stage it' }).click();
    await expect(panel).toBeHidden();
    await expect(note).toHaveText('typed');
    await expect(staged(page)).toHaveText('1 change');
    await page.getByRole('button', { name: 'Discard changes' }).click();
  });
});
