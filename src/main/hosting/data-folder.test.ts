import { expect, test } from 'vitest';
import { defaultDataFolder } from './data-folder.ts';

const home = '/home/ann';

const on = (platform: NodeJS.Platform, env: Record<string, string> = {}) =>
  defaultDataFolder({ platform, env, home });

test('lies where the operating system keeps data', () => {
  expect(on('linux')).toBe('/home/ann/.local/share/sortkey');
  expect(on('linux', { XDG_DATA_HOME: '/data' })).toBe('/data/sortkey');
  expect(on('linux', { XDG_DATA_HOME: 'relative' })).toBe('/home/ann/.local/share/sortkey');
  expect(on('darwin')).toBe('/home/ann/Library/Application Support/sortkey');
  expect(on('win32', { LOCALAPPDATA: 'C:\\L' })).toBe('C:\\L\\sortkey');
});
