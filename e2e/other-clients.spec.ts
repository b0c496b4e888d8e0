import { gridOf, openItem, rowOf, showTable } from './support/grid.ts';
import { openSandbox } from './support/connections.ts';
import { environmentShown, pythonScript, runOutside, whyNot } from './support/outside.ts';
import { sorted } from './support/raw-client.ts';
import { saveItem, stagedStatus } from './support/staging.ts';
import { expect, test } from './support/test.ts';
import { expectCount, openOperation, openTable, response } from './support/workbench.ts';

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
const elsewhere = { name: 'Elsewhere', keys: { id: 'S' } } as const;

test('an item of every type, opened in each view and saved unchanged, stays as it was', async ({
  page,
  other,
}) => {
  await other.makeTable({ ...elsewhere, items: [everyType] });
  const before = await other.items('Elsewhere');
  const grid = await showTable(page, 'Elsewhere');
  for (const tab of ['Form', 'JSON', 'DynamoDB JSON']) {
    const dialog = await openItem(page, rowOf(grid, 'every-type'));
    await dialog.getByRole('tab', { name: tab, exact: true }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    await expect(stagedStatus(page)).toBeHidden();
    expect(await other.items('Elsewhere'), `saved in ${tab}`).toEqual(before);
  }
});

for (const tab of ['Form', 'JSON', 'DynamoDB JSON']) {
  test(`one attribute changed in ${tab} changes nothing else`, async ({ page, other }) => {
    await other.makeTable({ ...elsewhere, items: [everyType] });
    const grid = await showTable(page, 'Elsewhere');
    const dialog = await openItem(page, rowOf(grid, 'every-type'));
    await dialog.getByRole('tab', { name: tab, exact: true }).click();
    if (tab === 'Form') {
      await dialog.getByRole('textbox', { name: 'empty', exact: true }).fill('full');
    } else {
      const editor = dialog.getByRole('textbox', { name: tab, exact: true });
      const text = await editor.innerText();
      const [from, to] =
        tab === 'JSON'
          ? ['"empty": ""', '"empty": "full"']
          : ['"empty": {\n    "S": ""', '"empty": {\n    "S": "full"'];
      expect(text).toContain(from);
      await editor.fill(text.replace(from, to));
    }
    await saveItem(page);
    expect(await other.items('Elsewhere')).toEqual([
      sorted({ ...everyType, empty: { S: 'full' } }),
    ]);
  });
}

test('a conflict with another client shows both versions and writes nothing unasked', async ({
  page,
  other,
}) => {
  const key = { id: { S: 'plain' } };
  await other.makeTable({ ...elsewhere, items: [{ ...key, colour: { S: 'red' } }] });
  const grid = await showTable(page, 'Elsewhere');
  const dialog = await openItem(page, rowOf(grid, 'plain'));
  await dialog.getByRole('tab', { name: 'DynamoDB JSON' }).click();
  await dialog
    .getByRole('textbox', { name: 'DynamoDB JSON' })
    .fill('{"id": {"S": "plain"}, "colour": {"S": "green"}}');
  await other.putItem('Elsewhere', { ...key, colour: { S: 'blue' } });
  await dialog.getByRole('button', { name: 'Write now' }).click();
  const conflict = dialog.getByRole('alert');
  await expect(conflict).toContainText('The item was changed since you read it.');
  await expect(conflict).toContainText('green');
  await expect(conflict).toContainText('blue');
  expect(await other.item('Elsewhere', key)).toEqual(sorted({ ...key, colour: { S: 'blue' } }));
});

test('a table that another client makes or deletes comes and goes in the list', async ({
  page,
  other,
}) => {
  const link = page.getByRole('navigation', { name: 'Tables' }).getByRole('link');
  await expect(link).toHaveCount(0);
  await other.makeTable({ ...elsewhere, items: [{ id: { S: 'here' } }] });
  await expect(link).toHaveText(/^Elsewhere/);
  await openTable(page, 'Elsewhere');
  await expectCount(page, '1 item');
  await other.clear();
  await expect(link).toHaveCount(0);
});

test('boto3 and the app read what the other wrote, down to the last digit', async ({
  page,
  other,
}) => {
  const reason = await whyNot('python3', ['-c', 'import boto3']);
  test.skip(reason !== undefined, reason);
  await other.makeTable(elsewhere);
  const sandbox = await openSandbox(page);
  const environment = await environmentShown(sandbox);
  await sandbox.getByRole('button', { name: 'Close' }).click();

  await runOutside('python3', [pythonScript('put_every_type.py'), 'Elsewhere'], environment);
  const grid = await showTable(page, 'Elsewhere');
  const dialog = await openItem(page, rowOf(grid, 'from boto3'));
  const field = (name: string) => dialog.getByRole('textbox', { name, exact: true });
  await expect(field('string')).toHaveValue('Ünïcödé 😀');
  await expect(field('number')).toHaveValue('1234567890.1234567890123456789012345678');
  await dialog.getByRole('tab', { name: 'DynamoDB JSON' }).click();
  const text = await dialog.getByRole('textbox', { name: 'DynamoDB JSON' }).innerText();
  expect(sorted(setsSorted(JSON.parse(text)))).toEqual(
    sorted({
      id: { S: 'from boto3' },
      string: { S: 'Ünïcödé 😀' },
      number: { N: '1234567890.1234567890123456789012345678' },
      binary: { B: 'AAEC/w==' },
      yes: { BOOL: true },
      no: { BOOL: false },
      nothing: { NULL: true },
      strings: { SS: ['a', 'b'] },
      numbers: { NS: ['1', '2.5'] },
      binaries: { BS: ['/w==', 'AA=='] },
      list: { L: [{ N: '1' }, { S: 'two' }, { NULL: true }] },
      map: { M: { 'a.b': { M: { deep: { N: '-0.5' } } } } },
    }),
  );
  await dialog.getByRole('tab', { name: 'Form' }).click();
  await field('number').fill('0.98765432109876543210987654321098765432');
  await saveItem(page);

  const get = [pythonScript('get_item.py'), 'Elsewhere', '{"id": "from boto3"}'];
  const read = JSON.parse(await runOutside('python3', get, environment)) as unknown;
  expect(read).toEqual({
    id: 'from boto3',
    string: 'Ünïcödé 😀',
    number: '0.98765432109876543210987654321098765432',
    binary: '000102ff',
    yes: true,
    no: false,
    nothing: null,
    strings: ['a', 'b'],
    numbers: ['1', '2.5'],
    binaries: ['00', 'ff'],
    list: ['1', 'two', null],
    map: { 'a.b': { deep: '-0.5' } },
  });
});

test('the code that is shown does in Python what Send does', async ({ page, other }) => {
  const reason = await whyNot('python3', ['-c', 'import boto3']);
  test.skip(reason !== undefined, reason);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const sandbox = await openSandbox(page);
  const environment = await environmentShown(sandbox);
  await sandbox.getByRole('button', { name: 'Close' }).click();
  const item = { id: { S: 'one' }, 'a name': { S: 'red' }, size: { N: '1' } };
  await other.makeTable({ ...elsewhere, items: [item] });
  await showTable(page, 'Elsewhere');
  const operation = await openOperation(page, 'Update');
  await operation.getByRole('textbox', { name: 'Key', exact: true }).fill('{"id": "one"}');
  await operation
    .getByRole('textbox', { name: 'Update expression' })
    .fill('SET #n = :name, size = size + :more');
  await operation
    .getByRole('textbox', { name: 'Expression attribute names' })
    .fill('{"#n": "a name"}');
  await operation
    .getByRole('textbox', { name: 'Expression attribute values' })
    .fill('{":name": "größer", ":more": 0.00000000000000000001}');
  await operation.getByRole('button', { name: 'Code' }).click();
  await page.getByRole('region', { name: 'Code' }).getByRole('button', { name: 'Copy' }).click();
  const code = await page.evaluate(() => navigator.clipboard.readText());
  await runOutside('python3', ['-c', code], environment);
  const changed = {
    'a name': { S: 'größer' },
    id: item.id,
    size: { N: '1.00000000000000000001' },
  };
  expect(await other.items('Elsewhere')).toEqual([changed]);
  await other.putItem('Elsewhere', item);
  await operation.getByRole('button', { name: 'Send' }).click();
  await expect(response(page)).toContainText('200');
  expect(await other.items('Elsewhere')).toEqual([changed]);
});

test('the AWS CLI and the app read what the other wrote', async ({ page, other }) => {
  const reason = await whyNot('aws', ['--version']);
  test.skip(reason !== undefined, reason);
  const sandbox = await openSandbox(page);
  const environment = await environmentShown(sandbox);
  await sandbox.getByRole('button', { name: 'Close' }).click();
  await other.makeTable(elsewhere);
  const aws = (...args: string[]) => runOutside('aws', ['dynamodb', ...args], environment);

  const item = '{"id": {"S": "from the CLI"}, "price": {"N": "12.000000000000000000001"}}';
  await aws('put-item', '--table-name', 'Elsewhere', '--item', item);
  const grid = await showTable(page, 'Elsewhere');
  await expect(rowOf(grid, 'from the CLI')).toContainText('12.000000000000000000001');
  const dialog = await openItem(page, rowOf(grid, 'from the CLI'));
  await dialog.getByRole('textbox', { name: 'price', exact: true }).fill('13');
  await saveItem(page);
  await expect(gridOf(page, 'Elsewhere')).toContainText('13');

  const key = '{"id": {"S": "from the CLI"}}';
  const read = await aws('get-item', '--table-name', 'Elsewhere', '--key', key, '--output', 'json');
  expect(JSON.parse(read)).toEqual({ Item: { id: { S: 'from the CLI' }, price: { N: '13' } } });
});

const byText = (a: string, b: string) => (a < b ? -1 : 1);

/** The members of sets in one order: they have none of their own. */
function setsSorted(item: Record<string, Record<string, unknown>>): unknown {
  return Object.fromEntries(
    Object.entries(item).map(([name, value]) => {
      const [type, members] = Object.entries(value)[0] ?? [];
      const isSet = (type === 'SS' || type === 'NS' || type === 'BS') && Array.isArray(members);
      return [name, isSet ? { [type]: members.map(String).toSorted(byText) } : value];
    }),
  );
}
