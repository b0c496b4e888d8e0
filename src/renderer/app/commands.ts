import type { Connection } from '../../contract/connections.ts';
import {
  foldSidebar,
  openDialog,
  openTable,
  partiqlTab,
  setColourScheme,
  showConnection,
  useWorkspace,
} from './workspace.ts';

/** One thing that the user can do: shared by palette, shortcut and button. */
export type Command = {
  readonly id: string;
  readonly title: string;
  readonly group: 'Table' | 'Tables' | 'Connection' | 'View';
  /** A shortcut as `mod+shift+l`. */
  readonly keys?: string | undefined;
  readonly run: () => void;
};

/** The commands of the shell: they are there whatever is open. */
export const shellCommands: readonly Command[] = [
  {
    id: 'palette',
    title: 'Command palette',
    group: 'View',
    keys: 'mod+k',
    run: () => openDialog('palette'),
  },
  {
    id: 'create-table',
    title: 'Create table',
    group: 'Tables',
    run: () => openDialog('create-table'),
  },
  { id: 'partiql', title: 'PartiQL editor', group: 'View', run: () => openTable(partiqlTab) },
  {
    id: 'add-connection',
    title: 'Add connection…',
    group: 'Connection',
    run: () => openDialog('add-connection'),
  },
  {
    id: 'sandbox',
    title: 'Sandbox: endpoint and environment variables',
    group: 'Connection',
    run: () => openDialog('sandbox'),
  },
  {
    id: 'history',
    title: 'History of what was run',
    group: 'View',
    // Not Ctrl+H: macOS hides the window by it.
    keys: 'mod+shift+h',
    run: () => openDialog('history'),
  },
  { id: 'favourites', title: 'Favourites', group: 'View', run: () => openDialog('favourites') },
  {
    id: 'fold-sidebar',
    title: 'Show or hide the list of tables',
    group: 'View',
    keys: 'mod+b',
    run: () => foldSidebar(!useWorkspace.getState().sidebarFolded),
  },
  {
    id: 'toggle-colour-scheme',
    title: 'Toggle colour scheme',
    group: 'View',
    keys: 'mod+shift+l',
    run: toggleColourScheme,
  },
  { id: 'settings', title: 'Settings', group: 'View', run: () => openDialog('settings') },
];

function toggleColourScheme(): void {
  const { colourScheme } = useWorkspace.getState();
  const dark =
    colourScheme === 'auto'
      ? matchMedia('(prefers-color-scheme: dark)').matches
      : colourScheme === 'dark';
  setColourScheme(dark ? 'light' : 'dark');
}

/** A command for each table to open. */
export function tableCommands(tableNames: readonly string[]): Command[] {
  return tableNames.map((tableName) => ({
    id: `open-table ${tableName}`,
    title: tableName,
    group: 'Tables',
    run: () => openTable(tableName),
  }));
}

/** A command for each connection to switch to. */
export function connectionCommands(
  connections: readonly Connection[],
  present?: string,
): Command[] {
  return connections
    .filter(({ id }) => id !== present)
    .map(({ id, name }) => ({
      id: `connection ${id}`,
      title: `Switch to ${name}`,
      group: 'Connection',
      run: () => showConnection(id),
    }));
}
