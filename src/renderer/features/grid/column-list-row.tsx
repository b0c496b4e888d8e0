import { Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPin, IconPinFilled } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import {
  hideColumns,
  isTableKey,
  moveColumn,
  neighbouringPlace,
  pinColumn,
} from './column-layout.ts';
import type { ArrangedColumn } from './column-layout.ts';
import classes from './column-list.module.css';
import type { ColumnsControl } from './use-columns.ts';

export const listRowHeight = 28;

type ColumnListRowProps = {
  column: ArrangedColumn;
  /** Its place in the list, from 0, of so many. */
  place: number;
  count: number;
  control: ColumnsControl;
  /** False where its neighbours are not in the list. */
  movable: boolean;
};

/** One column: whether it is shown, and the buttons that move and pin it. */
export function ColumnListRow({ column, place, count, control, movable }: ColumnListRowProps) {
  const { name, pinned, hidden } = column;
  const { known, arranged, layout, onLayout } = control;
  const isKey = isTableKey(column);
  const act = (
    title: string,
    Icon: ComponentType<{ size: number; 'aria-hidden': true }>,
    onClick: (() => void) | undefined,
    pressed?: boolean,
  ) => (
    <button
      type="button"
      className={classes.act}
      aria-label={`${title} ${name}`}
      title={title}
      aria-pressed={pressed}
      // Not `disabled`: the focus stays where a column has come to the end of its way.
      aria-disabled={onClick === undefined || undefined}
      onClick={onClick}
    >
      <Icon size={14} aria-hidden />
    </button>
  );
  const mover = (step: -1 | 1) => {
    const to = neighbouringPlace(arranged, name, step);
    return to && (() => onLayout(moveColumn(known, layout, name, to)));
  };
  return (
    <li
      className={classes.row}
      style={{ top: place * listRowHeight, height: listRowHeight }}
      aria-posinset={place + 1}
      aria-setsize={count}
    >
      <Checkbox
        className={classes.check}
        label={name === '' ? '""' : name}
        title={name}
        checked={!hidden}
        disabled={isKey}
        onChange={(event) => onLayout(hideColumns(layout, [name], !event.currentTarget.checked))}
      />
      {isKey ? (
        <span className={classes.key}>{column.role === 'sort-key' ? 'SK' : 'PK'}</span>
      ) : (
        <>
          {movable && act('Move up', IconArrowUp, mover(-1))}
          {movable && act('Move down', IconArrowDown, mover(1))}
          {act(
            'Pin',
            pinned ? IconPinFilled : IconPin,
            () => onLayout(pinColumn(layout, name, !pinned)),
            pinned,
          )}
        </>
      )}
    </li>
  );
}
