/** One top-level value of the file, or one element of its top-level array. */
export type ScannedRow = {
  /** Counted from 1 over the file. */
  readonly row: number;
  /** The line on which it begins, counted from 1. */
  readonly line: number;
  /** Its first byte and the one after its last, counted from the start of the file. */
  readonly start: number;
  readonly end: number;
  /** How many arrays and objects deep it goes; 0 for a string, a number or a word. */
  readonly depth: number;
  /** How many names of members are written in it, at all depths. */
  readonly names: number;
  /** Its JSON text, checked to be JSON in UTF-8; undefined where it is longer than wanted. */
  readonly bytes: Uint8Array | undefined;
};

/** A file is one array whose elements are rows, or values one after the other. */
export type JsonLayout = 'array' | 'values';
