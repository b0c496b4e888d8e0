import { errorAt, type ExpressionError } from './expression-error.ts';

/** A document path: names and list indexes. The first element is a name. */
export type AttributePath = readonly (string | number)[];

const quoted = /"((?:[^"\\]|\\["\\])*)"/y;
const bare = /[^.[\]"]+/y;
const index = /\[\s*([0-9]{1,9})\s*\]/y;

function take(pattern: RegExp, text: string, position: number): RegExpExecArray | undefined {
  pattern.lastIndex = position;
  return pattern.exec(text) ?? undefined;
}

function fail(text: string, position: number, problem: string): ExpressionError {
  return errorAt('attribute path', text, position, problem);
}

/**
 * Reads a path as people type it: `info.tags[2]`. A name that holds a dot, a bracket, a quote, or
 * space at its ends is quoted, with `\"` and `\\` inside: `"a.b".c`. Any other name stands as it
 * is: there are no placeholders here. Throws ExpressionError with the place.
 */
export function parseAttributePath(text: string): AttributePath {
  const path: (string | number)[] = [];
  let position = 0;
  const skipSpace = () => {
    position += (take(/\s*/y, text, position)?.[0] ?? '').length;
  };
  const readName = () => {
    skipSpace();
    const inQuotes = take(quoted, text, position);
    const match = inQuotes ?? take(bare, text, position);
    const name = inQuotes ? (inQuotes[1] ?? '').replace(/\\(.)/gu, '$1') : match?.[0].trim();
    if (match === undefined || name === undefined || (!inQuotes && name === '')) {
      const unclosed = text[position] === '"';
      throw fail(
        text,
        position,
        unclosed ? 'the quote is not closed' : 'expected an attribute name',
      );
    }
    position += match[0].length;
    path.push(name);
    skipSpace();
  };
  readName();
  while (position < text.length) {
    if (text[position] === '.') {
      position += 1;
      readName();
      continue;
    }
    const match = take(index, text, position);
    if (match === undefined) {
      const problem =
        text[position] === '['
          ? 'expected the number of a list element in brackets, such as [0]'
          : 'expected ".", "[" or the end. A name that holds dots, brackets or quotes is written in quotes: "a.b"';
      throw fail(text, position, problem);
    }
    path.push(Number(match[1]));
    position += match[0].length;
    skipSpace();
  }
  return path;
}

function printName(name: string): string {
  const isPlain = name !== '' && name === name.trim() && !/[.[\]"]/.test(name);
  return isPlain ? name : `"${name.replace(/["\\]/g, String.raw`\$&`)}"`;
}

/** The path as people type it; `parseAttributePath` gives the same path back. */
export function printAttributePath(path: AttributePath): string {
  return path
    .map((element, position) => {
      if (typeof element === 'number') return `[${element}]`;
      return position === 0 ? printName(element) : `.${printName(element)}`;
    })
    .join('');
}
