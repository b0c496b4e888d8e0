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

  // Counted on from the list of before: while one row is typed, the ten thousand others are not
  // looked at again.
  const uses = new Map<string, number>();
  let counted: readonly StagedChange[] = [];
  const count = (change: StagedChange | undefined, by: 1 | -1) => {
    if (change?.original !== undefined || change?.edited === undefined) return;
    const key = keyOf(change.edited);
    uses.set(key, (uses.get(key) ?? 0) + by);
  };
  const countUp = (changes: readonly StagedChange[]) => {
    for (let place = 0; place < Math.max(changes.length, counted.length); place += 1) {
      if (changes[place] === counted[place]) continue;
      count(counted[place], -1);
      count(changes[place], 1);
    }
    counted = changes;
  };

  /** The problems of the new rows among changes. */
  return (changes: readonly StagedChange[]): NewRowProblem => {
    countUp(changes);
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
