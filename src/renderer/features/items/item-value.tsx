import { useDeferredValue } from 'react';
import { useStore } from 'zustand';
import { getAttribute } from '../../../domain/attribute-map.ts';
import { keyNames } from '../../../domain/table-schema.ts';
import type { KeySchema } from '../../../domain/table-schema.ts';
import type { Column } from '../grid/columns.ts';
import type { CellChange, GridRowSource } from '../grid/grid-source.ts';
import type { ValueSubject } from '../values/panel/use-value-editor.ts';
import { ValuePanel } from '../values/panel/value-panel.tsx';
import { previewOf } from '../values/value-preview.ts';
import type { ValuePanelOfTable } from './value-panels.ts';

type ItemValueProps = {
  panel: ValuePanelOfTable;
  schema: KeySchema;
  columns: readonly Column[];
  /** False where rows lack attributes that their items have. */
  whole: boolean;
  onEdit: (changes: readonly CellChange[]) => void;
};

/** The value of the focused cell beneath the grid, once it was asked for. */
export function ItemValue(props: ItemValueProps) {
  const opened = useStore(props.panel.store, (state) => state.opened);
  return opened ? <OpenedValue {...props} /> : null;
}

function OpenedValue({ panel, schema, columns, whole, onEdit }: ItemValueProps) {
  // A value of 400 KB must not hold up the arrow keys.
  const { row, name, editKey } = useDeferredValue(useStore(panel.store));
  const focused =
    row === undefined || name === undefined
      ? undefined
      : subjectOf(row, name, { schema, columns, whole, onEdit });
  return (
    <ValuePanel
      focused={focused}
      editKey={editKey}
      memory={panel.memory}
      onReturn={focusGrid}
      onClose={() => {
        panel.close();
        focusGrid();
      }}
    />
  );
}

/** What the panel is told of a cell. */
function subjectOf(
  row: GridRowSource,
  name: string,
  { schema, columns, whole, onEdit }: Omit<ItemValueProps, 'panel'>,
): ValueSubject {
  const { partitionKey, sortKey } = schema;
  const badge = name === partitionKey.name ? 'PK' : name === sortKey?.name ? 'SK' : undefined;
  const rowLocked = !whole
    ? 'This row is what the index holds of its item: open the item to change it.'
    : row.staged === 'deleted'
      ? 'The item is to be deleted.'
      : undefined;
  return {
    rowKey: row.rowKey,
    rowTitle: titleOf(row, schema),
    item: row.item,
    name,
    types: columns.find((column) => column.name === name)?.types ?? [],
    badge,
    rowLocked,
    stage: (attribute, value) => onEdit([{ row, name: attribute, value }]),
    locked: rowLocked ?? (badge === undefined ? undefined : 'Open the item to change its key.'),
  };
}

function titleOf({ item }: GridRowSource, schema: KeySchema): string {
  const parts = keyNames(schema).map((name) => {
    const value = getAttribute(item, name);
    return value === undefined ? '' : previewOf(value).text;
  });
  return parts.join(' / ');
}

/** The focused cell is drawn wherever the grid is scrolled to. */
function focusGrid(): void {
  const cell = document.querySelector<HTMLElement>('[role="grid"] [data-column][tabindex="0"]');
  cell?.focus({ preventScroll: true });
}
