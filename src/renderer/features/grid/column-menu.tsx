import { Menu } from '@mantine/core';
import {
  IconArrowAutofitWidth,
  IconArrowLeft,
  IconArrowRight,
  IconColumns3,
  IconEyeOff,
  IconFilter,
  IconPin,
  IconPinnedOff,
  IconSortAscending,
  IconSortDescending,
  IconX,
} from '@tabler/icons-react';
import type { ComponentType, ReactElement } from 'react';
import {
  hideColumns,
  isTableKey,
  moveColumn,
  neighbouringPlace,
  pinColumn,
} from './column-layout.ts';
import type { ArrangedColumn } from './column-layout.ts';
import type { ColumnSort } from './column-sort.ts';
import type { ColumnsControl } from './use-columns.ts';
import type { HeaderPlace } from './use-column-panels.ts';

type ColumnMenuProps = {
  column: ArrangedColumn;
  number: number;
  control: ColumnsControl;
  sort: ColumnSort | undefined;
  onSort: ((name: string, descending: boolean | undefined) => void) | undefined;
  onFilter: ((name: string) => void) | undefined;
  onFit: (columns: readonly ArrangedColumn[]) => void;
  onChooser: () => void;
  /** Closes the menu. The focus goes to a header where the menu was used or left by a key. */
  onClose: (focus: HeaderPlace | undefined) => void;
  /** The button that the menu belongs to. */
  children: ReactElement;
};

/** What can be done with one column. */
export function ColumnMenu(props: ColumnMenuProps) {
  const { column, control, sort, onSort, onFilter, onClose } = props;
  const { name, pinned } = column;
  const { known, arranged, layout, onLayout } = control;
  const shown = arranged.filter(({ hidden }) => !hidden);
  const isKey = isTableKey(column);
  const sorted = sort?.name === name ? sort : undefined;
  const entry = (
    title: string,
    Icon: ComponentType<{ size: number }>,
    act: (() => void) | undefined,
    focus: HeaderPlace | undefined = { name },
  ) => (
    <Menu.Item
      leftSection={<Icon size={15} />}
      disabled={act === undefined}
      onClick={() => {
        act?.();
        onClose(focus);
      }}
    >
      {title}
    </Menu.Item>
  );
  const mover = (step: -1 | 1) => {
    const place = neighbouringPlace(shown, name, step);
    return place && (() => onLayout(moveColumn(known, layout, name, place)));
  };

  return (
    <Menu
      opened
      onClose={() => onClose(undefined)}
      position="bottom-start"
      width={210}
      trapFocus
      // The first entry has the focus, and the menu is a part of the page's main region.
      withInitialFocusPlaceholder={false}
      portalProps={{ target: 'main' }}
      floatingStrategy="fixed"
      closeOnItemClick={false}
      closeOnEscape={false}
    >
      <Menu.Target>{props.children}</Menu.Target>
      <Menu.Dropdown
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose({ name });
          if (event.key !== 'Escape' && event.key !== 'Tab') return;
          event.preventDefault();
          event.stopPropagation();
        }}
      >
        {onSort !== undefined && (
          <>
            {entry(
              'Sort ascending',
              IconSortAscending,
              sorted?.descending === false ? undefined : () => onSort(name, false),
            )}
            {entry(
              'Sort descending',
              IconSortDescending,
              sorted?.descending === true ? undefined : () => onSort(name, true),
            )}
            {sorted !== undefined && entry('Clear sort', IconX, () => onSort(name, undefined))}
          </>
        )}
        {onFilter !== undefined && entry('Filter…', IconFilter, () => onFilter(name), undefined)}
        {(onSort ?? onFilter) !== undefined && <Menu.Divider />}
        {!isKey && (
          <>
            {entry(pinned ? 'Unpin' : 'Pin', pinned ? IconPinnedOff : IconPin, () =>
              onLayout(pinColumn(layout, name, !pinned)),
            )}
            {entry('Hide', IconEyeOff, () => onLayout(hideColumns(layout, [name], true)), {
              number: props.number,
            })}
            {entry('Move left', IconArrowLeft, mover(-1))}
            {entry('Move right', IconArrowRight, mover(1))}
            <Menu.Divider />
          </>
        )}
        {entry('Fit width', IconArrowAutofitWidth, () => props.onFit([column]))}
        {entry('Fit all columns', IconArrowAutofitWidth, () => props.onFit(shown))}
        <Menu.Divider />
        {entry('Columns…', IconColumns3, props.onChooser, undefined)}
      </Menu.Dropdown>
    </Menu>
  );
}
