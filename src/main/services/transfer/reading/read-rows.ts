import { SortkeyError } from '../../../../contract/sortkey-error.ts';
import type { UserFile } from '../../../ports/file-access.ts';
import { FileSyntaxError } from './file-syntax-error.ts';
import { createRowSplitter } from './row-splitter.ts';
import type { JsonLayout, ScannedRow } from './scanned-row.ts';

/** The rows that ended in one more chunk of a file. */
export type RowsRead = {
  readonly rows: readonly ScannedRow[];
  /** Bytes from the start of the file. */
  readonly bytesRead: number;
  /** Undefined while there is only white space. */
  readonly layout: JsonLayout | undefined;
};

/**
 * An item is at most 400 KB; written with every character escaped, in DynamoDB JSON and indented,
 * it may take some megabytes. A row of more text than this is not kept.
 */
const maximumRowBytes = 16 * 1024 * 1024;

/**
 * Reads a file from start to end as rows, holding little more than a row of it. Throws
 * FILE_MALFORMED with `data.line` and `data.column`, FILE_NOT_READABLE, CANCELLED.
 */
export async function* readRows(file: UserFile, signal?: AbortSignal): AsyncGenerator<RowsRead> {
  const splitter = createRowSplitter({ maximumRowBytes });
  let bytesRead = 0;
  try {
    for await (const chunk of file.read(signal)) {
      if (signal?.aborted) break;
      bytesRead += chunk.length;
      yield { rows: splitter.push(chunk), bytesRead, layout: splitter.layout() };
    }
    if (!signal?.aborted) yield { rows: splitter.end(), bytesRead, layout: splitter.layout() };
  } catch (cause) {
    if (!signal?.aborted) throw readingError(file.name, cause);
  }
  if (signal?.aborted) {
    throw new SortkeyError('CANCELLED', `Reading ${file.name} was cancelled.`);
  }
}

function readingError(fileName: string, cause: unknown): SortkeyError {
  if (cause instanceof SortkeyError) return cause;
  if (cause instanceof FileSyntaxError) {
    const { line, column, message } = cause;
    return new SortkeyError(
      'FILE_MALFORMED',
      `${fileName}, line ${line}, column ${column}: ${message}.`,
      { data: { line, column } },
      { cause },
    );
  }
  const why = cause instanceof Error ? cause.message : String(cause);
  return new SortkeyError(
    'FILE_NOT_READABLE',
    `${fileName} cannot be read (${why}). Check that it is still there and may be read.`,
    {},
    { cause },
  );
}
