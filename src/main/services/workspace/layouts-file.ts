import { join } from 'node:path';
import * as z from 'zod';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import { columnLayoutSchema } from '../../../contract/workspace.ts';
import type { ColumnLayout } from '../../../contract/workspace.ts';
import { readUsersFile, writeJsonFile } from '../files/json-file.ts';

export type LayoutsFile = {
  readonly read: (connectionId: string, tableName: string) => Promise<ColumnLayout | undefined>;
  /** WORKSPACE_NOT_WRITTEN where the disk refuses. */
  readonly write: (connectionId: string, tableName: string, layout: ColumnLayout) => Promise<void>;
};

const fileSchema = z.record(z.string(), columnLayoutSchema);

/** How the columns of each table are shown, in one file of the data folder. */
export function layoutsFileIn(dataFolder: string): LayoutsFile {
  const path = join(dataFolder, 'layouts.json');
  const layouts = new Map<string, ColumnLayout>();
  let loading: Promise<void> | undefined;
  let lastWrite = Promise.resolve();

  async function loadOnce(): Promise<void> {
    const kept = await readUsersFile(path, fileSchema);
    for (const [key, layout] of Object.entries(kept ?? {})) layouts.set(key, layout);
  }

  async function load(): Promise<void> {
    loading ??= loadOnce();
    await loading;
  }

  async function writeAll(): Promise<void> {
    try {
      await writeJsonFile(path, Object.fromEntries(layouts));
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      const message = `The columns' layout was not written to ${path}: ${reason}`;
      throw new SortkeyError('WORKSPACE_NOT_WRITTEN', message, {}, { cause });
    }
  }

  return {
    async read(connectionId, tableName) {
      await load();
      return layouts.get(keyOf(connectionId, tableName));
    },
    async write(connectionId, tableName, layout) {
      await load();
      layouts.set(keyOf(connectionId, tableName), layout);
      // One write after another, so that the last one written is the latest.
      lastWrite = lastWrite.catch(() => {}).then(writeAll);
      await lastWrite;
    },
  };
}

function keyOf(connectionId: string, tableName: string): string {
  return JSON.stringify([connectionId, tableName]);
}
