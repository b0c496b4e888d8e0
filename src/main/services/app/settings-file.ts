import { join } from 'node:path';
import { defaultSettings, settingsSchema } from '../../../contract/app.ts';
import type { Settings } from '../../../contract/app.ts';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import { readUsersFile, writeJsonFile } from '../files/json-file.ts';

type PartialSettings = { [Name in keyof Settings]?: Settings[Name] | undefined };

export type SettingsFile = {
  readonly read: () => Promise<Settings>;
  /** Merges and answers all of them. SETTINGS_NOT_WRITTEN where the disk refuses. */
  readonly merge: (part: PartialSettings) => Promise<Settings>;
};

/** The settings, in the data folder. `onSettings` is told of them when they are read and changed. */
export function settingsFileIn(
  dataFolder: string,
  onSettings: (settings: Settings) => void = () => {},
): SettingsFile {
  const path = join(dataFolder, 'settings.json');
  let settings = defaultSettings;
  let loading: Promise<void> | undefined;
  let lastWrite = Promise.resolve();

  async function loadOnce(): Promise<void> {
    const kept = await readUsersFile(path, settingsSchema.partial());
    settings = mergeSettings(defaultSettings, kept ?? {});
    onSettings(settings);
  }

  async function read(): Promise<Settings> {
    loading ??= loadOnce();
    await loading;
    return settings;
  }

  async function write(): Promise<void> {
    try {
      await writeJsonFile(path, settings);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      const message = `The settings were not written to ${path}: ${reason}`;
      throw new SortkeyError('SETTINGS_NOT_WRITTEN', message, {}, { cause });
    }
  }

  return {
    read,
    async merge(part) {
      await read();
      const merged = mergeSettings(settings, part);
      settings = merged;
      onSettings(merged);
      // One write after another, so that the last one written is the latest.
      lastWrite = lastWrite.catch(() => {}).then(write);
      await lastWrite;
      return merged;
    },
  };
}

function mergeSettings(settings: Settings, part: PartialSettings): Settings {
  const given = Object.entries(part).filter(([, value]) => value !== undefined);
  return { ...settings, ...(Object.fromEntries(given) as Partial<Settings>) };
}
