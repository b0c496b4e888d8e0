import { Menu } from '@mantine/core';
import {
  IconArrowsDiagonal,
  IconClipboard,
  IconClipboardText,
  IconCopy,
  IconCopyPlus,
  IconEye,
  IconFilter,
  IconFilterOff,
  IconPencil,
  IconSquareRoundedMinus,
  IconSortDescendingShapes,
  IconTrash,
  IconX,
  IconStack2,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { shortcutText } from '../../ui/shortcut.ts';
import { copyFormatNames, copyFormats } from './copy-formats.ts';
import type { CopyFormat } from './copy-formats.ts';
import classes from './grid-menu.module.css';

/** What the menu can do; an entry whose act is absent is not there. */
export type GridMenuActs = {
  readonly edit?: (() => void) | undefined;
  readonly inspect?: (() => void) | undefined;
  readonly copyAs: (format: CopyFormat) => void;
  readonly paste?: (() => void) | undefined;
  readonly fillDown?: (() => void) | undefined;
  readonly filter?: ((negated: boolean) => void) | undefined;
  readonly setNull?: (() => void) | undefined;
  readonly remove?: (() => void) | undefined;
  readonly open?: (() => void) | undefined;
  readonly duplicate?: (() => void) | undefined;
  readonly delete?: (() => void) | undefined;
  readonly bulk?: (() => void) | undefined;
};

type GridMenuProps = {
  /** Where it opens, in pixels of the window. */
  at: { readonly x: number; readonly y: number };
  /** How many rows the acts are about. */
  rowCount: number;
  acts: GridMenuActs;
  /** Closes it and gives the focus back to the grid, before an act is done. */
  onClose: () => void;
};

type Entry = readonly [
  title: string,
  Icon: ComponentType<{ size: number }>,
  act: (() => void) | undefined,
  keys?: string,
];

/** What can be done with the cell at the pointer, and with what is selected. */
export function GridMenu({ at, rowCount, acts, onClose }: GridMenuProps) {
  const counted = (title: string) =>
    rowCount > 1 ? `${title} ${rowCount.toLocaleString('en-GB')} rows` : title;
  const { filter } = acts;
  const item = ([title, Icon, act, keys]: Entry) =>
    act !== undefined && (
      <Menu.Item
        key={title}
        leftSection={<Icon size={15} />}
        rightSection={keys && <span aria-hidden="true">{keys}</span>}
        onClick={() => {
          onClose();
          act();
        }}
      >
        {title}
      </Menu.Item>
    );
  const copy: Entry[] = copyFormats.map((format) => [
    copyFormatNames[format],
    IconClipboardText,
    () => acts.copyAs(format),
  ]);
  return (
    <Menu
      opened
      onClose={onClose}
      position="bottom-start"
      offset={0}
      width={230}
      returnFocus={false}
      closeOnItemClick={false}
      trapFocus
      withInitialFocusPlaceholder={false}
      // A part of the page's main region; fixed, so that the grid does not cut it off.
      withinPortal={false}
      floatingStrategy="fixed"
      // Not by keys: the one that opens it would close it again.
      clickOutsideEvents={['mousedown', 'touchstart']}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-label="Cells"
          className={classes.place}
          style={{ left: at.x, top: at.y }}
        />
      </Menu.Target>
      <Menu.Dropdown
        aria-label="Cells"
        onContextMenu={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key === 'Tab') event.preventDefault();
        }}
      >
        {item(['Edit', IconPencil, acts.edit, 'F2'])}
        {item(['Inspect', IconEye, acts.inspect, 'Space'])}
        {item(['Copy', IconCopy, () => acts.copyAs('tsv'), shortcutText('mod+C')])}
        <Menu.Sub>
          <Menu.Sub.Target>
            <Menu.Sub.Item leftSection={<IconClipboardText size={15} />}>Copy as</Menu.Sub.Item>
          </Menu.Sub.Target>
          <Menu.Sub.Dropdown>{copy.map(item)}</Menu.Sub.Dropdown>
        </Menu.Sub>
        {item(['Paste', IconClipboard, acts.paste, shortcutText('mod+V')])}
        {item(['Fill down', IconSortDescendingShapes, acts.fillDown, shortcutText('mod+D')])}
        {filter && <Menu.Divider />}
        {filter && item(['Filter by this value', IconFilter, () => filter(false)])}
        {filter && item(['Filter out', IconFilterOff, () => filter(true)])}
        {acts.setNull && <Menu.Divider />}
        {item(['Set NULL', IconSquareRoundedMinus, acts.setNull])}
        {item(['Remove attribute', IconX, acts.remove])}
        {acts.open && <Menu.Divider />}
        {item(['Open item', IconArrowsDiagonal, acts.open, shortcutText('mod+⏎')])}
        {item([counted('Duplicate'), IconCopyPlus, acts.duplicate])}
        {item([counted('Delete'), IconTrash, acts.delete, 'Del'])}
        {item(['Bulk change…', IconStack2, acts.bulk])}
      </Menu.Dropdown>
    </Menu>
  );
}
