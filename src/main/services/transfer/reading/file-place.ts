import { FileSyntaxError } from './file-syntax-error.ts';

/** Keeps count of lines and columns while a file is read chunk by chunk. */
export type FilePlace = {
  /** The line that is being read, counted from 1. */
  line(): number;
  /** Bytes from the start of the file to a place of the present chunk. */
  offset(index: number): number;
  /** A line begins after this place. */
  newLine(index: number): void;
  /** A byte was read that continues a character, and so takes no column of its own. */
  continuation(): void;
  /** The present chunk, of so many bytes, is done with. */
  advance(length: number): void;
  fail(message: string, index: number): never;
};

export function createFilePlace(): FilePlace {
  let chunkStart = 0;
  let line = 1;
  let lineStart = 0;
  let continuations = 0;
  return {
    line: () => line,
    offset: (index) => chunkStart + index,
    newLine(index) {
      line += 1;
      lineStart = chunkStart + index + 1;
      continuations = 0;
    },
    continuation() {
      continuations += 1;
    },
    advance(length) {
      chunkStart += length;
    },
    fail(message, index) {
      const column = chunkStart + index - lineStart - continuations + 1;
      throw new FileSyntaxError(message, line, column);
    },
  };
}
