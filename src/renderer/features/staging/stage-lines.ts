import type { Item } from '../../../domain/attribute-value.ts';
import { parseItem } from '../../../domain/parse-dynamodb-json.ts';
import type { StagedChange } from './staged-change.ts';

/** A staged change as a line of what is kept; undefined takes back what was kept for the row. */
export function stageLine(rowKey: string, change: StagedChange | undefined): string {
  if (change === undefined) return JSON.stringify({ rowKey, change: null });
  const { original, edited, copyOf } = change;
  const kept = { original: original ?? null, edited: edited ?? null, copyOf };
  return JSON.stringify({ rowKey, change: kept });
}

/** Lines joined to one text of about the given length at most; a longer line is one by itself. */
export function takeLines(
  rowKeys: Iterable<string>,
  lineOf: (rowKey: string) => string,
  maximumLength: number,
): { readonly taken: readonly string[]; readonly entries: string } {
  const taken: string[] = [];
  const lines: string[] = [];
  let length = 0;
  for (const rowKey of rowKeys) {
    const line = lineOf(rowKey);
    if (lines.length > 0 && length + line.length + 1 > maximumLength) break;
    taken.push(rowKey);
    lines.push(line);
    length += line.length + 1;
  }
  return { taken, entries: lines.join('\n') };
}

export type ReadStageLines = {
  /** By row key, each as its last line says. */
  readonly changes: ReadonlyMap<string, StagedChange>;
  /** Lines that are none: of another version, or torn. */
  readonly unreadable: number;
};

/** What lines say is staged. */
export function readStageLines(text: string): ReadStageLines {
  const changes = new Map<string, StagedChange>();
  let unreadable = 0;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    try {
      const { rowKey, change } = readLine(line);
      if (change === undefined) changes.delete(rowKey);
      else changes.set(rowKey, change);
    } catch {
      // Counted, and told by who asked: the other lines count all the same.
      unreadable += 1;
    }
  }
  return { changes, unreadable };
}

type Kept = { original?: unknown; edited?: unknown; copyOf?: unknown };

function readLine(line: string): { rowKey: string; change: StagedChange | undefined } {
  const { rowKey, change } = JSON.parse(line) as { rowKey?: unknown; change?: Kept | null };
  if (typeof rowKey !== 'string' || change === undefined) throw new Error('no line of a stage');
  if (change === null) return { rowKey, change: undefined };
  const { copyOf } = change;
  const original = readItem(change.original);
  const edited = readItem(change.edited);
  if (original === undefined && edited === undefined) throw new Error('a change of nothing');
  const kept: StagedChange = { rowKey, original, edited };
  return { rowKey, change: typeof copyOf === 'string' ? { ...kept, copyOf } : kept };
}

function readItem(value: unknown): Item | undefined {
  return value === null || value === undefined ? undefined : parseItem(value);
}
