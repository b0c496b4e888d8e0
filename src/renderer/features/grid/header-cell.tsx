/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the rows of a <table> cannot be placed by pixels */
import { IconArrowDown, IconArrowUp, IconChevronDown } from '@tabler/icons-react';
import type { KeyboardEvent, PointerEvent, ReactElement, ReactNode } from 'react';
import { attributeTypeNames } from '../../../domain/attribute-value.ts';
import type { ArrangedColumn } from './column-layout.ts';
import { isTableKey } from './column-layout.ts';
import { sortInAria } from './column-sort.ts';
import type { ColumnSort } from './column-sort.ts';
import type { PlacedColumn } from './column-window.ts';
import type { ColumnRole } from './columns.ts';
import classes from './grid-header.module.css';

const badges: Readonly<Record<ColumnRole, string | undefined>> = {
  'partition-key': 'PK',
  'sort-key': 'SK',
  'index-key': 'index',
  attribute: undefined,
};

const roleNames: Readonly<Record<ColumnRole, string>> = {
  'partition-key': 'partition key',
  'sort-key': 'sort key',
  'index-key': 'key of the index',
  attribute: 'attribute',
};

type HeaderCellProps = {
  placed: PlacedColumn<ArrangedColumn>;
  /** Whether it stays in sight while the others scroll. */
  stuck: boolean;
  dragged: boolean;
  sort: ColumnSort | undefined;
  sortable: boolean;
  onSort: () => void;
  onMenu: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onFocus: () => void;
  onDragStart: (event: PointerEvent<HTMLElement>) => void;
  onResizeStart: (event: PointerEvent) => void;
  onFit: () => void;
  /** Puts the menu around its button while it is open. */
  withMenu: (button: ReactElement) => ReactNode;
};

/** The name of an attribute: sorts by a click, moves by a drag, and has a menu and an edge. */
export function HeaderCell(props: HeaderCellProps) {
  const { placed, stuck, sort, sortable } = props;
  const { column, number, left, width } = placed;
  const { name, role } = column;
  const order = sortInAria(sort, name);
  return (
    <div
      role="columnheader"
      className={stuck ? `${classes.header} ${classes.stuck}` : classes.header}
      style={stuck ? { width, left } : { width }}
      aria-colindex={number + 1}
      aria-label={name === '' ? 'Attribute without a name' : name}
      aria-sort={sortable ? order : undefined}
      title={describe(column, order, sortable)}
      tabIndex={-1}
      data-header={number}
      data-dragged={props.dragged || undefined}
      data-movable={!isTableKey(column) || undefined}
      onClick={props.onSort}
      onKeyDown={props.onKeyDown}
      onFocus={(event) => {
        // A click sorts, and leaves the focused cell what it is.
        if (event.currentTarget.matches(':focus-visible')) props.onFocus();
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        props.onMenu();
      }}
      onPointerDown={props.onDragStart}
    >
      <span className={classes.name} data-empty={name === '' || undefined}>
        {name === '' ? '""' : name}
      </span>
      {badges[role] !== undefined && (
        <span className={classes.badge} data-badge={badges[role]} aria-hidden="true" />
      )}
      {order === 'ascending' && <IconArrowUp className={classes.order} size={14} aria-hidden />}
      {order === 'descending' && <IconArrowDown className={classes.order} size={14} aria-hidden />}
      {props.withMenu(
        <button
          type="button"
          className={classes.menu}
          aria-label={`Column ${name} menu`}
          tabIndex={-1}
          onPointerDown={(event) => event.stopPropagation()}
          onClick={(event) => {
            event.stopPropagation();
            props.onMenu();
          }}
        >
          <IconChevronDown size={14} aria-hidden="true" />
        </button>,
      )}
      <span
        className={classes.resizer}
        aria-hidden="true"
        onPointerDown={(event) => {
          event.stopPropagation();
          props.onResizeStart(event);
        }}
        onClick={(event) => event.stopPropagation()}
        onDoubleClick={(event) => {
          event.stopPropagation();
          props.onFit();
        }}
      />
    </div>
  );
}

function describe(
  { name, role, types }: ArrangedColumn,
  order: ReturnType<typeof sortInAria>,
  sortable: boolean,
): string {
  const words = [roleNames[role], ...types.map((type) => attributeTypeNames[type])].join(', ');
  if (!sortable) return `${name}: ${words}`;
  const sorting =
    order === 'none' ? 'A click sorts the loaded rows' : `The loaded rows are sorted, ${order}`;
  return `${name}: ${words}\n${sorting}`;
}
