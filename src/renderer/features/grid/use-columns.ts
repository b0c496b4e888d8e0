import { useMemo } from 'react';
import type { IndexDescription, KeySchema } from '../../../domain/table-schema.ts';
import type { ColumnLayout } from '../../../contract/workspace.ts';
import { arrangeColumns } from './column-layout.ts';
import type { ArrangedColumn } from './column-layout.ts';
import { columnsOf } from './columns.ts';
import type { Column, SeenAttribute } from './columns.ts';
import { useAttributeOrder } from './use-attribute-order.ts';
import type { ReadingState } from './use-attribute-order.ts';
import { useColumnLayout } from './use-column-layout.ts';

/** All columns of a table, and how the user wants them. */
export type ColumnsControl = {
  /** In the order that the grid chooses by itself. */
  readonly known: readonly Column[];
  /** In the order of the layout, hidden ones too. */
  readonly arranged: readonly ArrangedColumn[];
  readonly layout: ColumnLayout;
  readonly onLayout: (layout: ColumnLayout) => void;
};

type TableOfColumns = {
  connectionId: string;
  tableName: string;
  schema: KeySchema;
  index: IndexDescription | undefined;
};

/** The columns that the grid shows, in their order, and the means to arrange them. */
export function useColumns(
  { connectionId, tableName, schema, index }: TableOfColumns,
  state: ReadingState,
  seen: readonly SeenAttribute[],
): { columns: readonly ArrangedColumn[]; control: ColumnsControl } {
  const ordered = useAttributeOrder(state, seen);
  const { layout, setLayout } = useColumnLayout(connectionId, tableName);
  const known = useMemo(() => columnsOf(schema, index, ordered), [schema, index, ordered]);
  const arranged = useMemo(() => arrangeColumns(known, layout), [known, layout]);
  const columns = useMemo(() => arranged.filter(({ hidden }) => !hidden), [arranged]);
  const control = useMemo(
    () => ({ known, arranged, layout, onLayout: setLayout }),
    [known, arranged, layout, setLayout],
  );
  return { columns, control };
}
