import type { ColumnLayout } from '../../../contract/workspace.ts';
import type { Column } from './columns.ts';

/** A column at its place in the grid, or with a place that it takes again once it is shown. */
export type ArrangedColumn = Column & {
  /** Beside the row numbers, seen wherever the grid is scrolled to. */
  readonly pinned: boolean;
  readonly hidden: boolean;
};

/** Nothing moved, hidden, pinned or resized. */
export const emptyLayout: ColumnLayout = { order: [], hidden: [], pinned: [], widths: [] };

export const narrowestColumn = 48;
export const widestColumn = 1_200;
const mostNames = 10_000;
const mostPinned = 100;

/** Whether a column is one of the table's keys, which stay at the left whatever is moved. */
export function isTableKey({ role }: Column): boolean {
  return role === 'partition-key' || role === 'sort-key';
}

/**
 * All columns in the order of a layout, hidden ones at their places too: the table's keys, those
 * that are pinned, those that were moved, then all others in the order in which they are given.
 */
export function arrangeColumns(
  columns: readonly Column[],
  layout: ColumnLayout,
): readonly ArrangedColumn[] {
  const keys = columns.filter(isTableKey);
  const others = new Map(
    columns.filter((column) => !isTableKey(column)).map((column) => [column.name, column]),
  );
  const hidden = new Set(layout.hidden);
  const pinned = new Set(layout.pinned);
  const ordered = new Set([...layout.pinned, ...layout.order, ...others.keys()]);
  return [
    ...keys.map((column) => ({ ...column, pinned: true, hidden: false })),
    ...[...ordered].flatMap((name) => {
      const column = others.get(name);
      if (column === undefined) return [];
      return [{ ...column, pinned: pinned.has(name), hidden: hidden.has(name) }];
    }),
  ];
}

/** Where a column goes: among the pinned ones or not, before another one or, without it, last. */
export type ColumnPlace = { readonly pinned: boolean; readonly before: string | undefined };

/**
 * The layout with a column elsewhere. Only the columns up to the last one that was ever moved keep
 * a place of their own; those behind them go on in the order of the grid's choice.
 */
export function moveColumn(
  columns: readonly Column[],
  layout: ColumnLayout,
  name: string,
  { pinned, before }: ColumnPlace,
): ColumnLayout {
  const moved = columns.find((column) => column.name === name);
  if (moved === undefined || isTableKey(moved) || name === before) return layout;
  if (pinned)
    return { ...layout, pinned: insert(layout.pinned, name, before).slice(0, mostPinned) };
  const placed = new Set([...layout.order, name]);
  const unplaced = columns.filter((column) => !isTableKey(column) && !placed.has(column.name));
  const names = insert([...layout.order, ...unplaced.map((column) => column.name)], name, before);
  const last = names.findLastIndex((other) => placed.has(other));
  return {
    ...layout,
    order: names.slice(0, Math.min(last + 1, mostNames)),
    pinned: without(layout.pinned, name),
  };
}

/**
 * The place one further to the left or to the right among the given columns, which are in the order
 * of the layout; undefined where there is none.
 */
export function neighbouringPlace(
  columns: readonly ArrangedColumn[],
  name: string,
  step: -1 | 1,
): ColumnPlace | undefined {
  const column = columns.find((other) => other.name === name);
  if (column === undefined || isTableKey(column)) return undefined;
  const { pinned } = column;
  const zone = columns.filter((other) => !isTableKey(other) && other.pinned === pinned);
  const index = zone.indexOf(column);
  if (zone[index + step] === undefined) return undefined;
  return { pinned, before: zone[step === -1 ? index - 1 : index + 2]?.name };
}

/**
 * Where a column goes that is dropped in the gap before the shown column of that index; undefined
 * where it would stay where it is.
 */
export function droppedPlace(
  shown: readonly ArrangedColumn[],
  name: string,
  gap: number,
): ColumnPlace | undefined {
  const index = shown.findIndex((column) => column.name === name);
  const column = shown[index];
  if (column === undefined || isTableKey(column)) return undefined;
  const keys = shown.filter(isTableKey).length;
  const pinnedEnd = shown.filter((other) => other.pinned).length;
  const at = Math.max(gap, keys);
  const pinned = at < pinnedEnd || (at === pinnedEnd && column.pinned);
  if (pinned === column.pinned && (at === index || at === index + 1)) return undefined;
  const next = shown[at];
  return { pinned, before: next?.pinned === pinned ? next.name : undefined };
}

/** The layout with columns shown or not. */
export function hideColumns(
  layout: ColumnLayout,
  names: readonly string[],
  hidden: boolean,
): ColumnLayout {
  const changed = new Set(names);
  const others = layout.hidden.filter((name) => !changed.has(name));
  return { ...layout, hidden: hidden ? [...others, ...changed].slice(-mostNames) : others };
}

/** The layout with a column pinned behind those that are, or back at its place among the others. */
export function pinColumn(layout: ColumnLayout, name: string, pinned: boolean): ColumnLayout {
  const others = without(layout.pinned, name);
  return { ...layout, pinned: pinned ? [...others, name].slice(0, mostPinned) : others };
}

/** The layout with widths in pixels that the user gave. */
export function resizeColumns(
  layout: ColumnLayout,
  given: ReadonlyMap<string, number>,
): ColumnLayout {
  const widths = new Map(layout.widths.map(({ name, width }) => [name, width]));
  for (const [name, width] of given) {
    // The last one resized is the last one to be forgotten.
    widths.delete(name);
    widths.set(name, boundedWidth(width));
  }
  return {
    ...layout,
    widths: [...widths].map(([name, width]) => ({ name, width })).slice(-mostNames),
  };
}

/** A width in whole pixels that a column may have. */
export function boundedWidth(width: number): number {
  return Math.round(Math.min(widestColumn, Math.max(narrowestColumn, width)));
}

function without(names: readonly string[], name: string): string[] {
  return names.filter((other) => other !== name);
}

function insert(names: readonly string[], name: string, before: string | undefined): string[] {
  const others = without(names, name);
  const index = before === undefined ? -1 : others.indexOf(before);
  return index === -1 ? [...others, name] : others.toSpliced(index, 0, name);
}
