import type { Locator, Page } from '@playwright/test';
import { cellOf, columnTexts, expectColumn, showTable } from './support/grid.ts';
import { expect, test } from './support/test.ts';
import { expectCount } from './support/workbench.ts';

const slots = [1, 2, 3, 4, 5, 6];
// Each test has a table of its own name: a page that opens shows the last one again, whole or not.
const shelf = {
  keys: { shelf: 'S', slot: 'N' },
  items: slots.map((slot) => ({
    shelf: { S: 'A' },
    slot: { N: String(slot) },
    colour: { S: `colour ${slot}` },
    price: { N: `${slot}.50` },
    tags: { SS: ['x', `t${slot}`] },
  })),
} as const;

type Key = { shelf: { S: string }; slot: { N: string } };
const keyOf = (slot: number): Key => ({ shelf: { S: 'A' }, slot: { N: String(slot) } });

const selection = (page: Page) => page.getByRole('status', { name: 'Selection' });
const staged = (page: Page) => page.getByRole('status', { name: 'Staged changes' });

/** The cell of an attribute in the row of a number, from 1 on. */
async function at(grid: Locator, row: number, attribute: string): Promise<Locator> {
  return cellOf(grid, grid.locator(`[role="row"][aria-rowindex="${row + 1}"]`), attribute);
}

const left = async (cell: Locator) => (await cell.boundingBox())?.x;

async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.hover();
  await page.mouse.down();
  await to.hover();
  await page.mouse.up();
}

/** Copies by the key, and gives the text that came on the clipboard. */
async function copied(page: Page): Promise<string | null> {
  const body = page.locator('body');
  await body.evaluate((element) => {
    element.removeAttribute('data-copied');
    const listener = ({ clipboardData }: ClipboardEvent) =>
      element.setAttribute('data-copied', clipboardData?.getData('text/plain') ?? '');
    document.addEventListener('copy', listener, { once: true });
  });
  await page.keyboard.press('Control+c');
  await expect(body).toHaveAttribute('data-copied');
  return body.getAttribute('data-copied');
}

/** Pastes text that another program has copied. */
async function pasteText(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

async function commit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Review changes' }).click();
  const dialog = page.getByRole('dialog', { name: 'Review changes' });
  await dialog.getByRole('button', { name: 'Commit' }).click();
  await expect(dialog).toBeHidden();
}

test('cells are selected by mouse and by keys, and told of', async ({ page, other }) => {
  await other.makeTable({ ...shelf, name: 'Ranges' });
  const grid = await showTable(page, 'Ranges');
  await expectCount(page, '6 items');
  const selected = grid.locator('[role="gridcell"][aria-selected="true"]');

  await drag(page, await at(grid, 2, 'colour'), await at(grid, 4, 'price'));
  await expect(selection(page)).toHaveText('3 rows × 2 columns selected');
  await expect(selected).toHaveCount(6);
  await expect(await at(grid, 2, 'colour')).toBeFocused();

  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(selection(page)).toHaveText('2 rows × 3 columns selected');
  await (await at(grid, 6, 'colour')).click({ modifiers: ['Shift'] });
  await expect(selection(page)).toHaveText('5 rows × 1 column selected');
  await page.keyboard.press('Escape');
  await expect(selection(page)).toHaveText('');
  await expect(selected).toHaveCount(0);

  await test.step('pinned cells stay in their column while they are selected or edited', async () => {
    const header = await left(grid.getByRole('columnheader', { name: 'slot', exact: true }));
    await drag(page, await at(grid, 2, 'slot'), await at(grid, 3, 'colour'));
    expect(await left(await at(grid, 2, 'slot'))).toBe(header);
    await (await at(grid, 2, 'colour')).dblclick();
    await expect(grid.getByRole('textbox', { name: 'colour' })).toBeFocused();
    expect(await left(await at(grid, 2, 'slot'))).toBe(header);
    await page.keyboard.press('Escape');
  });

  await test.step('whole rows by their numbers, all rows, and a column', async () => {
    const number = (row: number) => grid.locator(`[data-row="${row - 1}"][data-column="0"]`);
    await number(2).click();
    await number(4).click({ modifiers: ['Shift'] });
    await number(6).click({ modifiers: ['Control'] });
    await expect(selection(page)).toHaveText('4 rows selected');
    await expect(grid.locator('[role="row"][aria-selected="true"]')).toHaveCount(4);
    await drag(page, number(1), number(3));
    await expect(selection(page)).toHaveText('3 rows selected');
    await page.keyboard.press('Control+a');
    await expect(selection(page)).toHaveText('6 rows selected');
    await (await at(grid, 1, 'price')).click();
    await page.keyboard.press('Control+Space');
    await expect(selection(page)).toHaveText('6 rows × 1 column selected');
    await (await at(grid, 1, 'price')).click();
    await page.keyboard.press('Control+Shift+End');
    await expect(selection(page)).toHaveText('6 rows × 2 columns selected');
  });
});

test('what is copied is what spreadsheets and programs read', async ({ page, other }) => {
  await other.makeTable({ ...shelf, name: 'Copies' });
  const grid = await showTable(page, 'Copies');
  await expectCount(page, '6 items');
  await (await at(grid, 1, 'tags')).click();
  expect(await copied(page)).toMatch(/^\{"SS":\[.*\]\}$/);
  const price = (await columnTexts(grid, 'price')).slice(0, 2);
  await drag(page, await at(grid, 1, 'colour'), await at(grid, 2, 'price'));
  expect(await copied(page)).toBe(`colour 1\t${price[0]}\ncolour 2\t${price[1]}`);

  await test.step('in other forms from the menu', async () => {
    await page.evaluate(() => {
      Object.defineProperty(navigator.clipboard, 'writeText', {
        value: (text: string) => Promise.resolve(document.body.setAttribute('data-copied', text)),
      });
    });
    const copyAs = async (form: string) => {
      await (await at(grid, 1, 'colour')).click({ button: 'right' });
      const menu = page.getByRole('menu', { name: 'Cells' });
      await menu.getByRole('menuitem', { name: 'Copy as' }).press('ArrowRight');
      await page.getByRole('menuitem', { name: form, exact: true }).click();
      await expect(menu).toBeHidden();
      return page.locator('body').getAttribute('data-copied');
    };
    expect(await copyAs('CSV with header')).toBe(
      `colour,price\r\ncolour 1,${price[0]}\r\ncolour 2,${price[1]}\r\n`,
    );
    expect(await copyAs('JSON')).toBe(
      `[\n  {"colour":"colour 1","price":${price[0]}},\n  {"colour":"colour 2","price":${price[1]}}\n]`,
    );
    expect(await copyAs('Python')).toContain(
      `{"colour": "colour 1", "price": Decimal("${price[0]}")}`,
    );
    await expect(await at(grid, 1, 'colour')).toBeFocused();
  });
});

test('a block from a spreadsheet is pasted, typed by its cells, in one step', async ({
  page,
  other,
}) => {
  await other.makeTable({ ...shelf, name: 'Pastes' });
  const grid = await showTable(page, 'Pastes');
  await expectCount(page, '6 items');
  await (await at(grid, 5, 'slot')).click();
  await pasteText(page, '70\tred\t12345678901234567890.5\r\n80\t"two\nlines"\t9\r\n90\tx\t1\r\n');
  await expect(page.getByText('5 cells were left out')).toContainText(
    'key attributes cannot be edited in place (2); the grid has no more rows (3)',
  );
  await expect(staged(page)).toHaveText('2 changes');
  await expect(await at(grid, 5, 'price')).toHaveText('12345678901234567890.5');

  await test.step('one value fills all that is selected', async () => {
    await drag(page, await at(grid, 1, 'colour'), await at(grid, 3, 'colour'));
    await pasteText(page, 'blue');
    await expectColumn(grid, 'colour', ['blue', 'blue', 'blue', 'colour 4', 'red', 'two⏎lines']);
  });

  await test.step('what the grid copied keeps its types', async () => {
    await (await at(grid, 4, 'tags')).click();
    await page.keyboard.press('Control+c');
    await (await at(grid, 1, 'colour')).click();
    await page.keyboard.press('Control+v');
    await expect(await at(grid, 1, 'colour')).toHaveText(
      await (await at(grid, 4, 'tags')).innerText(),
    );
  });

  await commit(page);
  expect(await other.item('Pastes', keyOf(5))).toMatchObject({
    colour: { S: 'red' },
    price: { N: '12345678901234567890.5' },
  });
  expect(await other.item('Pastes', keyOf(6))).toMatchObject({ colour: { S: 'two\nlines' } });
  expect(await other.item('Pastes', keyOf(1))).toMatchObject({
    colour: { SS: expect.arrayContaining(['t4', 'x']) },
  });
});

test('values are filled down, set to NULL and removed', async ({ page, other }) => {
  await other.makeTable({ ...shelf, name: 'Fills' });
  const grid = await showTable(page, 'Fills');
  await expectCount(page, '6 items');
  await (await at(grid, 1, 'colour')).click();
  for (let count = 0; count < 3; count += 1) await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+d');
  await expectColumn(grid, 'colour', [
    ...Array.from({ length: 4 }, () => 'colour 1'),
    'colour 5',
    'colour 6',
  ]);
  await expect(staged(page)).toHaveText('3 changes');

  const menu = page.getByRole('menu', { name: 'Cells' });
  await drag(page, await at(grid, 5, 'price'), await at(grid, 6, 'price'));
  await page.keyboard.press('Shift+F10');
  await menu.getByRole('menuitem', { name: 'Set NULL' }).click();
  await expect(await at(grid, 6, 'price')).toHaveText('null');
  await expect(await at(grid, 5, 'price')).toBeFocused();
  await (await at(grid, 4, 'price')).click({ button: 'right' });
  await expect(menu.getByRole('menuitem', { name: 'Delete', exact: true })).toBeVisible();
  await menu.getByRole('menuitem', { name: 'Remove attribute' }).click();
  await expect(await at(grid, 4, 'price')).toHaveAccessibleName('missing');

  await commit(page);
  expect(await other.item('Fills', keyOf(6))).toMatchObject({ price: { NULL: true } });
  expect(await other.item('Fills', keyOf(4))).not.toHaveProperty('price');
  expect(await other.item('Fills', keyOf(3))).toMatchObject({ colour: { S: 'colour 1' } });
});

test('a row is gone to by its number', async ({ page, other }) => {
  await other.makeTable({
    ...shelf,
    name: 'Rows',
    items: Array.from({ length: 90 }, (_, index) => keyOf(index + 1)),
  });
  const grid = await showTable(page, 'Rows');
  await expectCount(page, '90 items');
  await (await at(grid, 1, 'slot')).click();
  await page.keyboard.press('Control+g');
  const dialog = page.getByRole('dialog', { name: 'Go to row' });
  const input = dialog.getByRole('textbox', { name: 'Row number' });
  await expect(input).toBeFocused();
  await page.keyboard.type('91');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('Type a number from 1 to 90.');
  await input.fill('77');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(await at(grid, 77, 'slot')).toBeFocused();
  await expect(await at(grid, 77, 'slot')).toHaveText('77');

  await test.step('and back by keys, a page at a time', async () => {
    await page.keyboard.press('PageUp');
    await expect(await at(grid, 77, 'slot')).not.toBeFocused();
    await page.keyboard.press('Control+Home');
    await expect(grid.locator('[data-row="0"][data-column="0"]')).toBeFocused();
    await page.keyboard.press('Control+g');
    await page.keyboard.press('Escape');
    await expect(grid.locator('[data-row="0"][data-column="0"]')).toBeFocused();
  });
});
