import type { Item } from '../../../domain/attribute-value.ts';
import { checkItemKeys } from '../../../domain/keys.ts';
import type { KeySchema } from '../../../domain/table-schema.ts';
import { rowKeyOf } from './row-key.ts';
import type { StagedChange } from './staged-change.ts';

/** Why a new row cannot be written as it is, in a sentence; undefined where it can. */
export type NewRowProblem = (change: StagedChange) => string | undefined;

/** Looks at the keys of new rows: of one, and whether two of them have the same. */
export function createNewRowProblems(schema: KeySchema) {
  const keys = new WeakMap<Item, string>();
  const keyOf = (item: Item): string => {
    const known = keys.get(item) ?? rowKeyOf(item, schema);
    keys.set(item, known);
    return known;
  };

  /** The problems of the new rows among changes. */
  return (changes: readonly StagedChange[]): NewRowProblem => {
    const uses = new Map<string, number>();
    for (const { original, edited } of changes) {
      const key = original === undefined && edited !== undefined ? keyOf(edited) : undefined;
      if (key !== undefined) uses.set(key, (uses.get(key) ?? 0) + 1);
    }
    return ({ original, edited, copyOf }) => {
      if (original !== undefined || edited === undefined) return undefined;
      const wrong = checkItemKeys(edited, schema);
      if (wrong !== undefined) return wrong;
      const key = keyOf(edited);
      if (key === copyOf)
        return 'This is a copy: it needs another key than the item that it is of.';
      return (uses.get(key) ?? 0) > 1 ? 'Another new row has the same key.' : undefined;
    };
  };
}
