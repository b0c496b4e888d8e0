import type { GridSelection } from './selection.ts';

/**
 * Which cells of a row are selected, as a short text, so that a row whose text stays the same need
 * not be drawn again; undefined for most rows.
 */
export function marksOf(selection: GridSelection, row: number): string | undefined {
  if (selection.kind !== 'cells') return undefined;
  const marks = selection.ranges
    .filter(({ top, bottom }) => row >= top && row <= bottom)
    .map(
      ({ top, bottom, left, right }) =>
        `${left}-${right}${row === top ? 't' : ''}${row === bottom ? 'b' : ''}`,
    );
  return marks.length === 0 ? undefined : marks.join(',');
}

/**
 * The edges of the selected ranges at a cell: `t`, `b`, `l`, `r`, none of them inside of a range;
 * undefined for a cell that is not selected.
 */
export function edgesAt(marks: string | undefined, column: number): string | undefined {
  if (marks === undefined) return undefined;
  let edges: string | undefined;
  for (const mark of marks.split(',')) {
    const [, left, right, ends = ''] = /^(\d+)-(\d+)([tb]*)$/.exec(mark) ?? [];
    if (column < Number(left) || column > Number(right)) continue;
    const sides = `${column === Number(left) ? 'l' : ''}${column === Number(right) ? 'r' : ''}`;
    edges = (edges ?? '') + ends + sides;
  }
  return edges;
}
