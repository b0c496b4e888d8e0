import type { Locator, Page } from '@playwright/test';
import { expectColumn, gridOf, showTable } from './support/grid.ts';
import { expectGoodLooks } from './support/looks.ts';
import { expect, test } from './support/test.ts';
import { expectCount } from './support/workbench.ts';

// A table of its own for each test: what is arranged is kept by the table's name.
const things = {
  keys: { id: 'S' },
  items: [
    { id: { S: 'a' }, colour: { S: 'red' }, size: { N: '9' }, weight: { N: '3' } },
    { id: { S: 'b' }, colour: { S: 'blue' }, size: { N: '10' }, weight: { N: '1' } },
    { id: { S: 'c' }, colour: { S: 'green' }, size: { N: '-1' }, weight: { N: '2' } },
  ],
} as const;

const header = (grid: Locator, name: string) =>
  grid.getByRole('columnheader', { name, exact: true });

async function expectOrder(grid: Locator, names: readonly string[]): Promise<void> {
  const read = () =>
    grid
      .getByRole('columnheader')
      .evaluateAll((headers) => headers.map((one) => one.getAttribute('aria-label')));
  await expect.poll(read).toEqual(names);
}

async function placeOf(locator: Locator) {
  const place = await locator.boundingBox();
  if (place === null) throw new Error('It is not on the screen.');
  return { ...place, middle: place.y + place.height / 2, right: place.x + place.width };
}

/** Drags from one place to another, as a hand does: in steps. */
async function drag(page: Page, from: number, to: number, y: number): Promise<void> {
  await page.mouse.move(from, y);
  await page.mouse.down();
  await page.mouse.move((from + to) / 2, y, { steps: 4 });
  await page.mouse.move(to, y, { steps: 4 });
}

async function chooseInMenu(page: Page, grid: Locator, name: string, entry: string): Promise<void> {
  await header(grid, name).hover();
  await page.getByRole('button', { name: `Column ${name} menu`, exact: true }).click();
  await page.getByRole('menuitem', { name: entry, exact: true }).click();
  await expect(page.getByRole('menu')).toBeHidden();
}

/** Loads the page again, and answers the grid that it shows. */
async function reload(page: Page, name: string): Promise<Locator> {
  // Leaving the page writes what still waits.
  await page.reload();
  await expectCount(page, '3 items');
  return gridOf(page, name);
}

test('columns are moved, pinned, hidden and resized, and stay so', async ({ page, other }) => {
  await other.makeTable({ name: 'Arranged', ...things });
  const grid = await showTable(page, 'Arranged');
  await expectCount(page, '3 items');
  await expectOrder(grid, ['id', 'colour', 'size', 'weight']);

  await test.step('a drag moves, with a line where the column would go', async () => {
    const from = await placeOf(header(grid, 'weight'));
    const to = await placeOf(header(grid, 'colour'));
    await drag(page, from.x + 20, to.x + 8, from.middle);
    const line = await placeOf(page.locator('[data-drop-line]'));
    expect(Math.abs(line.x - to.x)).toBeLessThan(3);
    await page.mouse.up();
    await expectOrder(grid, ['id', 'weight', 'colour', 'size']);
    await expect(header(grid, 'weight')).toHaveAttribute('aria-sort', 'none');
  });

  await test.step('Escape leaves a column where it was', async () => {
    const from = await placeOf(header(grid, 'weight'));
    const to = await placeOf(header(grid, 'size'));
    await drag(page, from.x + 20, to.right - 8, from.middle);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expectOrder(grid, ['id', 'weight', 'colour', 'size']);
  });

  await chooseInMenu(page, grid, 'size', 'Pin');
  await expectOrder(grid, ['id', 'size', 'weight', 'colour']);
  await chooseInMenu(page, grid, 'colour', 'Hide');
  await expectOrder(grid, ['id', 'size', 'weight']);

  const before = await placeOf(header(grid, 'weight'));
  await drag(page, before.right - 1, before.right + 79, before.middle);
  await page.mouse.up();
  const widthOf = async (name: string) => (await placeOf(header(grid, name))).width;
  await expect.poll(() => widthOf('weight')).toBe(before.width + 80);

  const again = await reload(page, 'Arranged');
  await expectOrder(again, ['id', 'size', 'weight']);
  await expect.poll(() => widthOf('weight')).toBe(before.width + 80);

  await page.getByRole('button', { name: 'Columns', exact: true }).click();
  const columns = page.getByRole('dialog', { name: 'Columns' });
  await expect(columns.getByRole('checkbox', { name: 'colour' })).not.toBeChecked();
  await columns.getByRole('button', { name: 'Reset layout' }).click();
  await page.keyboard.press('Escape');
  await expectOrder(again, ['id', 'colour', 'size', 'weight']);
  await expect.poll(() => widthOf('weight')).toBe(before.width);
});

test('a click on a name sorts the loaded rows, and the third one gives their order back', async ({
  page,
  other,
}) => {
  await other.makeTable({ name: 'Sorted', ...things });
  const grid = await showTable(page, 'Sorted');
  await expectCount(page, '3 items');
  const size = header(grid, 'size');
  await size.click();
  await expectColumn(grid, 'size', ['-1', '9', '10']);
  await expect(size).toHaveAttribute('aria-sort', 'ascending');
  await size.click();
  await expectColumn(grid, 'size', ['10', '9', '-1']);
  await expect(size).toHaveAttribute('aria-sort', 'descending');
  await expect(size).toHaveAttribute('title', /loaded rows/);
  await size.click({ button: 'right' });
  await expect(page.getByRole('menuitem', { name: 'Clear sort' })).toBeVisible();
  await expectGoodLooks(page, 'the menu of a column');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await size.click();
  await expect(size).toHaveAttribute('aria-sort', 'none');
});

test('columns are arranged by the keyboard alone', async ({ page, other }) => {
  await other.makeTable({ name: 'Walked', ...things });
  const grid = await showTable(page, 'Walked');
  await expectCount(page, '3 items');
  await grid.locator('[data-row="0"][data-column="1"]').click();
  await page.keyboard.press('ArrowUp');
  await expect(header(grid, 'id')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(header(grid, 'colour')).toBeFocused();

  await test.step('Enter sorts', async () => {
    await page.keyboard.press('Enter');
    await expectColumn(grid, 'colour', ['blue', 'green', 'red']);
  });

  await test.step('the menu moves, and gives the focus back to the header', async () => {
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByRole('menuitem', { name: 'Move right', exact: true }).press('Enter');
    await expectOrder(grid, ['id', 'size', 'colour', 'weight']);
    await expect(header(grid, 'colour')).toBeFocused();
  });

  await test.step('Shift and an arrow resize', async () => {
    const { width } = await placeOf(header(grid, 'colour'));
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(async () => (await placeOf(header(grid, 'colour'))).width).toBe(width + 16);
  });

  await test.step('the next column takes the focus of one that is hidden', async () => {
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByRole('menuitem', { name: 'Hide', exact: true }).press('Enter');
    await expectOrder(grid, ['id', 'size', 'weight']);
    await expect(header(grid, 'weight')).toBeFocused();
  });

  await test.step('a cell opens the menu of its column, and gets the focus back', async () => {
    await page.keyboard.press('ArrowDown');
    const cell = grid.locator('[data-row="0"][data-column="3"]');
    await expect(cell).toBeFocused();
    await page.keyboard.press('Alt+ArrowDown');
    await expect(page.getByRole('menuitem', { name: 'Fit width', exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(cell).toBeFocused();
  });
});

test('attributes of any name and number are found, shown and hidden', async ({ page, other }) => {
  const odd = ['', '__proto__', 'a.b', '😀', 'constructor'];
  const many = Array.from({ length: 300 }, (_, index) => `n${String(index).padStart(3, '0')}`);
  const item = Object.fromEntries([...odd, ...many].map((name) => [name, { S: name }]));
  const rows = ['a', 'b', 'c'].map((id) => ({
    id: { S: id },
    ...(id === 'a' ? item : Object.fromEntries(many.map((name) => [name, { S: id }]))),
  }));
  await other.makeTable({ name: 'Oddities', ...things, items: rows });
  const grid = await showTable(page, 'Oddities');
  await expectCount(page, '3 items');
  // Of three hundred, those in sight are drawn.
  expect(await grid.getByRole('columnheader').count()).toBeLessThan(40);

  await page.getByRole('button', { name: 'Columns', exact: true }).click();
  const columns = page.getByRole('dialog', { name: 'Columns' });
  await columns.getByRole('textbox', { name: 'Search columns' }).fill('n');
  await columns.getByRole('button', { name: 'Hide all' }).click();
  await columns.getByRole('textbox', { name: 'Search columns' }).fill('n299');
  await columns.getByRole('checkbox', { name: 'n299' }).check();
  await expect(columns).toContainText('6 of 306 columns are shown.');
  await expectGoodLooks(page, 'the list of columns');
  await page.keyboard.press('Escape');
  await expect(columns).toBeHidden();
  await expectOrder(grid, ['id', 'n299', 'Attribute without a name', '__proto__', 'a.b', '😀']);

  await chooseInMenu(page, grid, '__proto__', 'Pin');
  await expectOrder(grid, ['id', '__proto__', 'n299', 'Attribute without a name', 'a.b', '😀']);
  const again = await reload(page, 'Oddities');
  await expectOrder(again, ['id', '__proto__', 'n299', 'Attribute without a name', 'a.b', '😀']);
});
