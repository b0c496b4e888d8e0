import * as z from 'zod';

/**
 * A line of a stage. The items in it are the renderer's own: they are kept as they came, and what
 * they hold is checked when they are sent.
 */
const lineSchema = z.object({
  rowKey: z.string().min(1),
  change: z.union([z.null(), z.record(z.string(), z.unknown())]),
});

/** What is staged, by row key: the line that says so, in the order in which rows were staged. */
export type StageLines = Map<string, string>;

const lineEnd = 0x0a;

/**
 * The last line of each row, without those that take a change back. A line that is no such thing
 * (torn by a crash, written by another version) is passed over: the others count.
 */
export function readStageLines(bytes: Buffer): StageLines {
  const lines: StageLines = new Map();
  // By bytes: a file may be longer than a string can be, and a line may hold U+2028.
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(lineEnd, start);
    const end = found === -1 ? bytes.length : found;
    const text = bytes.toString('utf8', start, end);
    const line = readLine(text);
    if (line?.change === null) lines.delete(line.rowKey);
    else if (line !== undefined) lines.set(line.rowKey, text);
    start = end + 1;
  }
  return lines;
}

/** The number of the first line that could not be read again, from 1; undefined where all can. */
export function findBrokenLine(entries: string): number | undefined {
  const lines = entries.split('\n');
  const index = lines.findIndex((line) => line !== '' && readLine(line) === undefined);
  return index === -1 ? undefined : index + 1;
}

/**
 * Takes the lines of a stage that nobody holds over into one's own. What stays behind is staged for
 * a row that has another change here: neither may be lost.
 */
export function adoptLines(own: StageLines, others: StageLines): StageLines {
  const left: StageLines = new Map();
  for (const [rowKey, line] of others) {
    const held = own.get(rowKey);
    if (held === undefined) own.set(rowKey, line);
    else if (held !== line) left.set(rowKey, line);
  }
  return left;
}

/** Lines joined to texts of about the given length at most; a longer line is one by itself. */
export function* inParts(lines: Iterable<string>, maximumLength: number): Generator<string> {
  let part = '';
  for (const line of lines) {
    if (part !== '' && part.length + line.length + 1 > maximumLength) {
      yield part;
      part = '';
    }
    part += `${line}\n`;
  }
  if (part !== '') yield part;
}

function readLine(text: string): z.infer<typeof lineSchema> | undefined {
  try {
    return lineSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
