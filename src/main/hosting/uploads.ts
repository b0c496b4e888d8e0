import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { jsonAnswer, plainAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import type { FileReferences } from './file-references.ts';

const gigabyte = 1024 ** 3;

/** The most that one uploaded file may hold. */
export const maximumUploadBytes = 4 * gigabyte;

const maximumNameLength = 255;

export type Uploads = {
  /** Streams a file's content to disk and answers `{ reference }`, or why it could not. */
  readonly receive: (
    content: AsyncIterable<Uint8Array> | undefined,
    encodedName: string | undefined,
  ) => Promise<Answer>;
  /** Removes all that was ever uploaded, of an earlier run too. */
  readonly clear: () => Promise<void>;
};

class TooLarge extends Error {}

function readName(encoded: string | undefined): string | undefined {
  try {
    const name = decodeURIComponent(encoded ?? '').replaceAll('\\', '/');
    return basename(name).slice(0, maximumNameLength) || undefined;
  } catch {
    // Not percent-encoded text; the answer says so.
    return undefined;
  }
}

/** Keeps files that have no path of their own in a folder of the app, while it runs. */
export function createUploads(options: {
  readonly folder: string;
  readonly references: Pick<FileReferences, 'add'>;
  readonly maximumBytes?: number;
}): Uploads {
  const { folder, references, maximumBytes = maximumUploadBytes } = options;

  async function* limited(content: AsyncIterable<Uint8Array>) {
    let total = 0;
    for await (const chunk of content) {
      total += chunk.byteLength;
      if (total > maximumBytes) throw new TooLarge();
      yield chunk;
    }
  }

  return {
    async receive(content, encodedName) {
      const name = readName(encodedName);
      if (content === undefined || name === undefined) {
        return plainAnswer(400, 'An upload needs a file name and a content');
      }
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, randomUUID());
      try {
        await pipeline(limited(content), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
      } catch (error) {
        await rm(path, { force: true });
        if (error instanceof TooLarge) {
          return plainAnswer(413, `it is larger than ${maximumBytes} bytes`);
        }
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
        return plainAnswer(500, `it could not be stored in ${folder} (${code})`);
      }
      return jsonAnswer(200, { reference: references.add({ path, name }) });
    },
    clear: () => rm(folder, { recursive: true, force: true }),
  };
}
