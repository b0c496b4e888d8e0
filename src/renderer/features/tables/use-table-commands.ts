import { useMemo } from 'react';
import { useCommands } from '../../app/command-registry.ts';
import type { Command } from '../../app/commands.ts';

/** What can be done to the open table. */
export type TableActs = {
  readonly addItem: () => void;
  readonly importFile: () => void;
  readonly toggleOperations: () => void;
  readonly refresh: () => void;
  readonly truncate: () => void;
  readonly deleteTable: () => void;
};

export type TableCommands = Readonly<Record<keyof TableActs, Command>>;

/** One object per act, for its button, its shortcut and the palette. Give it acts that stay. */
export function useTableCommands(tableName: string, acts: TableActs): TableCommands {
  const commands = useMemo((): TableCommands => {
    const command = (id: keyof TableActs, title: string, keys?: string): Command => ({
      id: `${id} ${tableName}`,
      title,
      group: 'Table',
      keys,
      run: acts[id],
    });
    return {
      addItem: command('addItem', `Add item to ${tableName}`),
      importFile: command('importFile', `Import a file into ${tableName}`),
      toggleOperations: command('toggleOperations', 'Show or hide operations', 'mod+j'),
      refresh: command('refresh', `Read the items of ${tableName} again`),
      truncate: command('truncate', `Delete all items of ${tableName}…`),
      deleteTable: command('deleteTable', `Delete table ${tableName}…`),
    };
  }, [tableName, acts]);
  const list = useMemo(() => Object.values(commands), [commands]);
  useCommands(list);
  return commands;
}
