import { expect, test } from '@playwright/test';
import { startBrowserHost } from './hosts/browser-app.ts';
import { makeDataFolder } from './hosts/host-process.ts';
import { cellOf, editCell, rowOf, showTable } from './support/grid.ts';
import { createOtherClient } from './support/other-client.ts';
import { commitChanges, stagedStatus } from './support/staging.ts';
import { expectCount } from './support/workbench.ts';

const item = { id: { S: 'a' }, colour: { S: 'red' } };

test('what is staged is there after the app was started again', async ({ browser }) => {
  const folder = await makeDataFolder();
  const start = async () => {
    const host = startBrowserHost(folder.path);
    const [, sandbox = ''] = await host.line(/^Sandbox at (\S+)$/);
    const [, url = ''] = await host.line(/^Sortkey is ready at (\S+)$/);
    return { host, url, other: createOtherClient(sandbox) };
  };

  const first = await start();
  await first.other.makeTable({ name: 'Things', keys: { id: 'S' }, items: [item] });
  const page = await browser.newPage();
  await page.goto(first.url);
  const grid = await showTable(page, 'Things');
  await editCell(await cellOf(grid, rowOf(grid, 'a'), 'colour'), 'colour', 'white');
  await expect(stagedStatus(page)).toHaveText('1 change');
  await page.close();
  await first.host.end();

  const second = await start();
  const another = await browser.newPage();
  await another.goto(second.url);
  const again = await showTable(another, 'Things');
  await expect(stagedStatus(another)).toHaveText('1 change');
  await expectCount(another, '1 item');
  await expect(await cellOf(again, rowOf(again, 'a'), 'colour')).toHaveText('white');
  await commitChanges(another);
  expect(await second.other.items('Things')).toEqual([{ colour: { S: 'white' }, id: item.id }]);
  await another.close();
  await second.host.end();
  await folder.remove();
});
