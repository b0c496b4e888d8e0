import { countRows, rangesWithin } from './row-ranges.ts';
import type { GridSelection } from './selection.ts';

const counted = (count: number, one: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : `${one}s`}`;

/** `3 rows × 2 columns`. */
export function blockInWords(rows: number, columns: number): string {
  return `${counted(rows, 'row')} × ${counted(columns, 'column')}`;
}

/** What is selected, for a screen reader; nothing where it is only the focused cell. */
export function selectionInWords(selection: GridSelection, rowCount: number): string {
  if (selection.kind === 'none') return '';
  if (selection.kind === 'rows')
    return `${counted(countRows(rangesWithin(selection.ranges, rowCount)), 'row')} selected`;
  const [range] = selection.ranges;
  if (range === undefined) return '';
  if (selection.ranges.length > 1) return `${counted(selection.ranges.length, 'range')} selected`;
  return `${blockInWords(range.bottom - range.top + 1, range.right - range.left + 1)} selected`;
}
