import type { AttributeValue, Item } from '../../../domain/attribute-value.ts';

/** A row of the grid: an item with what is staged for it. */
export type GridRowSource = {
  /** The identity of the row: what is staged is found by it. */
  readonly rowKey: string;
  /** As it is shown: with its staged edits; as it was read where it shall be deleted. */
  readonly item: Item;
  /** As it was read; undefined for a new row that is not written yet. */
  readonly original: Item | undefined;
  readonly staged: 'edited' | 'new' | 'deleted' | undefined;
  /** Why a new row cannot be written as it is, in a sentence. */
  readonly problem?: string | undefined;
};

/** The rows of the grid by their places, whoever they come from. */
export type GridSource = {
  readonly rowCount: number;
  /** How many of them are new ones, which come before all others. */
  readonly newRowCount?: number | undefined;
  /** The row, or undefined while it is not here. */
  readonly rowAt: (index: number) => GridRowSource | undefined;
  /** Asks for what is missing of the rows in sight. */
  readonly want: (first: number, last: number) => void;
  /** Rows from a place on, all of them waited for: what a copy or a paste of many rows needs. */
  readonly fetch: (
    first: number,
    count: number,
    signal?: AbortSignal,
  ) => Promise<readonly GridRowSource[]>;
};

/** One attribute of a row set to a value or, with undefined, removed. */
export type CellChange = {
  readonly row: GridRowSource;
  readonly name: string;
  readonly value: AttributeValue | undefined;
};
