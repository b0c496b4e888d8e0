import { open, stat } from 'node:fs/promises';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import { readLines } from './read-lines.ts';
import { recordPathOf } from './record-file.ts';

export type RecordWindow = {
  readonly header: string;
  /** A JSON array. */
  readonly lines: string;
  readonly total: number;
  readonly end: string | undefined;
};

/** Where every so many lines begin, so that a window is found without reading from the start. */
type RecordIndex = {
  readonly size: number;
  readonly header: string;
  readonly starts: readonly number[];
  readonly total: number;
  readonly end: string | undefined;
};

const linesBetweenStarts = 500;
/** A window ends after so many characters: a line may hold an item of 400 KB. */
const maximumWindowLength = 4 * 1024 * 1024;
const maximumIndexes = 10;

/** Reads windows of records. RECORD_NOT_FOUND where there is none of that name. */
export function createRecordReader(folder: string) {
  const indexes = new Map<string, RecordIndex>();

  async function indexOf(recordId: string, path: string): Promise<RecordIndex> {
    const { size } = await stat(path);
    const known = indexes.get(recordId);
    if (known?.size === size) return known;
    const index = await readIndex(path, size);
    indexes.delete(recordId);
    indexes.set(recordId, index);
    for (const oldest of indexes.keys()) {
      if (indexes.size <= maximumIndexes) break;
      indexes.delete(oldest);
    }
    return index;
  }

  return async (recordId: string, first: number, count: number): Promise<RecordWindow> => {
    const path = recordPathOf(folder, recordId);
    if (path === undefined || !(await exists(path))) throw notFound(recordId);
    const { header, starts, total, end } = await indexOf(recordId, path);
    const wanted = Math.min(count, Math.max(total - first, 0));
    const block = Math.floor(first / linesBetweenStarts);
    const start = starts[block];
    const lines: string[] = [];
    if (start !== undefined && wanted > 0) {
      let at = block * linesBetweenStarts;
      let length = 0;
      for await (const { text } of readLines(path, start)) {
        if (at >= first) lines.push(text);
        if (at >= first) length += text.length;
        at += 1;
        if (lines.length === wanted || length > maximumWindowLength) break;
      }
    }
    return { header, lines: `[${lines.join(',')}]`, total, end };
  };
}

async function readIndex(path: string, size: number): Promise<RecordIndex> {
  const starts: number[] = [];
  let header = '{}';
  let total = 0;
  let end: string | undefined;
  for await (const { text, from } of readLines(path)) {
    if (from === 0) header = text;
    else if (text.startsWith('{"end":')) end = text;
    else {
      if (total % linesBetweenStarts === 0) starts.push(from);
      total += 1;
    }
  }
  return { size, header, starts, total, end };
}

async function exists(path: string): Promise<boolean> {
  try {
    await (await open(path)).close();
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw cause;
  }
}

function notFound(recordId: string): SortkeyError {
  return new SortkeyError(
    'RECORD_NOT_FOUND',
    `There is no record ${recordId} in the data folder. It may have been deleted.`,
  );
}
