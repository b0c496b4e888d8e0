import { getAttribute } from '../../../domain/attribute-map.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import { attributeValuesEqual } from '../../../domain/equality.ts';
import type { CellChange } from '../grid/grid-source.ts';
import type { StagePatch } from './stage-step.ts';
import { newRowKey, withAttribute, withDeletion } from './staged-change.ts';
import type { Stage, StagedChange } from './staged-change.ts';

/** What changes of cells make of the rows that they are in; several of one row come together. */
export function editsOf(stage: Stage, changes: readonly CellChange[]): StagePatch {
  const patch = new Map<string, StagedChange | undefined>();
  for (const { row, name, value } of changes) {
    const { rowKey, original } = row;
    const staged = patch.has(rowKey) ? patch.get(rowKey) : stage.get(rowKey);
    // What shall be deleted is not edited by the way.
    if (staged !== undefined && staged.edited === undefined) continue;
    patch.set(rowKey, withAttribute({ rowKey, item: original, staged }, name, value));
  }
  return patch;
}

/**
 * The changes that give an item which is there another key. One that is moved already, or new, may
 * be given any.
 */
export function movesIn(
  stage: Stage,
  changes: readonly CellChange[],
  keys: readonly string[],
  rowKeyOf: (item: Item) => string,
): readonly CellChange[] {
  return changes.filter(({ row, name, value }) => {
    if (row.original === undefined || !keys.includes(name)) return false;
    const staged = stage.get(row.rowKey)?.edited;
    if (staged !== undefined && rowKeyOf(staged) !== row.rowKey) return false;
    const before = getAttribute(row.original, name);
    return value === undefined || before === undefined || !attributeValuesEqual(before, value);
  });
}

type RowItem = { readonly rowKey: string; readonly item: Item | undefined };

/** The deletion of rows; new ones are given up. Rows whose item is not known stay as they are. */
export function deletionsOf(stage: Stage, rows: readonly RowItem[]): StagePatch {
  return rows.flatMap(({ rowKey, item }) => {
    const staged = stage.get(rowKey);
    if (item === undefined && staged === undefined) return [];
    return [[rowKey, withDeletion({ rowKey, item, staged })] as const];
  });
}

/** New rows that are copies of others: each needs another key before it can be written. */
export function copiesOf(
  stage: Stage,
  rows: readonly RowItem[],
): readonly (readonly [rowKey: string, change: StagedChange])[] {
  return rows.flatMap(({ rowKey: source, item }) => {
    if (item === undefined) return [];
    const rowKey = newRowKey();
    // A copy of a copy needs another key than the first of them.
    const copyOf = stage.get(source)?.copyOf ?? source;
    return [[rowKey, { rowKey, original: undefined, edited: item, copyOf }] as const];
  });
}
