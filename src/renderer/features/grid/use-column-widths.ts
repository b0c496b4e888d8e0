import { useState } from 'react';
import type { Item } from '../../../domain/attribute-value.ts';
import { fittingWidth, headerWidth } from './columns.ts';
import type { Column } from './columns.ts';

type Widths = ReadonlyMap<string, number>;

/**
 * A width for each column by its id, from the first rows that are here when the column appears. It
 * stays: a column that changes its width while more rows come cannot be read.
 */
export function useColumnWidths(columns: readonly Column[], sample: readonly Item[]): Widths {
  const [widths, setWidths] = useState<Widths>(() => new Map());
  const unfit = columns.filter((column) => (widths.get(column.id) ?? 0) < headerWidth(column));
  if (unfit.length === 0) return widths;
  const next = new Map([
    ...widths,
    ...unfit.map((column) => [column.id, fittingWidth(column, sample)] as const),
  ]);
  // Before the first rows are here the widths are a guess from the names, and not kept.
  if (sample.length > 0) setWidths(next);
  return next;
}
