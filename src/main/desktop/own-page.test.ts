import { expect, test } from 'vitest';
import { ownArguments } from './own-arguments.ts';
import { ownPage } from './own-page.ts';

const refused = 'Refused: only the page of Sortkey itself';

test('the page itself is let through', () => {
  const senderFrame = { url: 'app://sortkey/index.html?x#y', parent: null };
  expect(ownPage({ senderFrame })).toBe(senderFrame);
});

const strangers = [
  'app://other/index.html',
  'app://sortkey.evil.example/',
  'app://sortkey:1/',
  'app://sortkey@evil.example/',
  'https://sortkey/',
  'file:///app://sortkey/',
  'about:blank',
  'data:text/html,app://sortkey/',
  '',
];
for (const url of strangers) {
  test(`a page at "${url}" is refused`, () => {
    expect(() => ownPage({ senderFrame: { url, parent: null } })).toThrow(refused);
  });
}

test('a frame in the page, and one that has gone, are refused', () => {
  const url = 'app://sortkey/index.html';
  expect(() => ownPage({ senderFrame: { url, parent: { url } } })).toThrow(refused);
  expect(() => ownPage({ senderFrame: null })).toThrow(refused);
});

test("Chromium's switches are not taken for mistakes; ours are kept", () => {
  const args = ['--no-sandbox', '--remote-debugging-port=0', '--port', '1', '--enable-logging'];
  expect(ownArguments([...args, '-psn_0_1', '--no-open', '--prot'])).toEqual([
    '--port',
    '1',
    '--no-open',
    '--prot',
  ]);
});
