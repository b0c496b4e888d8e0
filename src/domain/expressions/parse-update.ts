import {
  updateClauses,
  type SetAction,
  type SetValue,
  type UpdateClause,
  type UpdateExpression,
  type UpdateOperand,
  type ValueAction,
} from './ast.ts';
import { unknownFunction } from './functions.ts';
import { createTokens, isWord, type Token, type Tokens } from './lexer.ts';
import { createNesting, type Nesting } from './nesting.ts';
import { keywordHint, literalHint, parsePath, parsePathAfter, parseValue } from './parse-path.ts';

const expectedOperand = 'a value or an attribute name';

function isClauseWord(token: Token): boolean {
  return updateClauses.some((clause) => isWord(token, clause));
}

function expect(symbol: string, tokens: Tokens): void {
  if (!tokens.take(symbol)) throw tokens.unexpected(`"${symbol}"`);
}

/** `if_not_exists (path, operand)` or `list_append (operand, operand)`, after the word. */
function parseUpdateFunction(word: Token, tokens: Tokens, nesting: Nesting): UpdateOperand {
  if (word.text !== 'if_not_exists' && word.text !== 'list_append') {
    throw unknownFunction(word, tokens);
  }
  expect('(', tokens);
  const firstPosition = tokens.peek().position;
  const first = nesting.within(() => parseUpdateOperand(tokens, nesting));
  expect(',', tokens);
  const second = nesting.within(() => parseUpdateOperand(tokens, nesting));
  expect(')', tokens);
  if (word.text === 'list_append') return { kind: 'list_append', first, second };
  if (first.kind !== 'path') {
    throw tokens.errorAt(
      firstPosition,
      'if_not_exists takes the name or path of an attribute first',
    );
  }
  return { kind: 'if_not_exists', path: first, operand: second };
}

function parseUpdateOperand(tokens: Tokens, nesting: Nesting): UpdateOperand {
  const token = tokens.peek();
  if (tokens.take('(')) {
    const operand = nesting.within(() => parseUpdateOperand(tokens, nesting));
    expect(')', tokens);
    return operand;
  }
  if (token.kind === 'value') return parseValue(tokens);
  if (token.kind === 'name') return parsePathAfter(tokens.next(), tokens);
  if (isClauseWord(token)) throw tokens.unexpected(expectedOperand, keywordHint(token));
  if (token.kind === 'number') throw tokens.unexpected(expectedOperand, literalHint);
  if (token.kind !== 'word') throw tokens.unexpected(expectedOperand);
  tokens.next();
  const after = tokens.peek();
  return after.kind === 'symbol' && after.text === '('
    ? parseUpdateFunction(token, tokens, nesting)
    : parsePathAfter(token, tokens);
}

/** What stands after `=`: an operand, or two with one + or - between, in parentheses or not. */
function parseSetValue(tokens: Tokens, nesting: Nesting): SetValue {
  let left: SetValue;
  if (tokens.take('(')) {
    left = nesting.within(() => parseSetValue(tokens, nesting));
    expect(')', tokens);
  } else {
    left = parseUpdateOperand(tokens, nesting);
  }
  const token = tokens.peek();
  const operator = tokens.take('+') ? '+' : tokens.take('-') ? '-' : undefined;
  if (operator === undefined) return left;
  if (left.kind === 'arithmetic') {
    throw tokens.errorAt(token.position, 'only one + or - may stand in a value of SET');
  }
  const value: SetValue = {
    kind: 'arithmetic',
    operator,
    left,
    right: parseUpdateOperand(tokens, nesting),
  };
  const { text, position } = tokens.peek();
  if (text === '+' || text === '-') {
    throw tokens.errorAt(position, 'only one + or - may stand in a value of SET');
  }
  return value;
}

function parseActions<T>(tokens: Tokens, parseAction: () => T): T[] {
  const actions: T[] = [];
  do actions.push(parseAction());
  while (tokens.take(','));
  return actions;
}

function parseClause(tokens: Tokens, nesting: Nesting): UpdateClause {
  const kind = updateClauses.find((clause) => tokens.takeWord(clause));
  if (kind === undefined) throw tokens.unexpected('SET, REMOVE, ADD or DELETE');
  const path = () => parsePath(tokens, updateClauses);
  if (kind === 'REMOVE') return { kind, paths: parseActions(tokens, path) };
  if (kind === 'SET') {
    const actions = parseActions(tokens, (): SetAction => {
      const target = path();
      expect('=', tokens);
      return { path: target, value: parseSetValue(tokens, nesting) };
    });
    return { kind, actions };
  }
  const actions = parseActions(tokens, (): ValueAction => ({
    path: path(),
    value: parseValue(tokens),
  }));
  return { kind, actions };
}

/** Parses an update expression. Throws ExpressionError with the place. */
export function parseUpdateExpression(text: string): UpdateExpression {
  const tokens = createTokens(text, 'update');
  const nesting = createNesting(tokens);
  const clauses: UpdateClause[] = [];
  do {
    const { position } = tokens.peek();
    const clause = parseClause(tokens, nesting);
    if (clauses.some(({ kind }) => kind === clause.kind)) {
      throw tokens.errorAt(
        position,
        `${clause.kind} may stand only once. Write all its actions after the first ${clause.kind}, with commas between.`,
      );
    }
    clauses.push(clause);
    const token = tokens.peek();
    if (token.kind !== 'end' && !isClauseWord(token)) {
      throw tokens.unexpected('",", SET, REMOVE, ADD, DELETE or the end');
    }
  } while (tokens.peek().kind !== 'end');
  return { clauses };
}
