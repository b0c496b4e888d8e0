import { expect, test } from 'vitest';
import { browserCommand, openBrowser } from './open-browser.ts';

const url = 'http://127.0.0.1:1/?token=t';

test('each system has its own command', () => {
  expect(browserCommand(url, 'darwin', {})).toEqual(['open', url]);
  expect(browserCommand(url, 'win32', {})).toEqual([
    'rundll32',
    'url.dll,FileProtocolHandler',
    url,
  ]);
  expect(browserCommand(url, 'linux', { DISPLAY: ':0' })).toEqual(['xdg-open', url]);
  expect(browserCommand(url, 'linux', { WAYLAND_DISPLAY: 'w' })).toEqual(['xdg-open', url]);
  expect(browserCommand(url, 'linux', { WSL_DISTRO_NAME: 'Debian' })).toEqual(['wslview', url]);
  expect(browserCommand(url, 'linux', {})).toBeUndefined();
});

test('a failure is told, never thrown at nobody', async () => {
  await expect(openBrowser(url, ['/nowhere/opener', url])).rejects.toThrow(
    '/nowhere/opener: spawn',
  );
  const failing = [process.execPath, '-e', 'process.exit(3)'] as const;
  await expect(openBrowser(url, failing)).rejects.toThrow('ended with code 3');
  await openBrowser(url, [process.execPath, '-e', '']);
});
