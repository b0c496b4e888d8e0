import type { Page } from '@playwright/test';
import { cellOf, editCell, gridOf, rowOf, showTable } from './support/grid.ts';
import type { OtherClient } from './support/other-client.ts';
import { expect, test } from './support/test.ts';
import { expectCount, pick } from './support/workbench.ts';

const item = (id: string, price: string, shelf = 'A1') => ({
  id: { S: id },
  price: { N: price },
  shelf: { S: shelf },
});
const ids = ['a', 'b', 'c'];

/** Three items, and an edit of the price of each. */
async function stageThree(page: Page, other: OtherClient) {
  await other.makeTable({
    name: 'Shelf',
    keys: { id: 'S' },
    items: ids.map((id) => item(id, '10')),
  });
  const grid = await showTable(page, 'Shelf');
  await expectCount(page, '3 items');
  for (const id of ids) await editCell(await cellOf(grid, rowOf(grid, id), 'price'), 'price', '11');
  await page.getByRole('button', { name: 'Review changes' }).click();
  return page.getByRole('dialog', { name: 'Review changes' });
}

test('several changes are committed all or nothing, and undone', async ({ page, other }) => {
  const dialog = await stageThree(page, other);
  await expect(dialog).toContainText('3 changes: 3 edited · 3 WCU');
  await pick(dialog, 'All or nothing');
  await expect(dialog).toContainText('3 changes: 3 edited · 6 WCU');
  await other.putItem('Shelf', item('b', '99'));

  await dialog.getByRole('button', { name: 'Commit' }).click();
  const result = dialog.getByRole('status', { name: 'Commit result' });
  await expect(result).toHaveText('1 in conflict · 2 held back');
  expect(await other.items('Shelf')).toEqual([item('a', '10'), item('b', '99'), item('c', '10')]);

  const conflict = dialog.getByRole('alert');
  await expect(conflict.getByRole('columnheader')).toHaveText([
    'Attribute',
    'Original, as you read it',
    'Yours',
    'Theirs, as it stands now',
  ]);
  await expect(conflict.getByRole('button', { name: 'Merge' })).toBeDisabled();
  await conflict.getByRole('button', { name: 'Take mine' }).click();
  await expect(conflict).toBeHidden();
  await dialog.getByRole('button', { name: 'Commit' }).click();
  await expect(dialog).toBeHidden();
  expect(await other.items('Shelf')).toEqual(ids.map((id) => item(id, '11')));

  await other.putItem('Shelf', item('c', '12'));
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  const undo = page.getByRole('dialog', { name: 'Undo' });
  await expect(undo).toContainText('One item was not undone:');
  await expect(undo.getByRole('listitem')).toHaveText(
    'id = "c": it was changed again since; what stands now is left as it is.',
  );
  await undo.getByRole('button', { name: 'Close' }).last().click();
  await expect(undo).toBeHidden();
  expect(await other.items('Shelf')).toEqual([item('a', '10'), item('b', '99'), item('c', '12')]);
});

test('an edit is merged with what somebody else wrote', async ({ page, other }) => {
  await other.makeTable({ name: 'Shelf', keys: { id: 'S' }, items: [item('a', '10')] });
  const grid = await showTable(page, 'Shelf');
  await editCell(await cellOf(grid, rowOf(grid, 'a'), 'price'), 'price', '11');
  await editCell(await cellOf(grid, rowOf(grid, 'a'), 'shelf'), 'shelf', 'B2');
  await other.putItem('Shelf', { ...item('a', '12'), colour: { S: 'red' } });
  await page.getByRole('button', { name: 'Review changes' }).click();
  const dialog = page.getByRole('dialog', { name: 'Review changes' });
  await dialog.getByRole('button', { name: 'Commit' }).click();
  const conflict = dialog.getByRole('alert');
  await expect(conflict.getByRole('row')).toContainText([
    'Attribute',
    'changed by both: pick one',
    'changed by you',
    'changed by others',
  ]);
  await conflict.getByRole('radio', { name: 'Take theirs of price' }).check();
  await conflict.getByRole('button', { name: 'Merge' }).click();
  await expect(dialog).toBeHidden();
  expect(await other.item('Shelf', { id: { S: 'a' } })).toEqual({
    colour: { S: 'red' },
    ...item('a', '12', 'B2'),
  });
  await expect(await cellOf(grid, rowOf(grid, 'a'), 'colour')).toHaveText('red');
});

test('two windows edit the same item: one wins, the other sees the conflict', async ({
  page,
  app,
  running,
  other,
}) => {
  test.skip(app.host === 'electron', 'The app has one window there.');
  await other.makeTable({ name: 'Shelf', keys: { id: 'S' }, items: [item('a', '10')] });
  const second = await running.openPage(() => undefined);
  for (const [index, window] of [page, second.page].entries()) {
    const grid = await showTable(window, 'Shelf');
    await editCell(await cellOf(grid, rowOf(grid, 'a'), 'price'), 'price', `${20 + index}`);
    await window.getByRole('button', { name: 'Review changes' }).click();
  }
  for (const window of [page, second.page]) {
    const dialog = window.getByRole('dialog', { name: 'Review changes' });
    await dialog.getByRole('button', { name: 'Commit' }).click();
  }
  await expect(page.getByRole('dialog', { name: 'Review changes' })).toBeHidden();
  const conflict = second.page.getByRole('dialog', { name: 'Review changes' }).getByRole('alert');
  await expect(conflict).toContainText('The item was changed since you read it.');
  await expect(conflict.getByRole('row', { name: /price/ })).toContainText('20');
  expect(await other.item('Shelf', { id: { S: 'a' } })).toEqual(item('a', '20'));
  await conflict.getByRole('button', { name: 'Take theirs' }).click();
  await expect(
    await cellOf(gridOf(second.page, 'Shelf'), rowOf(gridOf(second.page, 'Shelf'), 'a'), 'price'),
  ).toHaveText('20');
  await second.close();
});
