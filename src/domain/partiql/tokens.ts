/**
 * What a piece of PartiQL is. `bad` is what can be no part of a statement: a text or a comment that
 * does not end, or a character that has no meaning.
 */
export type PartiqlTokenKind =
  | 'word'
  | 'name'
  | 'text'
  | 'number'
  | 'parameter'
  | 'symbol'
  | 'comment'
  | 'space'
  | 'bad';

export type PartiqlToken = {
  readonly kind: PartiqlTokenKind;
  /** As it stands, quotes included: all texts together are the whole that was read. */
  readonly text: string;
  /** Offset in UTF-16 units from 0. */
  readonly position: number;
};

const letter = String.raw`\p{L}\p{M}\p{N}_$`;

// Only spaces of ASCII: to the engines another one is no space, so it is told as what it is.
const patterns: readonly (readonly [PartiqlTokenKind, RegExp])[] = [
  ['space', /[ \t\r\n\f\v]+/y],
  ['comment', /--[^\r\n]*|\/\*[^]*?\*\//y],
  ['text', /'(?:[^']|'')*'/y],
  ['name', /"(?:[^"]|"")+"/y],
  ['number', /(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?/y],
  ['word', new RegExp(`[${letter}]+`, 'uy')],
  ['parameter', /\?/y],
  ['bad', /\/\*[^]*|""|['"][^]*/y],
  ['symbol', /<<|>>|<>|<=|>=|!=|\|\||[()[\]{},.;:*=<>+\-/%]/y],
  ['bad', /[^]/uy],
];

/**
 * Reads PartiQL into tokens, spaces and comments among them. Nothing is refused here.
 */
export function tokenizePartiql(text: string): PartiqlToken[] {
  const tokens: PartiqlToken[] = [];
  for (let position = 0; position < text.length;) {
    const token = tokenAt(text, position);
    tokens.push(token);
    position += token.text.length;
  }
  return tokens;
}

function tokenAt(text: string, position: number): PartiqlToken {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = position;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return { kind, text: found, position };
  }
  throw new Error('The last pattern takes any character');
}

/** The text of tokens, as it was read. */
export function printPartiql(tokens: readonly PartiqlToken[]): string {
  return tokens.map(({ text }) => text).join('');
}

/** Whether a token has a meaning: it is neither space nor comment. */
export function isMeant({ kind }: PartiqlToken): boolean {
  return kind !== 'space' && kind !== 'comment';
}

/** Whether a token is this word of the language, which may be in any case. */
export function isPartiqlWord(token: PartiqlToken | undefined, word: string): boolean {
  return (
    token?.kind === 'word' && /^[A-Za-z]+$/.test(token.text) && token.text.toUpperCase() === word
  );
}

export function isPartiqlSymbol(token: PartiqlToken | undefined, symbol: string): boolean {
  return token?.kind === 'symbol' && token.text === symbol;
}

/** The name that a bare word or a quoted name stands for; undefined for any other token. */
export function nameOfToken(token: PartiqlToken | undefined): string | undefined {
  if (token?.kind === 'word') return token.text;
  if (token?.kind === 'name') return token.text.slice(1, -1).replaceAll('""', '"');
  return undefined;
}

/** A name as it is written in a statement: always in quotes, since many words are reserved. */
export function quotePartiqlName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
