/** The bytes are not JSON; where, and what was expected there. It knows no file name. */
export class FileSyntaxError extends Error {
  /** Counted from 1; a line ends with a line feed. */
  readonly line: number;
  /** Counted from 1, in characters (a character of several bytes counts once). */
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(message);
    this.name = 'FileSyntaxError';
    this.line = line;
    this.column = column;
  }
}
