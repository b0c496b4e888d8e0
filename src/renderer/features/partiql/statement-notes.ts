import type { Connection } from '../../../contract/connections.ts';
import { isPartiqlSymbol, isPartiqlWord, scanWarning } from '../../../domain/partiql/index.ts';
import type { PartiqlStatement, ReadTable } from '../../../domain/partiql/index.ts';

/** From so many items on a scan is asked about before it runs. */
export const manyItems = 10_000;

/** A sentence on what running would do; `asks` where the user is asked first. */
export type StatementNote = { readonly words: string; readonly asks: boolean };

/** What is to be said of statements before they run. */
export function notesOf(
  statements: readonly PartiqlStatement[],
  tables: readonly ReadTable[],
  connection: Pick<Connection, 'kind' | 'name'>,
): StatementNote[] {
  return statements.flatMap((statement) => {
    const table = tables.find(({ tableName }) => tableName === statement.table?.name);
    const scan = table && scanWarning(statement, table);
    const notes = connection.kind === 'sandbox' ? sandboxNotes(statement) : [];
    const asks = (table?.itemCount ?? 0) > manyItems;
    return [
      ...(scan === undefined ? [] : [{ words: scan, asks }]),
      ...notes.map((words) => ({ words, asks: false })),
    ];
  });
}

/** Where the sandbox's engine differs from the service: see what it was tried with. */
function sandboxNotes({ tokens, kind }: PartiqlStatement): string[] {
  const has = (word: string) => tokens.some((token) => isPartiqlWord(token, word));
  const sets = tokens.filter((token) => isPartiqlWord(token, 'SET')).length;
  const sized = tokens.some(
    (token, place) => isPartiqlWord(token, 'SIZE') && isPartiqlSymbol(tokens[place + 1], '('),
  );
  const notes: string[] = [];
  if (kind === 'select' && has('ORDER'))
    notes.push('The sandbox’s engine ignores ORDER BY: sort the rows once they are loaded.');
  if (kind === 'update' && sets > 1)
    notes.push('The sandbox’s engine takes one SET only: write SET a = 1, b = 2.');
  if (sized) notes.push('The sandbox’s engine does not take size(…) in PartiQL.');
  if (kind === 'exists') notes.push('The sandbox’s engine does not take EXISTS in PartiQL.');
  return notes;
}
