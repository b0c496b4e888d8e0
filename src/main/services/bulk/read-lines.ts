import { createReadStream } from 'node:fs';

export type LineAt = {
  readonly text: string;
  /** Bytes before the line, and before the next one. */
  readonly from: number;
  readonly to: number;
};

const newline = 10;

/** The lines of a file from a byte on. What follows the last newline is no line yet. */
export async function* readLines(path: string, start = 0): AsyncGenerator<LineAt, void, void> {
  let parts: Buffer[] = [];
  let from = start;
  for await (const chunk of createReadStream(path, { start }) as AsyncIterable<Buffer>) {
    let at = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, at)) {
      parts.push(chunk.subarray(at, end));
      const bytes = parts.length === 1 ? parts[0] : Buffer.concat(parts);
      parts = [];
      at = end + 1;
      const to = from + (bytes?.length ?? 0) + 1;
      yield { text: bytes?.toString('utf8') ?? '', from, to };
      from = to;
    }
    if (at < chunk.length) parts.push(chunk.subarray(at));
  }
}
