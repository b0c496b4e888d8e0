/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the rows of a <table> cannot be placed by pixels */
import { attributeTypeNames } from '../../../domain/attribute-value.ts';
import type { Column, ColumnRole } from './columns.ts';
import type { ColumnWindow, PlacedColumn } from './column-window.ts';
import { drawWindow } from './draw-window.tsx';
import classes from './items-grid.module.css';
import type { GridTable } from './use-grid-table.ts';

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

type GridHeaderProps = {
  table: GridTable;
  numberWidth: number;
  pinned: readonly PlacedColumn<Column>[];
  window: ColumnWindow<Column>;
  /** Fits a column to what is in sight. */
  onFit: (id: string) => void;
};

/** The names of the attributes, keys badged, each column with a handle for its width. */
export function GridHeader({ table, numberWidth, pinned, window, onFit }: GridHeaderProps) {
  const headers = new Map(table.getFlatHeaders().map((header) => [header.column.id, header]));
  const cell = (placed: PlacedColumn<Column>, isPinned: boolean) => (
    <HeaderCell
      key={placed.column.id}
      placed={placed}
      pinned={isPinned}
      onResize={headers.get(placed.column.id)?.getResizeHandler()}
      onFit={() => {
        table.getColumn(placed.column.id)?.resetSize();
        onFit(placed.column.id);
      }}
    />
  );
  return (
    <div role="row" className={classes.headerRow} aria-rowindex={1}>
      {/* Not a column header: the headers are the attributes, and no attribute is named so. */}
      <div
        role="gridcell"
        className={classes.corner}
        style={{ width: numberWidth }}
        aria-colindex={1}
        aria-label="Row number"
      />
      {pinned.map((placed) => cell(placed, true))}
      {drawWindow(window, (placed) => cell(placed, false))}
    </div>
  );
}

type HeaderCellProps = {
  placed: PlacedColumn<Column>;
  pinned: boolean;
  onResize: ((event: unknown) => void) | undefined;
  onFit: () => void;
};

function HeaderCell({ placed, pinned, onResize, onFit }: HeaderCellProps) {
  const { name, role, types } = placed.column;
  const description = [roleNames[role], ...types.map((type) => attributeTypeNames[type])].join(
    ', ',
  );
  return (
    <div
      role="columnheader"
      className={pinned ? `${classes.header} ${classes.pinned}` : classes.header}
      style={pinned ? { width: placed.width, left: placed.left } : { width: placed.width }}
      aria-colindex={placed.number + 1}
      aria-label={name}
      title={`${name}: ${description}`}
    >
      <span className={classes.headerName}>{name}</span>
      {badges[role] !== undefined && (
        <span className={classes.badge} data-badge={badges[role]} aria-hidden="true" />
      )}
      <span
        className={classes.resizer}
        aria-hidden="true"
        onMouseDown={onResize}
        onTouchStart={onResize}
        onDoubleClick={onFit}
      />
    </div>
  );
}
