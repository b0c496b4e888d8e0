import { getAttribute } from '../../../domain/attribute-map.ts';
import { notifyWarning } from '../../ui/notify.ts';
import type { Block } from './block.ts';
import { editBlock, leftOutInWords } from './block-edit.ts';
import type { CellOutcome, LeftOut, PlacedRow } from './block-edit.ts';
import type { Column } from './columns.ts';
import type { CellChange } from './grid-source.ts';
import { pasteTarget } from './paste-cells.ts';
import type { PastedCell, PastedCells } from './paste-cells.ts';
import { countRows, mergeRanges, rowsIn } from './row-ranges.ts';
import type { RowRange } from './row-ranges.ts';
import { typedValue } from './typed-value.ts';
import type { WithRows } from './use-grid-task.ts';

/** More rows than this are not staged one by one. */
export const mostRowsStaged = 10_000;

type BlockEditOptions = {
  columns: readonly Column[];
  size: { rowCount: number; columnCount: number };
  /** False where rows lack attributes that their items have. */
  inPlace: boolean;
  onEdit: (changes: readonly CellChange[]) => void;
  withRows: WithRows;
};

/** Why an act on so many rows is not done here, said; whether it was refused. */
export function refusedAsMany(rows: number): boolean {
  if (rows <= mostRowsStaged) return false;
  notifyWarning(
    `${rows.toLocaleString('en-GB')} rows are too many to stage one by one: at most ` +
      `${mostRowsStaged.toLocaleString('en-GB')} are. Select fewer, or use a bulk change.`,
  );
  return true;
}

/** Changes of many cells at once: pasted, filled, removed, set to NULL; each one step of undo. */
export function useBlockEdit({ columns, size, inPlace, onEdit, withRows }: BlockEditOptions) {
  const columnsAt = (numbers: readonly number[]) =>
    numbers.flatMap((number) => columns[number - 1] ?? []);

  const apply = (
    rows: readonly RowRange[],
    label: string,
    numbers: readonly number[],
    outcomeOf: (rows: readonly PlacedRow[]) => (placed: PlacedRow, column: Column) => CellOutcome,
    outside: readonly (readonly [LeftOut, number])[] = [],
  ) => {
    if (!inPlace) {
      notifyWarning(
        'These rows show only some attributes of their items: open an item to change it.',
      );
      return;
    }
    if (refusedAsMany(countRows(rows))) return;
    withRows(rows, label, (placed) => {
      const edit = editBlock(placed, columnsAt(numbers), outcomeOf(placed));
      const leftOut = new Map([...edit.leftOut, ...outside.filter(([, count]) => count > 0)]);
      if (edit.changes.length > 0) onEdit(edit.changes);
      const words = leftOutInWords(leftOut);
      if (words !== undefined) notifyWarning(words);
    });
  };

  /** Sets every cell of a block to a value or, with undefined, removes its attribute. */
  const setAll = (block: Block, value: { readonly NULL: true } | undefined) =>
    apply(
      block.rows,
      value === undefined ? 'Removing' : 'Setting NULL',
      block.columns,
      () => () => value,
    );

  /** Copies the cells of the first row down; of a single row, those of the row above it. */
  const fillDown = (block: Block) => {
    const [top] = rowsIn(block.rows.slice(0, 1));
    if (top === undefined) return;
    const above = countRows(block.rows) === 1 ? Math.max(0, top - 1) : top;
    const rows = mergeRanges([{ first: above, count: 1 }, ...block.rows]);
    apply(
      rows,
      'Filling down',
      block.columns,
      ([from]) =>
        ({ index }, { name }) =>
          from === undefined || index === from.index ? 'keep' : getAttribute(from.row.item, name),
    );
  };

  /** Pastes from the block's first cell on, or into all of it; answers the cells that it took. */
  const paste = (cells: PastedCells, block: Block): Block => {
    const { rows, columns: numbers, below, beside, cellAt } = pasteTarget(cells, block, size);
    const outside = [['below', below] as const, ['beside', beside] as const];
    const outcomeOf = () => {
      const rowNumbers = numbered(rowsIn(rows));
      const columnNumbers = numbered(columnsAt(numbers));
      return (placed: PlacedRow, column: Column) => {
        const cell = cellAt(rowNumbers.get(placed.index) ?? 0, columnNumbers.get(column) ?? 0);
        return pastedOutcome(cell, placed, column);
      };
    };
    apply(rows, 'Pasting', numbers, outcomeOf, outside);
    return { rows, columns: numbers, whole: false };
  };

  return { setAll, fillDown, paste };
}

const numbered = <Part>(parts: Iterable<Part>): ReadonlyMap<Part, number> =>
  new Map([...parts].map((part, index) => [part, index]));

/** What a pasted cell makes of the cell beneath; of nothing it makes a missing attribute. */
function pastedOutcome(
  cell: PastedCell | undefined,
  { row }: PlacedRow,
  { name, types }: Column,
): CellOutcome {
  if (cell === undefined) return 'keep';
  if ('value' in cell) return cell.value;
  const present = getAttribute(row.item, name);
  if (cell.text === '')
    return present !== undefined && 'S' in present && present.S === '' ? 'keep' : undefined;
  return typedValue(cell.text, present, types) ?? 'type';
}
