import type { PathElement, PathNode, ValueNode } from './ast.ts';
import type { Token, Tokens } from './lexer.ts';

/** More than any list can hold; what is above it would lose digits. */
const maximumIndex = 999_999_999;

function parseIndex(tokens: Tokens): PathElement {
  const token = tokens.peek();
  if (token.kind !== 'number') throw tokens.unexpected('the number of a list element');
  const index = Number(token.text);
  if (index > maximumIndex) {
    throw tokens.errorAt(token.position, `the list index ${token.text} is too large`);
  }
  tokens.next();
  if (!tokens.take(']')) throw tokens.unexpected('"]"');
  return { kind: 'index', index };
}

function parseName(tokens: Tokens): PathElement {
  const token = tokens.peek();
  if (token.kind !== 'word' && token.kind !== 'name') throw tokens.unexpected('an attribute name');
  tokens.next();
  return token.kind === 'word'
    ? { kind: 'name', name: token.text }
    : { kind: 'placeholder', placeholder: token.text };
}

/**
 * The rest of a path whose first token is taken already. After a dot any word is a name, words of
 * the language too, since nothing else can stand there.
 */
export function parsePathAfter(first: Token, tokens: Tokens): PathNode {
  const elements: PathElement[] = [
    first.kind === 'name'
      ? { kind: 'placeholder', placeholder: first.text }
      : { kind: 'name', name: first.text },
  ];
  for (;;) {
    if (tokens.take('.')) elements.push(parseName(tokens));
    else if (tokens.take('[')) elements.push(parseIndex(tokens));
    else return { kind: 'path', elements, position: first.position };
  }
}

/**
 * A path. Words of `keywords` (upper case) are not names at its beginning. Reserved words are
 * accepted: DynamoDB refuses them, but names are sent as placeholders in any case.
 */
export function parsePath(tokens: Tokens, keywords: readonly string[] = []): PathNode {
  const token = tokens.peek();
  if (token.kind === 'word' && keywords.includes(token.text.toUpperCase())) {
    const hint = `${token.text.toUpperCase()} begins without a comma before it. ${keywordHint(token)}`;
    throw tokens.unexpected('an attribute name', hint);
  }
  if (token.kind !== 'word' && token.kind !== 'name') throw tokens.unexpected('an attribute name');
  tokens.next();
  return parsePathAfter(token, tokens);
}

/** What to do when a word of the language was meant as an attribute's name. */
export function keywordHint(token: Token): string {
  return `An attribute called "${token.text}" is written as a placeholder such as #name, defined in Expression attribute names`;
}

/** A `:value`. */
export function parseValue(tokens: Tokens): ValueNode {
  const token = tokens.peek();
  if (token.kind === 'number') throw tokens.unexpected('a value such as ":value"', literalHint);
  if (token.kind !== 'value') throw tokens.unexpected('a value such as ":value"');
  tokens.next();
  return { kind: 'value', placeholder: token.text, position: token.position };
}

/** What to do when a number was written as it is. */
export const literalHint =
  'Write a number as a value such as :number, and define it in Expression attribute values';
