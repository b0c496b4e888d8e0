import {
  cellOf,
  editCell,
  expectColumn,
  gridOf,
  openItem,
  rowOf,
  showTable,
} from './support/grid.ts';
import { review, saveItem, stagedStatus } from './support/staging.ts';
import { expect, test } from './support/test.ts';
import { choose, expectCount, pick } from './support/workbench.ts';

const books = { name: 'Books', keys: { book_id: 'N', title: 'S' } } as const;
const key = { book_id: { N: '7' }, title: { S: 'Arrow of God' } };
const book = { ...key, price: { N: '12.50' }, shelf: { S: 'A1' } };

test('an item is added in the dialog, field by field', async ({ page, other }) => {
  await other.makeTable(books);
  const grid = await showTable(page, 'Books');
  await expectCount(page, '0 items');
  await page.getByRole('button', { name: 'Add item' }).click();
  const dialog = page.getByRole('dialog', { name: 'Item' });
  await dialog.getByRole('textbox', { name: 'book_id' }).fill('7');
  await dialog.getByRole('textbox', { name: 'title' }).fill('Arrow of God');
  await dialog.getByRole('button', { name: 'Add attribute' }).click();
  await dialog.getByRole('textbox', { name: 'Attribute name' }).fill('price');
  await choose(dialog, 'price type', 'Number');
  await dialog.getByRole('textbox', { name: 'price', exact: true }).fill('12.50');
  await saveItem(page);
  await expectCount(page, '1 item');
  await expect(rowOf(grid, 'Arrow of God')).toContainText('12.5');
  expect(await other.items('Books')).toEqual([
    { book_id: { N: '7' }, price: { N: expect.stringMatching(/^12\.50?$/) }, title: key.title },
  ]);
});

test('a cell edited in place is staged, reviewed, committed and undone', async ({
  page,
  other,
}) => {
  await other.makeTable({ ...books, items: [book] });
  const before = await other.items('Books');
  const grid = await showTable(page, 'Books');
  const row = rowOf(grid, 'Arrow of God');
  await editCell(await cellOf(grid, row, 'price'), 'price', '13.75');
  await expect(stagedStatus(page)).toHaveText('1 change');
  await expect(await cellOf(grid, row, 'price')).toHaveText('13.75');
  expect(await other.items('Books')).toEqual(before);

  const dialog = await review(page);
  await expect(dialog).toContainText('12.5');
  await expect(dialog).toContainText('13.75');
  await dialog.getByRole('button', { name: 'Commit' }).click();
  await expect(dialog).toBeHidden();
  expect(await other.item('Books', key)).toMatchObject({ price: { N: '13.75' } });

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(await cellOf(grid, row, 'price')).toHaveText(/^12\.50?$/);
  expect(await other.items('Books')).toEqual(before);
});

test('a row is deleted only when its deletion is committed, and comes back', async ({
  page,
  other,
}) => {
  await other.makeTable({ ...books, items: [book] });
  const before = await other.items('Books');
  const grid = await showTable(page, 'Books');
  await (await cellOf(grid, rowOf(grid, 'Arrow of God'), 'title')).click();
  await page.keyboard.press('Delete');
  await expect(stagedStatus(page)).toHaveText('1 change');
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await expect(stagedStatus(page)).toBeHidden();
  expect(await other.items('Books')).toEqual(before);

  await (await cellOf(grid, rowOf(grid, 'Arrow of God'), 'title')).click();
  await page.keyboard.press('Delete');
  expect(await other.items('Books')).toEqual(before);
  const dialog = await review(page);
  await expect(dialog).toContainText('deleted');
  await dialog.getByRole('button', { name: 'Commit' }).click();
  await expectCount(page, '0 items');
  expect(await other.items('Books')).toEqual([]);

  await page.getByRole('button', { name: 'Undo' }).click();
  await expectCount(page, '1 item');
  expect(await other.items('Books')).toEqual(before);
});

test('discarded edits leave what was read', async ({ page, other }) => {
  await other.makeTable({ ...books, items: [book] });
  const before = await other.items('Books');
  const grid = await showTable(page, 'Books');
  const cell = await cellOf(grid, rowOf(grid, 'Arrow of God'), 'shelf');
  await editCell(cell, 'shelf', 'B2');
  await expect(cell).toHaveText('B2');
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await expect(cell).toHaveText('A1');
  await expect(stagedStatus(page)).toBeHidden();
  expect(await other.items('Books')).toEqual(before);
});

test('a conflict at the commit shows both versions, and each way out of it holds', async ({
  page,
  other,
}) => {
  await other.makeTable({ ...books, items: [book] });
  const grid = await showTable(page, 'Books');
  const row = rowOf(grid, 'Arrow of God');
  const theirs = { ...book, price: { N: '99' } };

  await editCell(await cellOf(grid, row, 'price'), 'price', '13');
  await other.putItem('Books', theirs);
  const dialog = await review(page);
  await dialog.getByRole('button', { name: 'Commit' }).click();
  const conflict = dialog.getByRole('alert');
  await expect(conflict).toContainText(
    'The item was changed since you read it. Nothing was written.',
  );
  await expect(conflict).toContainText('13');
  await expect(conflict).toContainText('99');
  expect(await other.item('Books', key)).toMatchObject({ price: { N: '99' } });
  await conflict.getByRole('button', { name: 'Take theirs' }).click();
  await expect(dialog).toBeHidden();
  await expect(await cellOf(grid, row, 'price')).toHaveText('99');
  expect(await other.item('Books', key)).toMatchObject({ price: { N: '99' } });

  await editCell(await cellOf(grid, row, 'price'), 'price', '14');
  await other.putItem('Books', { ...theirs, price: { N: '100' }, shelf: { S: 'C3' } });
  await review(page);
  await dialog.getByRole('button', { name: 'Commit' }).click();
  await conflict.getByRole('button', { name: 'Take mine' }).click();
  await expect(dialog).toBeHidden();
  // Only what was edited: the other client's shelf stays.
  expect(await other.item('Books', key)).toMatchObject({ price: { N: '14' }, shelf: { S: 'C3' } });
});

test('values that look like nothing are told apart', async ({ page, other }) => {
  const values = [
    ['1 missing', undefined, 'missing', 'missing'],
    ['2 null', { NULL: true }, 'null', 'null'],
    ['3 empty', { S: '' }, '""', 'empty'],
    ['4 false', { BOOL: false }, 'false', 'boolean'],
    ['5 zero', { N: '0' }, '0', 'number'],
    ['6 text null', { S: 'null' }, 'null', 'string'],
    ['7 text zero', { S: '0' }, '0', 'string'],
    ['8 text false', { S: 'false' }, 'false', 'string'],
  ] as const;
  await other.makeTable({
    name: 'Nothings',
    keys: { id: 'S' },
    items: values.map(([id, v]) => ({ id: { S: id }, ...(v === undefined ? {} : { v }) })),
  });
  const grid = await showTable(page, 'Nothings');
  await expectCount(page, '8 items');
  const looks = new Set<string>();
  for (const [id, , name, kind] of values) {
    const cell = await cellOf(grid, rowOf(grid, id), 'v');
    await expect(cell).toHaveAccessibleName(name);
    await expect(cell.locator('[data-kind]')).toHaveAttribute('data-kind', kind);
    looks.add(
      await cell.evaluate((element) => {
        const shown = element.querySelector('[data-kind]') ?? element;
        const { color, fontStyle, textAlign, backgroundImage } = getComputedStyle(shown);
        const outer = getComputedStyle(element);
        return [
          element.textContent,
          color,
          fontStyle,
          textAlign,
          backgroundImage,
          outer.textAlign,
          outer.justifyContent,
          outer.backgroundImage,
        ].join(' | ');
      }),
    );
  }
  expect([...looks]).toHaveLength(values.length);
});

test('a big table is read page by page, by its index, in both orders', async ({ page, other }) => {
  await page.getByRole('button', { name: 'Load AppData sample' }).click();
  const heading = page.getByRole('heading', { name: 'AppData', exact: true });
  await expect(heading).toBeVisible({ timeout: 30_000 });
  const grid = gridOf(page, 'AppData');
  const run = page.getByRole('button', { name: 'Run', exact: true });
  const partition = page.getByRole('textbox', { name: 'Partition key value' });
  const sort = page.getByRole('textbox', { name: 'Sort key value', exact: true });

  await test.step('load more, and load all', async () => {
    await expectCount(page, '100 items');
    await page.getByRole('button', { name: 'Load more' }).click();
    await expectCount(page, '200 items');
    const described = await other.send('DescribeTable', { TableName: 'AppData' });
    const { ItemCount } = (described as { Table: { ItemCount: number } }).Table;
    expect(ItemCount).toBeGreaterThanOrEqual(2_000);
    await page.getByRole('button', { name: 'Load all' }).click();
    await expectCount(page, `${ItemCount.toLocaleString('en-GB')} items`);
    await expect(page.getByRole('button', { name: 'Load more' })).toBeHidden();
    await expect(page.getByRole('contentinfo')).toContainText('RCU');
  });

  await test.step('query by the beginning of the sort key, and between two', async () => {
    await pick(page, 'Query');
    await partition.fill('LEDGER');
    await run.click();
    await expectCount(page, '40 items');
    await choose(page, 'Sort key condition', 'begins with');
    await sort.fill('ENTRY#000');
    await run.click();
    await expectCount(page, '9 items');
    await choose(page, 'Sort key condition', 'between');
    await sort.fill('ENTRY#0010');
    await page.getByRole('textbox', { name: 'Sort key value to' }).fill('ENTRY#0012');
    await sort.press('Enter');
    await expectCount(page, '3 items');
    await expectColumn(grid, 'sk', ['ENTRY#0010', 'ENTRY#0011', 'ENTRY#0012']);
  });

  await test.step('descending, and within a limit', async () => {
    await page.getByRole('button', { name: 'Options' }).click();
    await pick(page, 'Descending');
    await page.getByRole('textbox', { name: 'Limit' }).fill('2');
    await page.keyboard.press('Escape');
    await run.click();
    await expectCount(page, '2 items');
    await expectColumn(grid, 'sk', ['ENTRY#0012', 'ENTRY#0011']);
    await page.getByRole('button', { name: 'Load more' }).click();
    await expectCount(page, '3 items');
  });

  await test.step('query the index, which cannot be read consistently', async () => {
    const line = (await other.send('Scan', { TableName: 'AppData', Limit: 1_000 })) as {
      Items: { gsi1pk?: { S: string }; gsi1sk?: { S: string }; pk: { S: string } }[];
    };
    const value = line.Items.find(({ pk }) => pk.S.startsWith('ORDER#'))?.gsi1pk?.S ?? '';
    const expected = (await other.send('Query', {
      TableName: 'AppData',
      IndexName: 'GSI1',
      KeyConditionExpression: 'gsi1pk = :v',
      ExpressionAttributeValues: { ':v': { S: value } },
    })) as { Count: number };
    await choose(page, 'Index', 'GSI1');
    await partition.fill(value);
    await page.getByRole('button', { name: 'Options' }).click();
    await page.getByRole('textbox', { name: 'Limit' }).fill('');
    const consistent = page.getByRole('switch', { name: 'Consistent read' });
    await expect(consistent).toBeDisabled();
    await expect(consistent).toHaveAccessibleDescription(
      'A global index cannot be read consistently.',
    );
    await page.keyboard.press('Escape');
    await run.click();
    expect(expected.Count).toBeGreaterThan(1);
    await expectCount(page, `${expected.Count} items`);
    await choose(page, 'Index', 'Table: AppData');
    await page.getByRole('button', { name: 'Options' }).click();
    await expect(consistent).toBeEnabled();
  });
});

test('an item of the grid opens whole from a projection of an index', async ({ page, other }) => {
  await other.send('CreateTable', {
    TableName: 'Projected',
    AttributeDefinitions: [
      { AttributeName: 'id', AttributeType: 'S' },
      { AttributeName: 'shelf', AttributeType: 'S' },
    ],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    GlobalSecondaryIndexes: [
      {
        IndexName: 'by-shelf',
        KeySchema: [{ AttributeName: 'shelf', KeyType: 'HASH' }],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ],
    BillingMode: 'PAY_PER_REQUEST',
  });
  const item = { id: { S: 'one' }, shelf: { S: 'A1' }, colour: { S: 'green' } };
  await other.putItem('Projected', item);
  const grid = await showTable(page, 'Projected');
  await choose(page, 'Index', 'by-shelf');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(grid.getByRole('columnheader', { name: 'colour' })).toBeHidden();
  const dialog = await openItem(page, rowOf(grid, 'one'));
  await expect(dialog.getByRole('textbox', { name: 'colour', exact: true })).toHaveValue('green');
  await dialog.getByRole('textbox', { name: 'colour', exact: true }).fill('blue');
  await saveItem(page);
  expect(await other.item('Projected', { id: item.id })).toEqual({
    colour: { S: 'blue' },
    id: item.id,
    shelf: item.shelf,
  });
});
