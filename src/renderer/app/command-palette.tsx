import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import type { Connection } from '../../contract/connections.ts';
import { useConnections } from '../features/connections/use-connections.ts';
import { useTableNames } from '../features/tables/use-table-names.ts';
import { Dialog } from '../ui/dialog.tsx';
import { shortcutText } from '../ui/shortcut.ts';
import { useOfferedCommands } from './command-registry.ts';
import { connectionCommands, tableCommands } from './commands.ts';
import { rankCommands } from './rank-commands.ts';
import classes from './command-palette.module.css';

type CommandPaletteProps = {
  readonly connection: Connection | undefined;
  readonly opened: boolean;
  readonly onClose: () => void;
};

/** Everything that can be done and opened, found by a few letters. */
export function CommandPalette({ connection, opened, onClose }: CommandPaletteProps) {
  return (
    <Dialog title="Command palette" bare opened={opened} onClose={onClose} size={560}>
      <Search connection={connection} onClose={onClose} />
    </Dialog>
  );
}

function Search({ connection, onClose }: Omit<CommandPaletteProps, 'opened'>) {
  const [query, setQuery] = useState('');
  const offered = useOfferedCommands();
  const { names } = useTableNames(connection);
  const { data } = useConnections();
  const combobox = useCombobox({ opened: true });
  const commands = useMemo(
    () =>
      [
        ...tableCommands(names),
        ...offered,
        ...connectionCommands(data?.connections ?? [], connection?.id),
      ].filter(({ id }) => id !== 'palette'),
    [names, offered, data, connection],
  );
  const found = useMemo(() => rankCommands(query, commands), [query, commands]);

  const { selectFirstOption } = combobox;
  useEffect(() => {
    // Enter runs the first one, whatever was selected among those found before.
    if (found.length > 0) selectFirstOption();
  }, [found, selectFirstOption]);

  const run = (id: string) => {
    onClose();
    commands.find((command) => command.id === id)?.run();
  };

  return (
    <Combobox store={combobox} onOptionSubmit={run}>
      <Combobox.EventsTarget withExpandedAttribute>
        <TextInput
          data-autofocus
          classNames={{ input: classes.input ?? '' }}
          aria-label="Search tables and commands"
          placeholder="Search tables and commands"
          leftSection={<IconSearch size={16} />}
          value={query}
          onKeyDown={(event) => {
            // The list is always open, so that Escape is not there to close it.
            if (event.key === 'Escape') onClose();
          }}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      </Combobox.EventsTarget>
      <Combobox.Options className={classes.options} aria-label="Tables and commands">
        {found.map((command) => (
          <Combobox.Option key={command.id} value={command.id} className={classes.option}>
            <span className={classes.group}>{command.group}</span>
            <span className={classes.title}>{command.title}</span>
            {command.keys !== undefined && <kbd>{shortcutText(command.keys)}</kbd>}
          </Combobox.Option>
        ))}
        {found.length === 0 && <Combobox.Empty>Nothing is named like that.</Combobox.Empty>}
      </Combobox.Options>
    </Combobox>
  );
}
