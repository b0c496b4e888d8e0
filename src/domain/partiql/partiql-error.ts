import { DomainError } from '../domain-error.ts';

/** A statement that cannot be sent as it stands; the message says where and what to do. */
export class PartiqlError extends DomainError {
  /** Offset in the script, in UTF-16 units from 0. */
  readonly position: number;
  /** Line and column from 1. */
  readonly line: number;
  readonly column: number;

  constructor(text: string, position: number, problem: string) {
    const before = text.slice(0, position);
    const line = before.split('\n').length;
    const column = position - before.lastIndexOf('\n');
    const where = text.includes('\n')
      ? `line ${line}, column ${column}`
      : `character ${position + 1}`;
    super(`PartiQL, ${where}: ${problem}`);
    this.name = 'PartiqlError';
    this.position = position;
    this.line = line;
    this.column = column;
  }
}
