import { errorAt, type ExpressionError, type ExpressionKind } from './expression-error.ts';

/** `bad` is what can begin no token; the parser says what it expected there instead. */
export type Token = {
  readonly kind: 'word' | 'name' | 'value' | 'number' | 'symbol' | 'bad' | 'end';
  readonly text: string;
  readonly position: number;
  /** What to do instead, for tokens that people often write and that are never right. */
  readonly hint?: string;
};

/** The tokens of one expression, read one ahead. */
export type Tokens = {
  readonly expression: ExpressionKind;
  readonly peek: () => Token;
  readonly next: () => Token;
  /** Takes the next token if it is this symbol. */
  readonly take: (symbol: string) => boolean;
  /** Takes the next token if it is this word, in any case. */
  readonly takeWord: (word: string) => boolean;
  /** The error for the next token: what was expected, and what stands there. */
  readonly unexpected: (expected: string, hint?: string) => ExpressionError;
  readonly errorAt: (position: number, problem: string) => ExpressionError;
};

// DynamoDB takes only ASCII here; names of any script are taken because they are never sent as
// they stand. Punctuation of other scripts stays out, so that “ or – is told, not made a name.
const letter = String.raw`A-Za-z_\p{L}\p{M}\p{N}\p{S}\p{Co}\u200d`;
const ascii = String.raw`\x21-\x2f\x3a-\x40\x5b-\x5e\x60\x7b-\x7e`;
const wordStart = String.raw`(?![0-9${ascii}])[${letter}]`;
const wordPart = String.raw`(?![${ascii}])[0-9${letter}]`;

const patterns: readonly { kind: Token['kind']; pattern: RegExp; hint?: string }[] = [
  // The first two are what nearly all tokens are, and much faster than those that know all scripts.
  { kind: 'word', pattern: /[A-Za-z_][A-Za-z0-9_]*(?![A-Za-z0-9_]|[^\0-\x7f])/y },
  { kind: 'symbol', pattern: /<>|<=|>=|=(?!=)|[()[\],.<>+-]/y },
  { kind: 'word', pattern: new RegExp(`${wordStart}(?:${wordPart})*`, 'uy') },
  { kind: 'name', pattern: new RegExp(`#(?:${wordPart})+`, 'uy') },
  { kind: 'value', pattern: new RegExp(`:(?:${wordPart})+`, 'uy') },
  {
    kind: 'bad',
    pattern: new RegExp(String.raw`[0-9]+\.[0-9]+|[0-9]+(?=${wordStart})(?:${wordPart})+`, 'uy'),
    hint: 'Write a number as a value such as :number, and a name that begins with a digit as #name',
  },
  { kind: 'number', pattern: /[0-9]+/y },
  { kind: 'bad', pattern: /!=|!/y, hint: 'Write <> for "not equal", and NOT before a condition' },
  { kind: 'bad', pattern: /==/y, hint: 'Write = for "equal"' },
  { kind: 'bad', pattern: /&&|\|\||&|\|/y, hint: 'Write AND or OR between conditions' },
  {
    kind: 'bad',
    pattern: /'[^']*'?|"[^"]*"?|`[^`]*`?|[‘’“”«»][^‘’“”«»]*[‘’“”«»]?/uy,
    hint: 'Write a text as a value such as :text and define it in Expression attribute values; write a name with special characters as #name and define it in Expression attribute names',
  },
  { kind: 'bad', pattern: /#/y, hint: 'Letters, digits or _ must follow #' },
  { kind: 'bad', pattern: /:/y, hint: 'Letters, digits or _ must follow :' },
  { kind: 'bad', pattern: /[^]/uy },
];

const space = /[\s\u200b\u2060\ufeff]*/y;

function shown(text: string): string {
  const characters = Array.from(text);
  const short = characters.length > 30 ? `${characters.slice(0, 29).join('')}…` : text;
  return /^['"`‘’“”«»]/u.test(text) && characters.length > 1 ? short : `"${short}"`;
}

function readToken(text: string, from: number): Token {
  space.lastIndex = from;
  space.test(text);
  const position = space.lastIndex;
  if (position >= text.length) return { kind: 'end', text: '', position: text.length };
  for (const { kind, pattern, hint } of patterns) {
    pattern.lastIndex = position;
    const match = pattern.exec(text);
    if (match) return { kind, text: match[0], position, ...(hint === undefined ? {} : { hint }) };
  }
  throw new Error('The last pattern takes any character');
}

/** Reads the tokens of an expression. Nothing is refused here: see `Token.kind` `bad`. */
export function createTokens(text: string, expression: ExpressionKind): Tokens {
  let token = readToken(text, 0);
  function next(): Token {
    const current = token;
    if (current.kind !== 'end') token = readToken(text, current.position + current.text.length);
    return current;
  }
  return {
    expression,
    peek: () => token,
    next,
    take(symbol) {
      const found = token.kind === 'symbol' && token.text === symbol;
      if (found) next();
      return found;
    },
    takeWord(word) {
      const found = isWord(token, word);
      if (found) next();
      return found;
    },
    unexpected(expected, hint = token.hint) {
      const found = token.kind === 'end' ? 'the end' : shown(token.text);
      const problem = `expected ${expected}, found ${found}`;
      return errorAt(expression, text, token.position, hint ? `${problem}. ${hint}.` : problem);
    },
    errorAt: (position, problem) => errorAt(expression, text, position, problem),
  };
}

/** Whether a token is this word of the language. Its words may be in any case. */
export function isWord(token: Token, word: string): boolean {
  return token.kind === 'word' && token.text.toUpperCase() === word;
}

const placeholder = new RegExp(`^[#:](?:${wordPart})+$`, 'u');

/** Whether a text is a whole `#name` or `:value` placeholder, of ASCII or not. */
export function isPlaceholder(text: string, sign: '#' | ':'): boolean {
  return text.startsWith(sign) && placeholder.test(text);
}

/** Whether DynamoDB takes a placeholder as it stands. */
export function isAsciiPlaceholder(text: string): boolean {
  return /^[#:][A-Za-z0-9_]+$/.test(text);
}
