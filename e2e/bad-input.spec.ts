import type { Page } from '@playwright/test';
import { addConnection, fillConnection, removeConnection } from './support/connections.ts';
import { deadEndpoint, expiredEndpoint, silentEndpoint } from './support/endpoints.ts';
import { showTable } from './support/grid.ts';
import type { OtherClient } from './support/other-client.ts';
import { expect, test } from './support/test.ts';
import { openOperation, response } from './support/workbench.ts';

const good = { book_id: { N: '1' }, title: { S: 'one' } };

async function makeBooks(page: Page, other: OtherClient) {
  await other.makeTable({ name: 'Books', keys: { book_id: 'N', title: 'S' }, items: [good] });
  return showTable(page, 'Books');
}

const file = (name: string, text: string) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});

test('a broken file is refused with its line and column', async ({ page, other }) => {
  const grid = await makeBooks(page, other);
  const text = '[\n  {"book_id": 2, "title": "two"},\n  {"book_id": 3, "title": three}\n]\n';
  await grid.drop({ files: file('broken.json', text) });
  const dialog = page.getByRole('dialog', { name: 'Import into Books' });
  await expect(dialog.getByRole('alert')).toContainText('broken.json, line 3, column 28: expected');
  await expect(dialog.getByRole('alert')).toContainText('Nothing was written');
  await expect(dialog.getByRole('button', { name: 'Start import' })).toBeDisabled();
  expect(await other.items('Books')).toEqual([good]);
});

test('rows that cannot go in are listed with line and reason, and the others go in', async ({
  page,
  other,
}) => {
  const grid = await makeBooks(page, other);
  const rows = [
    '{"book_id": 2, "title": "two"}',
    '{"title": "no key"}',
    '{"book_id": "3", "title": "a wrong type"}',
    `{"book_id": 4, "title": "39 digits", "price": ${'9'.repeat(39)}}`,
    `{"book_id": 5, "title": "too large", "text": "${'x'.repeat(409_600)}"}`,
    '{"book_id": 6, "title": "six", "price": 1.10}',
  ];
  await grid.drop({ files: file('rows.json', `[\n${rows.join(',\n')}\n]`) });
  const dialog = page.getByRole('dialog', { name: 'Import into Books' });
  const rejected = dialog.getByRole('region', { name: 'Rejected rows' }).getByRole('row');
  const expected = [
    /^Row\s+Line\s+Reason$/,
    /^2\s+3\s+The item has no partition key "book_id" \(Number\)\.$/,
    /^3\s+4\s+The partition key "book_id" must be a Number, but it is a String\.$/,
    /^4\s+5\s+price: 9{39} has 39 significant digits; DynamoDB keeps at most 38\.$/,
    /^5\s+6\s+The item takes 409,6\d\d bytes; DynamoDB takes at most 409,600 \(400 KB\)\.$/,
  ];
  await expect(rejected).toHaveText(expected, { useInnerText: true });
  expect(await other.items('Books')).toEqual([good]);

  await dialog.getByRole('button', { name: 'Start import' }).click();
  await expect(dialog.getByRole('status', { name: 'Import result' })).toHaveText(
    '2 items imported, 4 rows rejected',
  );
  await expect(rejected).toHaveText(expected, { useInnerText: true });
  expect(await other.items('Books')).toEqual([
    good,
    { book_id: { N: '2' }, title: { S: 'two' } },
    { book_id: { N: '6' }, price: { N: expect.stringMatching(/^1\.10?$/) }, title: { S: 'six' } },
  ]);
});

test('the item dialog says what is wrong, and saves nothing', async ({ page, other }) => {
  await makeBooks(page, other);
  await page.getByRole('button', { name: 'Add item' }).click();
  const dialog = page.getByRole('dialog', { name: 'Item' });
  const save = dialog.getByRole('button', { name: 'Save' });
  await dialog.getByRole('textbox', { name: 'book_id' }).fill('nine');
  await save.click();
  await expect(dialog.getByRole('alert')).toContainText('book_id: nine is not a number.');
  await dialog.getByRole('textbox', { name: 'book_id' }).fill('9');
  await save.click();
  await expect(dialog.getByRole('alert')).toContainText('The sort key "title" is empty');

  await dialog.getByRole('tab', { name: 'DynamoDB JSON' }).click();
  const editor = dialog.getByRole('textbox', { name: 'DynamoDB JSON' });
  const cases = [
    ['{"book_id": {"N": "9"},\n "title": }', 'Line 2, column 11'],
    ['{"book_id": {"S": "9"}, "title": {"S": "t"}}', 'must be a Number, but it is a String.'],
    [`{"book_id": {"N": "${'9'.repeat(39)}"}, "title": {"S": "t"}}`, '39 significant digits'],
    [
      `{"book_id": {"N": "9"}, "title": {"S": "${'x'.repeat(409_600)}"}}`,
      'The sort key "title" is 409600 bytes long; at most 1024 are possible.',
    ],
    [
      `{"book_id": {"N": "9"}, "title": {"S": "t"}, "text": {"S": "${'x'.repeat(409_600)}"}}`,
      /The item is 409,6\d\d bytes large; DynamoDB takes at most 409,600 \(400 KB\)\./,
    ],
  ] as const;
  for (const [text, words] of cases) {
    await editor.fill(text);
    await save.click();
    await expect(dialog.getByRole('tabpanel')).toContainText(words);
  }
  expect(await other.items('Books')).toEqual([good]);
});

test('an operation that cannot be is not sent, and says why at its field', async ({
  page,
  other,
}) => {
  await makeBooks(page, other);
  const before = await other.items('Books');
  await test.step('an item over 400 KB', async () => {
    const operation = await openOperation(page, 'Put');
    await operation
      .getByRole('textbox', { name: 'Item', exact: true })
      .fill(`{"book_id": 9, "title": "t", "text": "${'x'.repeat(409_600)}"}`);
    await operation.getByRole('button', { name: 'Send' }).click();
    await expect(operation).toContainText(
      /409,6\d\d bytes.*DynamoDB takes at most 409,600 \(400 KB\)/,
    );
  });

  const operation = await openOperation(page, 'Update');
  const update = operation.getByRole('textbox', { name: 'Update expression' });
  const condition = operation.getByRole('textbox', { name: 'Condition expression' });
  const values = operation.getByRole('textbox', { name: 'Expression attribute values' });
  const send = operation.getByRole('button', { name: 'Send' });
  await operation
    .getByRole('textbox', { name: 'Key', exact: true })
    .fill('{"book_id": 1, "title": "one"}');

  await test.step('a syntax error', async () => {
    await update.fill('SET price = = :p');
    await values.fill('{":p": 5}');
    await send.click();
    await expect(update).toHaveAccessibleDescription(
      'Character 13: expected a value or an attribute name, found "="',
    );
    await expect(update).toBeFocused();
  });

  await test.step('names that are not defined', async () => {
    await update.fill('SET #p = :p');
    await send.click();
    await expect(operation).toContainText('#p');
    await expect(operation).toContainText(/not defined|has no|is not|undefined/);
    await update.fill('SET price = :low');
    await send.click();
    await expect(operation).toContainText(':low');
  });

  await test.step('a condition with an unknown function', async () => {
    await update.fill('SET price = :p');
    await condition.fill('is_cheap(price)');
    await send.click();
    await expect(condition).toHaveAccessibleDescription(/is_cheap/);
  });

  await expect(response(page)).toContainText('What DynamoDB answers will stand here.');
  expect(await other.items('Books')).toEqual(before);
});

test('a table name that DynamoDB refuses is refused at its field', async ({ page, other }) => {
  await page.getByRole('button', { name: 'Create table' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create table' });
  const name = dialog.getByRole('textbox', { name: 'Table name' });
  const create = dialog.getByRole('button', { name: 'Create', exact: true });
  await dialog.getByRole('textbox', { name: 'Partition key', exact: true }).fill('id');
  const cases = [
    ['', 'A table name is needed.'],
    ['ab', 'A table name has at least 3 characters; this one has 2.'],
    ['my books', 'A table name may hold letters a–z and A–Z, digits, _ . and -, not a space.'],
    ['Bücher', 'A table name may hold letters a–z and A–Z, digits, _ . and -, not "ü".'],
    ['b'.repeat(256), 'A table name has at most 255 characters; this one has 256.'],
  ] as const;
  for (const [typed, words] of cases) {
    await name.fill(typed);
    await create.click();
    await expect(name).toHaveAccessibleDescription(words);
  }
  expect(await other.tableNames()).toEqual([]);
});

test('a table that is there already is named, and stays as it is', async ({ page, other }) => {
  await makeBooks(page, other);
  await page.getByRole('button', { name: 'Create table' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create table' });
  await dialog.getByRole('textbox', { name: 'Table name' }).fill('Books');
  await dialog.getByRole('textbox', { name: 'Partition key', exact: true }).fill('id');
  await dialog.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('Books already');
  expect(await other.items('Books')).toEqual([good]);
});

test('an endpoint that refuses or keeps silent is told in words, soon', async ({ page }) => {
  const silent = await silentEndpoint();
  const dead = await deadEndpoint();
  try {
    const dialog = await fillConnection(page, { name: 'Nobody', endpoint: dead });
    const test = dialog.getByRole('button', { name: 'Test connection' });
    const problem = dialog.getByRole('alert');
    await test.click();
    await expect(problem).toContainText(`Nothing answers at ${dead}`);
    await expect(problem).toContainText('Check that it is running');
    await dialog.getByRole('textbox', { name: 'Endpoint URL' }).fill(silent.url);
    await expect(problem).toBeHidden();
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    // 5 s, and what a busy machine takes to show it.
    await expect(page.getByRole('main').getByRole('alert')).toContainText(
      `Nothing answers at ${silent.url}`,
      { timeout: 7_000 },
    );
    await removeConnection(page, 'Nobody');
  } finally {
    silent.close();
  }
});

test('expired credentials are told in words', async ({ page }) => {
  const expired = await expiredEndpoint();
  const words = 'The credentials of this connection have expired. Log in again, or type new ones.';
  try {
    await addConnection(page, { name: 'Yesterday', endpoint: expired.url });
    const problem = page.getByRole('main').getByRole('alert');
    await expect(problem).toContainText('The tables of Yesterday cannot be listed');
    await expect(problem).toContainText(words);
    await problem.getByRole('button', { name: 'Technical details' }).click();
    await expect(problem).toContainText('ExpiredTokenException');
    await removeConnection(page, 'Yesterday');
    const dialog = await fillConnection(page, { name: 'Yesterday', endpoint: expired.url });
    await dialog.getByRole('button', { name: 'Test connection' }).click();
    await expect(dialog.getByRole('alert')).toContainText(words);
  } finally {
    expired.close();
  }
});
