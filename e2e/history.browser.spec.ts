import { expect, test } from '@playwright/test';
import { startBrowserHost } from './hosts/browser-app.ts';
import { makeDataFolder } from './hosts/host-process.ts';
import { showTable } from './support/grid.ts';
import { entryOf, openHistory } from './support/history.ts';
import { createOtherClient } from './support/other-client.ts';
import { expectCount, pick } from './support/workbench.ts';

const items = [{ id: { S: 'a' } }, { id: { S: 'b' } }];

test('what was run is in the history after the app was started again', async ({ browser }) => {
  const folder = await makeDataFolder();
  const start = async () => {
    const host = startBrowserHost(folder.path);
    const [, sandbox = ''] = await host.line(/^Sandbox at (\S+)$/);
    const [, url = ''] = await host.line(/^Sortkey is ready at (\S+)$/);
    const page = await browser.newPage();
    await page.goto(url);
    return { host, page, other: createOtherClient(sandbox) };
  };
  const value = (of: typeof first.page) => of.getByRole('textbox', { name: 'Partition key value' });

  const first = await start();
  await first.other.makeTable({ name: 'Things', keys: { id: 'S' }, items });
  await showTable(first.page, 'Things');
  await expectCount(first.page, '2 items');
  await pick(first.page, 'Query');
  await value(first.page).fill('b');
  await first.page.getByRole('button', { name: 'Run' }).click();
  await expectCount(first.page, '1 item');
  await first.page.close();
  await first.host.end();

  const second = await start();
  const history = await openHistory(second.page);
  await entryOf(history, 'Query', 'Things', 'id = "b"').click();
  await expect(history).toBeHidden();
  await expect(value(second.page)).toHaveValue('b');
  await second.page.close();
  await second.host.end();
  await folder.remove();
});
