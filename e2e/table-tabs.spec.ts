import { gridOf, showTable } from './support/grid.ts';
import { expect, test } from './support/test.ts';
import { expectCount } from './support/workbench.ts';

const things = { name: 'Things', keys: { id: 'S' }, items: [{ id: { S: 'a' } }] } as const;

test('the table that was shown last is shown again in another window', async ({
  page,
  other,
  running,
}) => {
  await other.makeTable(things);
  await other.makeTable({ name: 'Others', keys: { id: 'S' } });
  await showTable(page, 'Others');
  await showTable(page, 'Things');
  await expectCount(page, '1 item');
  const window = await running.openPage(() => {});
  await expect(gridOf(window.page, 'Things')).toBeVisible();

  await other.send('DeleteTable', { TableName: 'Things' });
  await window.close();
  const late = await running.openPage(() => {});
  await expect(late.page.getByRole('tab', { name: 'Others' })).toBeVisible();
  await expect(late.page.getByRole('tab', { name: 'Things' })).toBeHidden();
  await late.close();
});

test('the table that is shown is read again when it is chosen once more', async ({
  page,
  other,
}) => {
  await other.makeTable(things);
  await showTable(page, 'Things');
  await expectCount(page, '1 item');
  await other.putItem('Things', { id: { S: 'b' } });
  await showTable(page, 'Things');
  await expectCount(page, '2 items');
});
