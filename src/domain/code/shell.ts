import { jsonLayout, print } from './layout.ts';

const style = { step: '  ', trailingComma: false };

/** One word for a POSIX shell, whatever it holds. */
export function shellWord(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** A JSON value as one word; it begins at a column, its further lines are so many steps in. */
export function jsonWord(value: unknown, column = 0, depth = 1): string {
  return shellWord(print(jsonLayout(value), style, depth, column));
}
