import type { ReactNode } from 'react';
import type { AttributeValue } from '../../../domain/attribute-value.ts';
import type { ArrangedColumn } from './column-layout.ts';
import type { HeaderActs } from './grid-header.tsx';
import type { CellChange, GridRowSource, GridSource } from './grid-source.ts';
import type { RowRange } from './row-ranges.ts';
import type { ColumnsControl } from './use-columns.ts';

/** Rows that a search found, by their places. */
export type FoundRows = {
  readonly places: ReadonlySet<number>;
  readonly current: number | undefined;
};

/** A place to go to: each time with another id. */
export type GoTo = {
  readonly id: number;
  readonly row: number;
  readonly name?: string | undefined;
  /** False where the keyboard stays where it is, as in a search box. */
  readonly focus?: boolean | undefined;
};

export type ItemsGridProps = HeaderActs & {
  /** The accessible name. */
  label: string;
  /** Another number for the rows of another read: the grid begins at its top again. */
  run: number;
  /** In the order in which they are shown; keys first. */
  columns: readonly ArrangedColumn[];
  /** How the columns are arranged, and the means to arrange them otherwise. */
  control: ColumnsControl;
  source: GridSource;
  /** False where rows lack attributes that their items have: then the dialog reads the item. */
  inPlace: boolean;
  /** Nothing can be changed, opened or deleted: rows that may be parts of items. */
  readOnly?: boolean | undefined;
  found?: FoundRows | undefined;
  /** Scrolls there and, unless it says otherwise, focuses the cell; once for each id. */
  goTo?: GoTo | undefined;
  /** The focus came to a cell, or its row changed; without a name, to the number of its row. */
  onFocusCell?: ((row: GridRowSource, name: string | undefined) => void) | undefined;
  /** Other rows are selected, whole or by some of their cells; in order, as ranges. */
  onSelectRows?: ((ranges: readonly RowRange[]) => void) | undefined;
  onOpen: (row: GridRowSource) => void;
  /** Shows a value in full; with `edit`, to change it where that cannot be done in place. */
  onInspect?: ((row: GridRowSource, name: string, edit: boolean) => void) | undefined;
  /** Stages changes of cells; one call is one step of undo. */
  onEdit: (changes: readonly CellChange[]) => void;
  onToggleDeletion: (rows: readonly GridRowSource[]) => void;
  onDuplicate?: ((rows: readonly GridRowSource[]) => void) | undefined;
  /** Filters the loaded rows by a value; undefined stands for a missing attribute. */
  onFilterByValue?:
    | ((name: string, value: AttributeValue | undefined, negated: boolean) => void)
    | undefined;
  /** Opens the change of many rows at once. */
  onBulk?: (() => void) | undefined;
  /** Room under the last row, for what floats over the grid. */
  roomBelow: boolean;
  /** What stands over the rows: that there are none, or why. */
  children?: ReactNode;
};
