import { Popover } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import type { ArrangedColumn } from './column-layout.ts';
import { ColumnList } from './column-list.tsx';
import classes from './grid-header.module.css';
import { StopBubbling } from './stop-bubbling.tsx';
import type { ColumnsControl } from './use-columns.ts';

type ColumnChooserProps = {
  control: ColumnsControl;
  opened: boolean;
  onOpen: (opened: boolean) => void;
  onFit: (columns: readonly ArrangedColumn[]) => void;
  /** A key leads from the button to the first header. */
  onHeader: () => void;
  /** A key leads from the button to the cells. */
  onLeave: () => void;
};

/** The button in the corner of the grid, and all columns of the table in a list beneath it. */
export function ColumnChooser(props: ColumnChooserProps) {
  const { control, opened, onOpen } = props;
  const hidden = control.arranged.filter((column) => column.hidden).length;
  return (
    <Popover
      opened={opened}
      onChange={onOpen}
      position="bottom-start"
      width={370}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <button
          type="button"
          className={classes.chooser}
          aria-label="Columns"
          title={hidden === 0 ? 'Columns' : `Columns: ${hidden} hidden`}
          tabIndex={-1}
          data-header={0}
          data-some-hidden={hidden > 0 || undefined}
          onClick={() => onOpen(!opened)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowRight') props.onHeader();
            else if (event.key === 'ArrowDown' || event.key === 'Escape') props.onLeave();
            else return;
            event.preventDefault();
          }}
        >
          <IconColumns3 size={15} aria-hidden="true" />
        </button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label="Columns">
        <StopBubbling>
          <ColumnList control={control} onFit={props.onFit} />
        </StopBubbling>
      </Popover.Dropdown>
    </Popover>
  );
}
