import type { UserFile } from '../../../ports/file-access.ts';

/** A file that is held in memory and read in pieces of so many bytes. */
export function memoryFile(
  name: string,
  content: string | Uint8Array,
  pieceLength = 64 * 1024,
): UserFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return {
    name,
    sizeBytes: bytes.length,
    async *read() {
      for (let at = 0; at < bytes.length; at += pieceLength) {
        yield bytes.subarray(at, at + pieceLength);
      }
    },
  };
}
