import { open, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

/** A temporary file that chunks are written to once they may not stay in memory. */
export type SpillFile = {
  /** Writes at the end, and answers where. */
  readonly write: (bytes: Uint8Array) => Promise<number>;
  /** A few rows: what was read lately is kept. */
  readonly read: (position: number, length: number) => Promise<Uint8Array>;
  /** A whole chunk: past the cache. */
  readonly readWhole: (position: number, length: number) => Promise<Uint8Array>;
  readonly size: () => number;
  /** Deletes the file, once what is under way has ended. */
  readonly dispose: () => Promise<void>;
};

const blockBytes = 64 * 1024;
/** 8 MB: some windows of rows, or a hundred rows from anywhere. */
const keptBlocks = 128;

/** The file comes into being with the first write. Nobody but its owner can read it. */
export function createSpillFile(path: string): SpillFile {
  let opening: Promise<FileHandle> | undefined;
  /** Where the file ends: all before it is written. */
  let end = 0;
  let writing: Promise<unknown> = Promise.resolve();
  /** Full blocks by number, in the order of their last use. */
  const blocks = new Map<number, Promise<Uint8Array>>();

  const opened = (): Promise<FileHandle> => (opening ??= open(path, 'wx+', 0o600));

  /** One after another; what fails leaves no trace. */
  function write(bytes: Uint8Array): Promise<number> {
    const written = writing.then(() => append(bytes));
    writing = written.catch(() => {});
    return written;
  }

  async function append(bytes: Uint8Array): Promise<number> {
    const position = end;
    const file = await opened();
    for (let done = 0; done < bytes.length;) {
      const left = bytes.length - done;
      const { bytesWritten } = await file.write(bytes, done, left, position + done);
      done += bytesWritten;
    }
    end += bytes.length;
    return position;
  }

  async function readWhole(position: number, length: number): Promise<Uint8Array> {
    const file = await opened();
    const bytes = Buffer.allocUnsafeSlow(length);
    for (let done = 0; done < length;) {
      const { bytesRead } = await file.read(bytes, done, length - done, position + done);
      if (bytesRead === 0) throw new Error(`${path} is shorter than it was written.`);
      done += bytesRead;
    }
    return bytes;
  }

  function readBlock(block: number): Promise<Uint8Array> {
    const kept = blocks.get(block) ?? readWhole(block * blockBytes, blockBytes);
    blocks.delete(block);
    blocks.set(block, kept);
    const [oldest] = blocks.keys();
    if (blocks.size > keptBlocks && oldest !== undefined) blocks.delete(oldest);
    // A block that could not be read is tried again by the next who asks.
    kept.catch(() => blocks.delete(block));
    return kept;
  }

  async function read(position: number, length: number): Promise<Uint8Array> {
    const first = Math.floor(position / blockBytes);
    const last = Math.floor((position + length - 1) / blockBytes);
    const many = last - first >= keptBlocks / 2;
    // The last block is still growing.
    if (many || (last + 1) * blockBytes > end) return readWhole(position, length);
    const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    const found = await Promise.all(numbers.map(readBlock));
    const from = position - first * blockBytes;
    const [only] = found;
    if (found.length === 1 && only) return only.subarray(from, from + length);
    return Buffer.concat(found).subarray(from, from + length);
  }

  async function dispose(): Promise<void> {
    blocks.clear();
    if (opening === undefined) return;
    await writing;
    const file = await opening.catch(() => undefined);
    await file?.close();
    await rm(path, { force: true });
  }

  return { write, read, readWhole, size: () => end, dispose };
}
