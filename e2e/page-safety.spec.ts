import { expect, test } from './fixtures.ts';

// The policy tells of each thing it stops in the page's console.
const policy =
  /Content Security Policy|violates the following|Refused to|Failed to load|ERR_BLOCKED/;

test.use({ expectedConsoleErrors: [policy] });

test('the page has nothing of Node, and of its host the frozen surface at most', async ({
  page,
  app,
}) => {
  const seen = await page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global', 'electron'].filter(
      (name) => name in globalThis,
    ),
    surface: Object.keys(Reflect.get(globalThis, 'sortkey') ?? {}),
  }));
  expect(seen.node).toEqual([]);
  expect(seen.surface).toEqual(app.host === 'browser' ? [] : ['requestPort', 'referenceFile']);
});

const intruders: [name: string, html: (mark: string) => string][] = [
  ['an inline handler', (mark) => `<img src="data:," onerror="${mark}">`],
  ['a script URL', (mark) => `<a id="intruder" href="javascript:${mark}">x</a>`],
  ['a frame', (mark) => `<iframe srcdoc="<script>parent.${mark}</script>"></iframe>`],
  ['a style without the nonce', () => '<style>:root { --intruder: yes }</style>'],
  ['a foreign base', () => '<base href="http://127.0.0.1:1/">'],
];
for (const [name, html] of intruders) {
  test(`${name} that finds its way into the page does nothing`, async ({ page }) => {
    const before = await page.evaluate(() => document.baseURI);
    const markup = html("document.documentElement.setAttribute('data-ran', 'yes')");
    await page.locator('body').evaluate((body, text) => {
      body.insertAdjacentHTML('beforeend', text);
      document.getElementById('intruder')?.click();
    }, markup);
    // By the time that a later image is there, all of it has been loaded or stopped.
    await page.locator('body').evaluate(async (body) => {
      const image = new Image();
      image.src = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>';
      body.append(image);
      await image.decode();
    });
    const root = page.locator('html');
    await expect(root).not.toHaveAttribute('data-ran', 'yes');
    await expect(root).not.toHaveCSS('--intruder', /yes/);
    expect(await page.evaluate(() => document.baseURI)).toBe(before);
  });
}

test('a script that is not a file of the app does not run', async ({ page }) => {
  const mark = "document.documentElement.setAttribute('data-ran', 'yes')";
  await page.addScriptTag({ content: mark }).catch(() => {});
  const url = `data:text/javascript,${encodeURIComponent(mark)}`;
  await expect(page.addScriptTag({ url })).rejects.toThrow('addScriptTag');
  await expect(page.locator('html')).not.toHaveAttribute('data-ran', 'yes');
});

const messengers: [name: string, send: (url: string) => Promise<unknown>][] = [
  ['a request', (url) => fetch(url, { method: 'POST', mode: 'no-cors', body: '{}' })],
  [
    'an image',
    (url) => {
      const image = new Image();
      image.src = `${url}/x.png`;
      return image.decode();
    },
  ],
  [
    'a WebSocket',
    (url) =>
      new Promise((resolve, reject) => {
        const socket = new WebSocket(url.replace('http', 'ws'));
        socket.addEventListener('open', resolve);
        socket.addEventListener('error', () => reject(new Error('stopped')));
      }),
  ],
];
for (const [name, send] of messengers) {
  test(`${name} to anybody else is stopped`, async ({ page, app }) => {
    const stopped: string[] = [];
    page.on('console', (message) => stopped.push(message.text()));
    await expect(page.evaluate(send, app.sandboxEndpoint)).rejects.toThrow('page.evaluate');
    expect(stopped.join()).toMatch(/Content Security Policy/);
  });
}
