import type { CellChange } from '../grid/grid-source.ts';
import type { StagePatch } from './stage-step.ts';
import { newRowKey, withAttribute } from './staged-change.ts';
import type { Stage, StagedChange } from './staged-change.ts';
import type { Item } from '../../../domain/attribute-value.ts';

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

/** New rows with these items. */
export function newRows(items: readonly Item[]): StagePatch {
  return items.map((edited) => {
    const rowKey = newRowKey();
    return [rowKey, { rowKey, original: undefined, edited }] as const;
  });
}

/** New rows that are copies of others: each needs another key before it can be written. */
export function copiesOf(rows: readonly { rowKey: string; item: Item }[]): StagePatch {
  return rows.map(({ rowKey: copyOf, item }) => {
    const rowKey = newRowKey();
    return [rowKey, { rowKey, original: undefined, edited: item, copyOf }] as const;
  });
}
