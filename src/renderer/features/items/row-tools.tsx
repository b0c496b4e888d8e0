import { Popover } from '@mantine/core';
import { IconFilter, IconSearch } from '@tabler/icons-react';
import { IconButton } from '../../ui/icon-button.tsx';
import { shortcutText } from '../../ui/shortcut.ts';
import type { KnownAttribute } from '../query/filter-row.tsx';
import { RowFilterForm } from '../query/row-filter-form.tsx';
import type { RowTools } from './use-row-tools.ts';

type RowToolButtonsProps = { tools: RowTools; known: readonly KnownAttribute[]; disabled: boolean };

/** Finding and filtering over what is loaded, beside the ways to load more. */
export function RowToolButtons({ tools, known, disabled }: RowToolButtonsProps) {
  const { filterForm, openFilter, closeFilter, addFilter, openFind } = tools;
  return (
    <>
      <IconButton
        label="Find in loaded rows"
        keys={shortcutText('mod+f')}
        disabled={disabled}
        onClick={openFind}
      >
        <IconSearch size={16} aria-hidden="true" />
      </IconButton>
      <Popover
        opened={filterForm !== undefined}
        onChange={(opened) => {
          if (!opened) closeFilter();
        }}
        position="top-end"
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <IconButton
            label="Filter loaded rows"
            disabled={disabled}
            onClick={() => (filterForm === undefined ? openFilter() : closeFilter())}
          >
            <IconFilter size={16} aria-hidden="true" />
          </IconButton>
        </Popover.Target>
        <Popover.Dropdown aria-label="Filter loaded rows">
          {filterForm !== undefined && (
            <RowFilterForm
              key={filterForm.id}
              known={known}
              name={filterForm.name}
              onAdd={addFilter}
            />
          )}
        </Popover.Dropdown>
      </Popover>
    </>
  );
}
