import { getAttribute } from '../../../domain/attribute-map.ts';
import { typeOf } from '../../../domain/attribute-value.ts';
import type { AttributeValue } from '../../../domain/attribute-value.ts';
import { attributeValuesEqual } from '../../../domain/equality.ts';
import type { Column } from './columns.ts';
import type { CellChange, GridRowSource } from './grid-source.ts';

/** Why a cell was left as it is. */
export type LeftOut = 'key' | 'key-type' | 'deleted' | 'type' | 'below' | 'beside';

/** How many cells were left out, for each reason. */
export type LeftOutCounts = ReadonlyMap<LeftOut, number>;

/** What a cell shall be: undefined is without the attribute; `keep` is as it is. */
export type CellOutcome = AttributeValue | undefined | 'keep' | 'type';

export type BlockEdit = {
  readonly changes: readonly CellChange[];
  readonly leftOut: LeftOutCounts;
};

/** A row with its place in the grid. */
export type PlacedRow = { readonly index: number; readonly row: GridRowSource };

/**
 * The changes that make each cell of some rows what it shall be; cells that are so already are none
 * of them. Key attributes are set in new rows only, and only to a value of their type.
 */
export function editBlock(
  rows: readonly PlacedRow[],
  columns: readonly Column[],
  outcome: (placed: PlacedRow, column: Column) => CellOutcome,
): BlockEdit {
  const changes: CellChange[] = [];
  const leftOut = new Map<LeftOut, number>();
  const leave = (reason: LeftOut) => leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);
  for (const placed of rows) {
    const { row } = placed;
    for (const column of columns) {
      const value = outcome(placed, column);
      const present = getAttribute(row.item, column.name);
      if (value === 'keep' || sameValue(present, value)) continue;
      const refusal = value === 'type' ? 'type' : refusalOf(row, column, value);
      if (refusal !== undefined) leave(refusal);
      else if (value !== 'type') changes.push({ row, name: column.name, value });
    }
  }
  return { changes, leftOut };
}

function sameValue(present: AttributeValue | undefined, next: CellOutcome): boolean {
  if (next === 'keep' || next === 'type') return false;
  if (present === undefined || next === undefined) return present === next;
  return attributeValuesEqual(present, next);
}

/** Why a cell cannot become this value in place, or undefined where it can. */
export function refusalOf(
  row: GridRowSource,
  column: Column,
  value: AttributeValue | undefined,
): LeftOut | undefined {
  if (row.staged === 'deleted') return 'deleted';
  if (!isKeyColumn(column)) return undefined;
  if (row.staged !== 'new') return 'key';
  const [type] = column.types;
  return value === undefined || (type !== undefined && typeOf(value) !== type)
    ? 'key-type'
    : undefined;
}

/** Whether a column is part of the table's primary key. */
export function isKeyColumn({ role }: Column): boolean {
  return role === 'partition-key' || role === 'sort-key';
}

const reasons: Readonly<Record<LeftOut, string>> = {
  key: 'key attributes cannot be edited in place',
  'key-type': 'a key attribute takes only a value of its type',
  deleted: 'the row shall be deleted',
  type: 'the text is no value of the type that the cell has',
  below: 'the grid has no more rows',
  beside: 'the grid has no more columns',
};

/** `4 cells were left out: key attributes cannot be edited in place.`; undefined where none was. */
export function leftOutInWords(leftOut: LeftOutCounts): string | undefined {
  const total = [...leftOut.values()].reduce((sum, count) => sum + count, 0);
  if (total === 0) return undefined;
  const cells = total === 1 ? '1 cell was' : `${total.toLocaleString('en-GB')} cells were`;
  const parts = [...leftOut]
    .filter(([, count]) => count > 0)
    .map(([reason, count]) =>
      leftOut.size > 1 ? `${reasons[reason]} (${count})` : reasons[reason],
    );
  return `${cells} left out: ${parts.join('; ')}.`;
}
