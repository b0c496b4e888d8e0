import type { Operand } from './ast.ts';
import { isConditionFunction, unknownFunction } from './functions.ts';
import type { Token, Tokens } from './lexer.ts';
import type { Nesting } from './nesting.ts';
import { keywordHint, literalHint, parsePathAfter } from './parse-path.ts';

/** The words that cannot begin an attribute's name in a condition. */
const keywords: readonly string[] = ['AND', 'OR', 'NOT', 'BETWEEN', 'IN'];

/** Whether a token is a word of the condition grammar. */
export function isConditionKeyword(token: Token): boolean {
  return token.kind === 'word' && keywords.includes(token.text.toUpperCase());
}

/** `size (operand)`, after the word. */
function parseSize(position: number, tokens: Tokens, nesting: Nesting): Operand {
  const operand = nesting.within(() => parseOperandInParentheses(tokens, nesting));
  if (operand.kind === 'size') {
    throw tokens.errorAt(
      operand.position ?? position,
      'size takes an attribute or a value, not another size',
    );
  }
  return { kind: 'size', operand, position };
}

/** `( operand )`. DynamoDB's grammar lets any operand stand in parentheses. */
function parseOperandInParentheses(tokens: Tokens, nesting: Nesting): Operand {
  if (!tokens.take('(')) throw tokens.unexpected('"("');
  const operand = parseOperand(tokens, nesting);
  if (!tokens.take(')')) throw tokens.unexpected('")"');
  return operand;
}

/** What begins with a word: a path, or `size (…)`. Other functions are conditions, not operands. */
export function parseWordOperand(word: Token, tokens: Tokens, nesting: Nesting): Operand {
  const { peek } = tokens;
  if (peek().kind !== 'symbol' || peek().text !== '(') return parsePathAfter(word, tokens);
  if (word.text === 'size') return parseSize(word.position, tokens, nesting);
  if (isConditionFunction(word.text)) {
    throw tokens.errorAt(
      word.position,
      `${word.text} is a condition by itself and cannot be compared or be part of another function`,
    );
  }
  throw unknownFunction(word, tokens);
}

/** A path, a `:value` or `size (…)`, in parentheses or not. */
export function parseOperand(
  tokens: Tokens,
  nesting: Nesting,
  expected = 'a value or an attribute name',
): Operand {
  const token = tokens.peek();
  if (token.kind === 'symbol' && token.text === '(') {
    return nesting.within(() => parseOperandInParentheses(tokens, nesting));
  }
  if (isConditionKeyword(token)) throw tokens.unexpected(expected, keywordHint(token));
  if (token.kind === 'number') throw tokens.unexpected(expected, literalHint);
  if (token.kind === 'value') {
    tokens.next();
    return { kind: 'value', placeholder: token.text, position: token.position };
  }
  if (token.kind === 'name') return parsePathAfter(tokens.next(), tokens);
  if (token.kind === 'word') return parseWordOperand(tokens.next(), tokens, nesting);
  throw tokens.unexpected(expected);
}
