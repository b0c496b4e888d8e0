import { isPartiqlSymbol, isPartiqlWord, nameOfToken } from './tokens.ts';
import type { PartiqlToken } from './tokens.ts';

/** A table that a statement names, and the index of it that it reads. */
export type StatementTable = {
  readonly name: string;
  readonly index?: string | undefined;
  /** Offset in the script. */
  readonly position: number;
};

/** The tables that stand after FROM, INTO and UPDATE; `tokens` are those with a meaning. */
export function readTables(tokens: readonly PartiqlToken[]): StatementTable[] {
  return tokens.flatMap((token, place) => {
    const begins =
      isPartiqlWord(token, 'FROM') ||
      isPartiqlWord(token, 'INTO') ||
      (place === 0 && isPartiqlWord(token, 'UPDATE'));
    const table = begins ? tableAt(tokens, place + 1) : undefined;
    return table === undefined ? [] : [table];
  });
}

function tableAt(tokens: readonly PartiqlToken[], place: number): StatementTable | undefined {
  const token = tokens[place];
  const name = nameOfToken(token);
  if (token === undefined || name === undefined) return undefined;
  const index = isPartiqlSymbol(tokens[place + 1], '.')
    ? nameOfToken(tokens[place + 2])
    : undefined;
  return { name, ...(index === undefined ? {} : { index }), position: token.position };
}
