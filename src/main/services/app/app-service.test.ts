import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appContract } from '../../../contract/app.ts';
import { createAppService } from './app-service.ts';
import { settingsFileIn } from './settings-file.ts';

let folder: string;
const opened: string[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sortkey-app-'));
  opened.splice(0);
});
afterEach(() => rm(folder, { recursive: true }));

function start(dataFolder = folder) {
  return createAppService({
    version: '0.1.0',
    dataFolder,
    ports: {
      host: 'electron',
      openLink: async (url) => {
        opened.push(url);
      },
    },
    settings: settingsFileIn(dataFolder),
  });
}

const defaults = { colourScheme: 'auto', sidebarFolded: false, sampleDataOffered: false };

describe('settings', () => {
  it('are the defaults at first, and are kept', async () => {
    const app = start();
    expect(await app.readSettings()).toEqual(defaults);
    await app.writeSettings({ colourScheme: 'dark' });
    expect(await app.writeSettings({ connectionId: 'sandbox' })).toEqual({
      ...defaults,
      colourScheme: 'dark',
      connectionId: 'sandbox',
    });
    expect(await start().readSettings()).toMatchObject({ colourScheme: 'dark' });
  });

  it('keep what others wrote at the same moment', async () => {
    const app = start();
    await Promise.all([
      app.writeSettings({ colourScheme: 'light' }),
      app.writeSettings({ sidebarFolded: true }),
      app.writeSettings({ sampleDataOffered: true }),
    ]);
    expect(await start().readSettings()).toEqual({
      colourScheme: 'light',
      sidebarFolded: true,
      sampleDataOffered: true,
    });
  });

  it('are told to whom they concern, when they are read and when they change', async () => {
    await start().writeSettings({ resultMemoryMegabytes: 64 });
    const told: (number | undefined)[] = [];
    const settings = settingsFileIn(folder, (all) => told.push(all.resultMemoryMegabytes));
    await settings.read();
    await settings.read();
    await settings.merge({ colourScheme: 'dark' });
    await settings.merge({ resultMemoryMegabytes: 128 });
    expect(told).toEqual([64, 64, 128]);
  });

  it('arrive without defaults that nobody wrote', async () => {
    const schema = appContract.writeSettings['~orpc'].inputSchema;
    expect(await schema?.['~standard'].validate({ sidebarFolded: true })).toEqual({
      value: { sidebarFolded: true },
    });
  });

  it('are the defaults where the file was broken by hand', async () => {
    await writeFile(join(folder, 'settings.json'), '{"colourScheme": 7');
    expect(await start().readSettings()).toEqual(defaults);
  });

  it('say where they could not be written', async () => {
    const app = start(join(folder, 'gone'));
    await expect(app.writeSettings({ sidebarFolded: true })).rejects.toMatchObject({
      code: 'SETTINGS_NOT_WRITTEN',
      message: expect.stringContaining(join(folder, 'gone', 'settings.json')) as string,
    });
    await expect(readFile(join(folder, 'gone', 'settings.json'))).rejects.toThrow('ENOENT');
  });
});

describe('links', () => {
  it('to documentation are opened', async () => {
    const url = 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.html#a';
    await start().openLink(url);
    expect(opened).toEqual([url]);
  });

  it.each([
    'http://docs.aws.amazon.com/',
    'https://docs.aws.amazon.com.example.org/',
    'https://user:pass@docs.aws.amazon.com/',
    'https://docs.aws.amazon.com:8443/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'nonsense',
  ])('elsewhere are not: %s', async (url) => {
    await expect(start().openLink(url)).rejects.toMatchObject({
      code: 'LINK_NOT_ALLOWED',
      message: `${url} was not opened: Sortkey opens only pages of its documentation.`,
    });
    expect(opened).toEqual([]);
  });
});
