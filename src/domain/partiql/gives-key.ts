import { isPartiqlSymbol, isPartiqlWord, nameOfToken } from './tokens.ts';
import type { PartiqlToken } from './tokens.ts';

type Tokens = readonly PartiqlToken[];

/** Deeper parentheses than anybody writes: what is in them counts as giving no key. */
const deepest = 60;

/** The tokens of a statement's WHERE clause; undefined where it has none. */
export function whereClause(tokens: Tokens): Tokens | undefined {
  const depths = depthsOf(tokens);
  const begin = tokens.findIndex((token, at) => depths[at] === 0 && isPartiqlWord(token, 'WHERE'));
  if (begin === -1) return undefined;
  const end = tokens.findIndex(
    (token, at) =>
      at > begin &&
      depths[at] === 0 &&
      (isPartiqlWord(token, 'ORDER') || isPartiqlWord(token, 'RETURNING')),
  );
  return tokens.slice(begin + 1, end === -1 ? undefined : end);
}

/**
 * Whether a condition holds only for items whose attribute `name` has one of the values that it
 * names by `=` or `IN`: then DynamoDB need not look at others.
 */
export function givesKey(condition: Tokens, name: string, depth = 0): boolean {
  if (depth > deepest || condition.length === 0) return false;
  const either = splitAt(condition, 'OR');
  if (either.length > 1) return either.every((part) => givesKey(part, name, depth + 1));
  const both = splitAt(condition, 'AND');
  if (both.length > 1) return both.some((part) => givesKey(part, name, depth + 1));
  const inner = unwrapped(condition);
  if (inner !== undefined) return givesKey(inner, name, depth + 1);
  return isKeyTest(condition, name);
}

function isKeyTest(condition: Tokens, name: string): boolean {
  const [first, second] = condition;
  const last = condition.at(-1);
  if (isPartiqlWord(second, 'IN') && condition.length > 2) return nameOfToken(first) === name;
  if (condition.length < 3) return false;
  // A name on its own beside =, at either side; a.b and a[0] are parts of a value.
  if (isPartiqlSymbol(second, '=')) {
    if (nameOfToken(first) === name) return isValue(condition.slice(2));
  }
  if (isPartiqlSymbol(condition.at(-2), '=') && nameOfToken(last) === name) {
    return isValue(condition.slice(0, -2));
  }
  return false;
}

/** Whether tokens are a value and no attribute: a text, a number or a parameter. */
function isValue(tokens: Tokens): boolean {
  const [first, second] = tokens;
  const signed = isPartiqlSymbol(first, '-') || isPartiqlSymbol(first, '+');
  const [value, length] = signed ? [second, 2] : [first, 1];
  return (
    tokens.length === length &&
    (value?.kind === 'number' ||
      (!signed && (value?.kind === 'text' || value?.kind === 'parameter')))
  );
}

/** What stands in parentheses around the whole; undefined where they are not. */
function unwrapped(tokens: Tokens): Tokens | undefined {
  if (!isPartiqlSymbol(tokens[0], '(')) return undefined;
  const depths = depthsOf(tokens);
  const closing = depths.findIndex((depth, place) => place > 0 && depth === 0);
  return closing === tokens.length - 1 ? tokens.slice(1, -1) : undefined;
}

/** The parts between a word that stands in no brackets; the AND of a BETWEEN divides nothing. */
function splitAt(tokens: Tokens, word: 'AND' | 'OR'): Tokens[] {
  const depths = depthsOf(tokens);
  const parts: PartiqlToken[][] = [[]];
  let between = false;
  tokens.forEach((token, place) => {
    if (depths[place] === 0 && isPartiqlWord(token, 'BETWEEN')) between = true;
    if (depths[place] !== 0 || !isPartiqlWord(token, word)) parts.at(-1)?.push(token);
    else if (word === 'AND' && between) {
      between = false;
      parts.at(-1)?.push(token);
    } else parts.push([]);
  });
  return parts;
}

const opening = new Set(['(', '[', '{', '<<']);
const closing = new Set([')', ']', '}', '>>']);

/** In how many brackets each token stands; a bracket itself stands outside of its own. */
function depthsOf(tokens: Tokens): number[] {
  let depth = 0;
  return tokens.map(({ kind, text }) => {
    if (kind !== 'symbol') return depth;
    if (closing.has(text)) depth -= 1;
    const own = depth;
    if (opening.has(text)) depth += 1;
    return own;
  });
}
