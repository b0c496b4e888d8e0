import { ExpressionError } from './expression-error.ts';
import type { ExpressionAttributeNames } from './placeholders.ts';

function fail(problem: string): ExpressionError {
  return new ExpressionError(`Expression attribute names: ${problem}`, 'names');
}

/**
 * Expression attribute names from JSON text, such as `{"#y": "year"}`. Blank text is no names.
 * Throws ExpressionError; whether each is used is for `sendableExpressions` to check.
 */
export function parseExpressionAttributeNames(text: string): ExpressionAttributeNames {
  if (text.trim() === '') return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw fail(`this is not JSON. ${error instanceof Error ? error.message : String(error)}.`);
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw fail('write a JSON object such as {"#name": "attribute"}.');
  }
  const entries = Object.entries(parsed).map(([placeholder, name]): [string, string] => {
    if (typeof name === 'string') return [placeholder, name];
    throw fail(`"${placeholder}" must stand for the name of an attribute, a text in quotes.`);
  });
  return Object.fromEntries(entries);
}
