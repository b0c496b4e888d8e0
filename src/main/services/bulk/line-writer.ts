import { open } from 'node:fs/promises';

/** Appends lines to a file of its own, made for its owner only. */
export type LineWriter = {
  /** Waits while too much is on its way to the file. Throws what writing threw. */
  readonly write: (line: string) => Promise<void>;
  /** Waits until all lines are in the file, with `durable` past a loss of power too. */
  readonly flush: (durable?: boolean) => Promise<void>;
  readonly close: () => Promise<void>;
};

const maximumWaiting = 256 * 1024;

export async function openLineWriter(path: string): Promise<LineWriter> {
  const file = await open(path, 'wx', 0o600);
  let waiting: string[] = [];
  let waitingLength = 0;
  let failure: { readonly error: unknown } | undefined;
  let writing: Promise<void> | undefined;

  /** What came while the file was written goes in together, next. */
  async function writeOut(): Promise<void> {
    try {
      while (waiting.length > 0) {
        const text = waiting.join('');
        waiting = [];
        waitingLength = 0;
        await file.appendFile(text);
      }
    } catch (error) {
      failure ??= { error };
    } finally {
      writing = undefined;
    }
  }

  async function flush(durable = false): Promise<void> {
    for (let current = writing; current !== undefined; current = writing) await current;
    if (failure !== undefined) throw failure.error;
    if (durable) await file.datasync();
  }

  return {
    async write(line) {
      if (failure !== undefined) throw failure.error;
      waiting.push(`${line}\n`);
      waitingLength += line.length;
      writing ??= writeOut();
      if (waitingLength > maximumWaiting) await flush();
    },
    flush,
    async close() {
      try {
        await flush();
      } finally {
        await file.close();
      }
    },
  };
}
