import type { Item } from '../../../domain/attribute-value.ts';
import { resizeColumns } from './column-layout.ts';
import { fittingWidth, widestFit } from './columns.ts';
import type { Column } from './columns.ts';
import type { ColumnsControl } from './use-columns.ts';

/** Gives columns the widths that their names and the values of some rows need. */
export function fitColumns(
  { layout, onLayout }: Pick<ColumnsControl, 'layout' | 'onLayout'>,
  columns: readonly Column[],
  items: readonly Item[],
): void {
  const widths = columns.map(
    (column) => [column.name, fittingWidth(column, items, widestFit)] as const,
  );
  onLayout(resizeColumns(layout, new Map(widths)));
}
