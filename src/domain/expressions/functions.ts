import { conditionFunctions, type ConditionFunction } from './ast.ts';
import type { ExpressionError } from './expression-error.ts';
import type { Token, Tokens } from './lexer.ts';

const updateFunctions = ['if_not_exists', 'list_append'];

/** Whether this is a function that is a condition by itself. Names are case-sensitive. */
export function isConditionFunction(name: string): name is ConditionFunction {
  return (conditionFunctions as readonly string[]).includes(name);
}

/** The error for a word before `(` that is no function of this kind of expression. */
export function unknownFunction(word: Token, tokens: Tokens): ExpressionError {
  const isUpdate = tokens.expression === 'update';
  const known = isUpdate ? updateFunctions : [...conditionFunctions, 'size'];
  const same = known.find((name) => name === word.text.toLowerCase());
  return tokens.errorAt(
    word.position,
    same === undefined
      ? `"${word.text}" is not a function of ${isUpdate ? 'an update' : 'a condition'} expression. There are ${known.slice(0, -1).join(', ')} and ${known.at(-1) ?? ''}.`
      : `"${word.text}" is not a function: names of functions are case-sensitive. Write ${same}.`,
  );
}
