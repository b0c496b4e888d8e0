import { useState } from 'react';
import type { Item } from '../../../domain/attribute-value.ts';
import { fittingWidth, headerWidth } from './columns.ts';
import type { Column } from './columns.ts';

type Widths = ReadonlyMap<string, number>;

/**
 * A width for each column, from the first rows that are here when the column appears. It stays: a
 * column that changes its width while more rows come cannot be read. `fit` fits one to the rows
 * that are here now.
 */
export function useColumnWidths(
  columns: readonly Column[],
  sample: readonly Item[],
): { widths: Widths; fit: (id: string) => void } {
  const [widths, setWidths] = useState<Widths>(() => new Map());
  const unfit = columns.filter((column) => (widths.get(column.id) ?? 0) < headerWidth(column));
  const withFitting = (some: readonly Column[]): Widths =>
    new Map([
      ...widths,
      ...some.map((column) => [column.id, fittingWidth(column, sample)] as const),
    ]);
  const fit = (id: string) => setWidths(withFitting(columns.filter((column) => column.id === id)));
  if (unfit.length === 0) return { widths, fit };
  const next = withFitting(unfit);
  // Before the first rows are here the widths are a guess from the names, and not kept.
  if (sample.length > 0) setWidths(next);
  return { widths: next, fit };
}
