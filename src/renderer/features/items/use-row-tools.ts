import { useCallback, useMemo, useRef, useState } from 'react';
import type { Arrangement, RowFilterInput } from '../../../contract/query.ts';
import type { AttributeValue } from '../../../domain/attribute-value.ts';
import { useCommands } from '../../app/command-registry.ts';
import type { Command } from '../../app/commands.ts';
import {
  filterByValue,
  noArrangement,
  sortedBy,
  withFilter,
  withoutFilter,
} from '../query/arrangement.ts';
import type { ResultSet } from '../query/result-set.ts';
import { arrangementOf } from '../query/result-state.ts';
import type { ResultState } from '../query/result-state.ts';
import { useFind } from '../query/use-find.ts';
import type { Finding } from '../query/use-find.ts';

export type RowTools = ReturnType<typeof useRowTools>;

/** The form of a filter, and the attribute that it begins with. */
type FilterForm = { readonly id: number; readonly name: string | undefined };

/** What is done to the rows that are loaded: sorting, filtering and finding. */
export function useRowTools(resultSet: ResultSet, state: ResultState, tableName: string) {
  const { arrange } = resultSet;
  const arrangement = arrangementOf(state);
  const finding = useFind(resultSet, state);
  const findInput = useRef<HTMLInputElement>(null);
  const [filterForm, setFilterForm] = useState<FilterForm>();

  const change = (next: Arrangement) => void arrange(next);
  const openFilter = useCallback(
    (name?: string) => setFilterForm((before) => ({ id: (before?.id ?? 0) + 1, name })),
    [],
  );
  const addFilter = (filter: RowFilterInput) => {
    setFilterForm(undefined);
    change(withFilter(arrangement, filter));
  };

  const { open } = finding;
  const commands = useMemo(
    (): Command[] => [
      {
        id: `find ${tableName}`,
        title: 'Find in loaded rows',
        group: 'Table',
        keys: 'mod+f',
        run: () => {
          if (isInDialog()) return;
          open();
          // Where the bar is there already, what was typed is to be typed over.
          findInput.current?.select();
        },
      },
      {
        id: `filter ${tableName}`,
        title: 'Filter loaded rows…',
        group: 'Table',
        run: () => openFilter(),
      },
    ],
    [tableName, open, openFilter],
  );
  useCommands(commands);

  return {
    arrangement,
    finding,
    findInput,
    openFind: () => commands[0]?.run(),
    filterForm,
    openFilter,
    closeFilter: () => setFilterForm(undefined),
    addFilter,
    removeFilter: (place: number) => change(withoutFilter(arrangement, place)),
    clearFilters: () => change({ ...arrangement, filters: noArrangement.filters }),
    unsort: () => change({ filters: arrangement.filters }),
    sort: (name: string, descending: boolean | undefined) =>
      change(sortedBy(arrangement, name, descending)),
    filterByValue: (name: string, value: AttributeValue | undefined, negated: boolean) =>
      change(withFilter(arrangement, filterByValue(name, value, negated))),
  };
}

/** Whether the focus is in a dialog other than the palette, which closes when it runs a command. */
function isInDialog(): boolean {
  const dialog = document.activeElement?.closest('[aria-modal="true"]');
  return dialog !== null && dialog?.textContent.startsWith('Command palette') === false;
}

/** What the grid shall mark and where it shall go, `rowsBefore` rows standing above all others. */
export function useFoundPlaces(finding: Finding, rowsBefore: number) {
  const { places, currentPlace, matches, asked } = finding;
  const row = currentPlace === undefined ? undefined : currentPlace + rowsBefore;
  const found = useMemo(() => {
    if (matches === undefined) return undefined;
    const shifted = [...places].map((place) => place + rowsBefore);
    return { places: rowsBefore === 0 ? places : new Set(shifted), current: row };
  }, [matches, places, row, rowsBefore]);

  // While one types, the focus stays in the search box; once that is closed, it goes to the row.
  const [left, setLeft] = useState<{ id: number; row: number; focus: boolean }>();
  const close = () => {
    if (row !== undefined) setLeft((before) => ({ id: (before?.id ?? 0) - 1, row, focus: true }));
    finding.close();
  };
  const shown =
    finding.opened && asked !== undefined && row !== undefined
      ? { id: asked, row, focus: false }
      : undefined;
  return { found, goTo: finding.opened ? shown : left, close };
}
