import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import type { AttributeMap, AttributeValue, Item } from '../../../domain/attribute-value.ts';
import { openLineWriter } from './line-writer.ts';
import type { Outcome } from './write-outcome.ts';

/** What was done to one item. `before` is as it was read, where it was. */
export type RecordLine = Outcome & {
  readonly key: AttributeMap;
  readonly before?: AttributeValue | Item | undefined;
};

/**
 * The record of one run: JSON lines. The first says what, where and when; then there is one for
 * each item that was tried; the last says how it ended.
 */
export type RecordFile = {
  readonly recordId: string;
  readonly path: string;
  /** Names the items that are sent next: should the app die, they are the ones not known of. */
  readonly sending: (keys: readonly AttributeMap[]) => Promise<void>;
  readonly write: (line: RecordLine) => Promise<void>;
  /** Waits until all lines are on the disk. */
  readonly flush: () => Promise<void>;
  /** Writes the last line, and closes the file. */
  readonly end: (end: {
    readonly end: string;
    readonly [member: string]: unknown;
  }) => Promise<void>;
};

const idPattern = /^\d{8}T\d{6}-[0-9a-f]{8}$/;
export const sendingEnding = '.sending';
export const recordEnding = '.jsonl';

export function recordPathOf(folder: string, recordId: string): string | undefined {
  return idPattern.test(recordId) ? join(folder, recordId + recordEnding) : undefined;
}

/** Makes the file of a record, with its first line. Every failure is RECORD_NOT_WRITTEN. */
export async function createRecord(folder: string, header: object): Promise<RecordFile> {
  const moment = new Date().toISOString().replace(/[-:]|\.\d+Z/g, '');
  const recordId = `${moment}-${randomUUID().slice(0, 8)}`;
  const path = join(folder, recordId + recordEnding);
  const sendingPath = join(folder, recordId + sendingEnding);

  async function surely<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (cause) {
      throw notWritten(path, cause);
    }
  }

  const lines = await surely(async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const writer = await openLineWriter(path);
    await writer.write(JSON.stringify({ sortkey: 'bulk record', version: 1, ...header }));
    await writer.flush(true);
    return writer;
  });
  return {
    recordId,
    path,
    sending: (keys) =>
      surely(() => {
        const text = keys.map((key) => `${JSON.stringify(key)}\n`).join('');
        return writeFile(sendingPath, text, { mode: 0o600, flush: true });
      }),
    write: ({ key, before, outcome, reason }) =>
      surely(() => lines.write(JSON.stringify({ key, before, outcome, reason }))),
    flush: () => surely(() => lines.flush(true)),
    end: (end) =>
      surely(async () => {
        try {
          await lines.write(JSON.stringify(end));
          await lines.flush(true);
          await rm(sendingPath, { force: true });
        } finally {
          await lines.close();
        }
      }),
  };
}

/** Records whose run was cut off by the death of the app. */
export async function cutOffRecords(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder);
    return names
      .filter((name) => name.endsWith(sendingEnding))
      .map((name) => name.slice(0, -sendingEnding.length))
      .filter((name) => idPattern.test(name));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw cause;
  }
}

function notWritten(path: string, cause: unknown): SortkeyError {
  const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
  return new SortkeyError(
    'RECORD_NOT_WRITTEN',
    `The record ${path} cannot be written (${reason}), so nothing more is sent. ` +
      'Make room on the disk, and look at the items before you go on.',
    {},
    { cause },
  );
}
