import { comparators, type Comparator, type Condition, type Operand } from './ast.ts';
import type { ExpressionKind } from './expression-error.ts';
import { isConditionFunction } from './functions.ts';
import { createTokens, isWord, type Tokens } from './lexer.ts';
import { createNesting, type Nesting } from './nesting.ts';
import { parseFunction } from './parse-function.ts';
import { parseOperand, parseWordOperand } from './parse-operand.ts';

const maximumListLength = 100;
const comparisons = 'a comparison (=, <>, <, <=, >, >=, BETWEEN or IN)';

/** A part in parentheses may be a condition, or an operand that is compared after them. */
type Part = Condition | Operand;

function isOperand(part: Part): part is Operand {
  return part.kind === 'path' || part.kind === 'value' || part.kind === 'size';
}

function isComparator(text: string): text is Comparator {
  return (comparators as readonly string[]).includes(text);
}

function parseList(tokens: Tokens, nesting: Nesting): Operand[] {
  if (!tokens.take('(')) throw tokens.unexpected('"(" and the list of values');
  const start = tokens.peek().position;
  const list: Operand[] = [];
  do list.push(parseOperand(tokens, nesting));
  while (tokens.take(','));
  if (!tokens.take(')')) throw tokens.unexpected('"," or ")"');
  if (list.length > maximumListLength) {
    throw tokens.errorAt(
      start,
      `IN takes at most ${maximumListLength} operands, and ${list.length} are given`,
    );
  }
  return list;
}

function parseComparison(operand: Operand, tokens: Tokens, nesting: Nesting): Condition {
  if (tokens.takeWord('BETWEEN')) {
    const lower = parseOperand(tokens, nesting);
    if (!tokens.takeWord('AND')) throw tokens.unexpected('AND and the upper bound of BETWEEN');
    return { kind: 'between', operand, lower, upper: parseOperand(tokens, nesting) };
  }
  if (tokens.takeWord('IN')) return { kind: 'in', operand, list: parseList(tokens, nesting) };
  const token = tokens.peek();
  if (token.kind !== 'symbol' || !isComparator(token.text)) throw tokens.unexpected(comparisons);
  tokens.next();
  return {
    kind: 'comparison',
    operator: token.text,
    left: operand,
    right: parseOperand(tokens, nesting),
  };
}

function parseOperandOrComparison(
  operand: Operand,
  tokens: Tokens,
  nesting: Nesting,
  inParentheses: boolean,
): Part {
  const token = tokens.peek();
  const closes = token.kind === 'symbol' && token.text === ')';
  return inParentheses && closes ? operand : parseComparison(operand, tokens, nesting);
}

function parsePrimary(tokens: Tokens, nesting: Nesting, inParentheses: boolean): Part {
  if (tokens.take('(')) {
    const part = nesting.within(() => parseOr(tokens, nesting, true));
    if (!tokens.take(')')) throw tokens.unexpected('AND, OR or ")"');
    return isOperand(part) ? parseOperandOrComparison(part, tokens, nesting, inParentheses) : part;
  }
  const token = tokens.peek();
  if (token.kind === 'word' && isConditionFunction(token.text)) {
    const word = tokens.next();
    const after = tokens.peek();
    const operand =
      after.kind === 'symbol' && after.text === '('
        ? parseFunction(word, token.text, tokens, nesting)
        : parseWordOperand(word, tokens, nesting);
    return operand.kind === 'function'
      ? operand
      : parseOperandOrComparison(operand, tokens, nesting, inParentheses);
  }
  const operand = parseOperand(tokens, nesting, 'a condition');
  return parseOperandOrComparison(operand, tokens, nesting, inParentheses);
}

function parseNot(tokens: Tokens, nesting: Nesting, inParentheses: boolean): Part {
  if (!tokens.takeWord('NOT')) return parsePrimary(tokens, nesting, inParentheses);
  const part = nesting.within(() => parseNot(tokens, nesting, false));
  return { kind: 'not', condition: asCondition(part, tokens) };
}

function asCondition(part: Part, tokens: Tokens): Condition {
  if (isOperand(part)) throw tokens.unexpected(comparisons);
  return part;
}

function parseJoined(
  kind: 'and' | 'or',
  parsePart: (inParentheses: boolean) => Part,
  tokens: Tokens,
  inParentheses: boolean,
): Part {
  const first = parsePart(inParentheses);
  if (!isWord(tokens.peek(), kind.toUpperCase())) return first;
  const conditions = [asCondition(first, tokens)];
  while (tokens.takeWord(kind.toUpperCase())) {
    conditions.push(asCondition(parsePart(false), tokens));
  }
  return { kind, conditions };
}

function parseAnd(tokens: Tokens, nesting: Nesting, inParentheses: boolean): Part {
  return parseJoined('and', (inside) => parseNot(tokens, nesting, inside), tokens, inParentheses);
}

function parseOr(tokens: Tokens, nesting: Nesting, inParentheses: boolean): Part {
  return parseJoined('or', (inside) => parseAnd(tokens, nesting, inside), tokens, inParentheses);
}

/** Parses a condition of any kind of expression that holds one. */
export function parseConditionOf(text: string, expression: ExpressionKind): Condition {
  const tokens = createTokens(text, expression);
  const condition = asCondition(parseOr(tokens, createNesting(tokens), false), tokens);
  if (tokens.peek().kind !== 'end') throw tokens.unexpected('AND, OR or the end');
  return condition;
}

/** Parses a condition or filter expression. Throws ExpressionError with the place. */
export function parseConditionExpression(
  text: string,
  expression: 'condition' | 'filter' = 'condition',
): Condition {
  return parseConditionOf(text, expression);
}
