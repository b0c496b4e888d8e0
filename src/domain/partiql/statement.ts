import { PartiqlError } from './partiql-error.ts';
import { readTables } from './read-tables.ts';
import type { StatementTable } from './read-tables.ts';
import {
  isMeant,
  isPartiqlSymbol,
  isPartiqlWord,
  printPartiql,
  tokenizePartiql,
} from './tokens.ts';
import type { PartiqlToken } from './tokens.ts';

export const statementKinds = ['select', 'insert', 'update', 'delete', 'exists'] as const;
export type StatementKind = (typeof statementKinds)[number];

/** DynamoDB takes statements of so many characters at most. */
export const maximumStatementLength = 8_192;

/** One statement of a script. */
export type PartiqlStatement = {
  readonly kind: StatementKind;
  /**
   * As it is sent: without comments, which the sandbox's engine takes for the end of the statement
   * (a condition after one would silently be left out), and without the semicolon.
   */
  readonly text: string;
  /** Where it begins and ends in the script, in UTF-16 units. */
  readonly position: number;
  readonly end: number;
  /** Its tokens without spaces and comments; positions are those in the script. */
  readonly tokens: readonly PartiqlToken[];
  /** How many `?` it has. */
  readonly parameters: number;
  readonly table: StatementTable | undefined;
};

/** Whether a statement changes something. */
export function isWriteStatement({ kind }: Pick<PartiqlStatement, 'kind'>): boolean {
  return kind !== 'select' && kind !== 'exists';
}

/**
 * The statements of a script, which stand between semicolons; comments and empty ones are passed
 * over. PartiqlError with the position where one cannot be sent.
 */
export function splitStatements(script: string): PartiqlStatement[] {
  const parts: PartiqlToken[][] = [[]];
  for (const token of tokenizePartiql(script)) {
    if (isPartiqlSymbol(token, ';')) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts
    .filter((tokens) => tokens.some(isMeant))
    .map((tokens) => statementOf(script, tokens));
}

/** The one statement of a text. PartiqlError where there is none, or more than one. */
export function readStatement(text: string): PartiqlStatement {
  const [statement, second] = splitStatements(text);
  if (statement === undefined) throw new PartiqlError(text, 0, 'there is no statement to run.');
  if (second === undefined) return statement;
  const problem = 'another statement begins here. Send one at a time, or several as a batch.';
  throw new PartiqlError(text, second.position, problem);
}

/** What a statement does. PartiqlError in words where it is none that DynamoDB knows. */
export function statementKind(text: string): StatementKind {
  return readStatement(text).kind;
}

function statementOf(script: string, all: readonly PartiqlToken[]): PartiqlStatement {
  const tokens = all.filter(isMeant);
  const bad = tokens.find(({ kind }) => kind === 'bad');
  if (bad !== undefined) throw new PartiqlError(script, bad.position, whyBad(bad.text));
  const [first] = tokens;
  const kind = statementKinds.find((word) => isPartiqlWord(first, word.toUpperCase()));
  const position = first?.position ?? 0;
  if (kind === undefined) {
    const found = shown(first?.text ?? '');
    const problem = `expected SELECT, INSERT, UPDATE, DELETE or EXISTS, found ${found}.`;
    throw new PartiqlError(script, position, problem);
  }
  const sent = all.map((token) => (token.kind === 'comment' ? { ...token, text: ' ' } : token));
  const text = printPartiql(sent).trim();
  if (text.length > maximumStatementLength) {
    const [found, maximum] = [text.length, maximumStatementLength].map(grouped);
    const problem = `the statement has ${found} characters; DynamoDB takes at most ${maximum}.`;
    throw new PartiqlError(script, position, `${problem} Give long values as parameters (?).`);
  }
  const last = tokens.at(-1);
  return {
    kind,
    text,
    position,
    end: last === undefined ? position : last.position + last.text.length,
    tokens,
    parameters: tokens.filter((token) => token.kind === 'parameter').length,
    table: readTables(tokens)[0],
  };
}

const grouped = (count: number) => count.toLocaleString('en-GB');

function whyBad(text: string): string {
  if (text.startsWith("'")) return "a text begins here and does not end. Close it with '.";
  if (text === '""') return 'a name in quotes cannot be empty.';
  if (text.startsWith('"')) return 'a quoted name begins here and does not end. Close it with ".';
  if (text.startsWith('/*')) return 'a comment begins here and does not end. Close it with */.';
  if (/^[‘’“”«»`´]$/u.test(text)) {
    return `${shown(text)} is no quote of PartiQL. Write 'text' and "name".`;
  }
  if (/^\s$/u.test(text)) return 'a space that is not an ordinary one. Replace it by one.';
  return `${shown(text)} has no meaning in PartiQL.`;
}

function shown(text: string): string {
  const characters = Array.from(text);
  return `"${characters.length > 30 ? `${characters.slice(0, 29).join('')}…` : text}"`;
}
