import { appendFile, readFile, rm, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { readLines } from './read-lines.ts';
import { cutOffRecords, recordEnding, sendingEnding } from './record-file.ts';

/**
 * Ends the records of runs that died with the app: the items that were on their way then and of
 * which there is no line are told as unknown.
 */
export async function mendRecords(folder: string): Promise<void> {
  for (const recordId of await cutOffRecords(folder)) {
    const path = join(folder, recordId + recordEnding);
    const sendingPath = join(folder, recordId + sendingEnding);
    const sending = (await readFile(sendingPath, 'utf8')).split('\n');
    // A last name without its newline was never sent: the sending began after all were written.
    const unknown = new Set(sending.slice(0, -1));
    let whole = 0;
    let ended = false;
    for await (const { text, to } of readLines(path)) {
      whole = to;
      if (text.startsWith('{"end":')) ended = true;
      const key = keyOfLine(text);
      if (key !== undefined) unknown.delete(key);
    }
    if ((await stat(path)).size > whole) await truncate(path, whole);
    if (!ended) await appendFile(path, endOf([...unknown]));
    await rm(sendingPath, { force: true });
  }
}

function endOf(unknown: readonly string[]): string {
  const reason = 'Sortkey ended while it was sent, so whether it was written is not known.';
  const lines = unknown.map(
    (key) => `{"key":${key},"outcome":"unknown","reason":${JSON.stringify(reason)}}\n`,
  );
  const end = { end: 'interrupted', unknown: unknown.length };
  return `${lines.join('')}${JSON.stringify(end)}\n`;
}

/** The key's text, which is written the same in both files. */
function keyOfLine(text: string): string | undefined {
  if (!text.startsWith('{"key":')) return undefined;
  return JSON.stringify((JSON.parse(text) as { key: unknown }).key);
}
