import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { emptyLayout, hideColumns, isTableKey } from './column-layout.ts';
import type { ArrangedColumn } from './column-layout.ts';
import { ColumnListRow, listRowHeight } from './column-list-row.tsx';
import classes from './column-list.module.css';
import type { ColumnsControl } from './use-columns.ts';

type ColumnListProps = {
  control: ColumnsControl;
  onFit: (columns: readonly ArrangedColumn[]) => void;
};

const listHeight = 10 * listRowHeight;
const overscan = 8;

/** All columns in their order: shown or not, pinned or not. Only those in sight are drawn. */
export function ColumnList({ control, onFit }: ColumnListProps) {
  const { arranged, layout, onLayout } = control;
  const [search, setSearch] = useState('');
  const [top, setTop] = useState(0);
  const text = search.trim().toLowerCase();
  const found = arranged.filter(({ name }) => name.toLowerCase().includes(text));
  const shown = arranged.filter(({ hidden }) => !hidden);
  const free = found.filter((column) => !isTableKey(column));
  const hideFound = (hidden: boolean) =>
    onLayout(
      hideColumns(
        layout,
        free.map(({ name }) => name),
        hidden,
      ),
    );

  const first = Math.max(0, Math.floor(top / listRowHeight) - overscan);
  const last = Math.ceil((top + listHeight) / listRowHeight) + overscan;
  return (
    <div className={classes.panel}>
      <TextInput
        aria-label="Search columns"
        placeholder="Search columns"
        data-autofocus
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          setTop(0);
        }}
      />
      <div
        // The list of another search begins at its top.
        key={text}
        className={classes.list}
        style={{ maxHeight: listHeight }}
        onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      >
        <ul style={{ height: found.length * listRowHeight }}>
          {found.slice(first, last).map((column, index) => (
            <ColumnListRow
              key={column.id}
              column={column}
              place={first + index}
              count={found.length}
              control={control}
              movable={text === ''}
            />
          ))}
        </ul>
      </div>
      <div className={classes.summary}>
        {found.length === 0
          ? 'No column of that name.'
          : `${text === '' ? '' : `${found.length} found. `}${shown.length} of ${arranged.length} columns are shown.`}
      </div>
      <div className={classes.acts}>
        <Button disabled={!free.some(({ hidden }) => hidden)} onClick={() => hideFound(false)}>
          Show all
        </Button>
        <Button disabled={!free.some(({ hidden }) => !hidden)} onClick={() => hideFound(true)}>
          Hide all
        </Button>
        <Button onClick={() => onFit(shown)}>Fit all</Button>
        <span className={classes.room} />
        <Button disabled={isEmpty(layout)} onClick={() => onLayout(emptyLayout)}>
          Reset layout
        </Button>
      </div>
    </div>
  );
}

function isEmpty({ order, hidden, pinned, widths }: ColumnsControl['layout']): boolean {
  return order.length + hidden.length + pinned.length + widths.length === 0;
}
