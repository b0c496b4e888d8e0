import { useState } from 'react';
import type { Item } from '../../../domain/attribute-value.ts';
import { fittingWidth } from './columns.ts';
import type { Column } from './columns.ts';

/**
 * A width for each column, from the first rows that are here when the column appears. It stays: a
 * column that changes its width while more rows come cannot be read.
 */
export function useColumnWidths(
  columns: readonly Column[],
  sample: readonly Item[],
): ReadonlyMap<string, number> {
  const [widths, setWidths] = useState<ReadonlyMap<string, number>>(() => new Map());
  const unknown = columns.filter(({ id }) => !widths.has(id));
  if (unknown.length === 0) return widths;
  const fitted = unknown.map((column) => [column.id, fittingWidth(column, sample)] as const);
  const next = new Map([...widths, ...fitted]);
  // Before the first rows are here the widths are a guess from the names, and not kept.
  if (sample.length > 0) setWidths(next);
  return next;
}
