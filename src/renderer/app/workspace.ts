import { create } from 'zustand';

/** As the user wants it; `auto` follows the system. */
export type ColourScheme = 'light' | 'dark' | 'auto';

/** The dialogs of the shell; one at a time. */
export type ShellDialog =
  | 'create-table'
  | 'add-connection'
  | 'settings'
  | 'palette'
  | 'sandbox'
  | 'history'
  | 'favourites';

export type WorkspaceState = {
  /** The connection that is shown; undefined until the list of connections is there. */
  readonly connectionId: string | undefined;
  /** The connection that the last session ended with. */
  readonly lastConnectionId: string | undefined;
  /** The tab that the last session ended with. */
  readonly lastTab: Tab | undefined;
  /** The tables open as tabs, of every connection, in the order of the tabs. */
  readonly tabs: readonly Tab[];
  /** The table that is shown, or undefined for the welcome view. */
  readonly activeTable: string | undefined;
  /** Another number each time that the table that is shown was asked for once more. */
  readonly visits: number;
  readonly dialog: ShellDialog | undefined;
  readonly sidebarFolded: boolean;
  readonly colourScheme: ColourScheme;
  /** The operations panel beside the grid. */
  readonly operationsOpened: boolean;
};

/** Stands for the PartiQL editor among the tabs: no table can have this name, for its space. */
export const partiqlTab = 'PartiQL editor';

export type Tab = { readonly connectionId: string; readonly tableName: string };

export const initialWorkspace: WorkspaceState = {
  connectionId: undefined,
  lastConnectionId: undefined,
  lastTab: undefined,
  tabs: [],
  activeTable: undefined,
  visits: 0,
  dialog: undefined,
  sidebarFolded: false,
  colourScheme: 'auto',
  operationsOpened: true,
};

/** What is open and shown. Everything that DynamoDB knows is in the query cache instead. */
export const useWorkspace = create<WorkspaceState>()(() => initialWorkspace);

const { getState, setState } = useWorkspace;

/** The names of the tabs of one connection, in order. */
export function tabsOf(state: WorkspaceState, connectionId: string | undefined): string[] {
  return state.tabs
    .filter((tab) => tab.connectionId === connectionId)
    .map(({ tableName }) => tableName);
}

/** Shows the first connection of a session, and a table only where one is asked for. */
export function startWith(connectionId: string, tableName: string | undefined): void {
  setState({ connectionId, activeTable: undefined });
  if (tableName !== undefined) openTable(tableName);
}

/** The table of a connection that was shown when the last session ended, while its tab is open. */
export function lastTableOf(
  { tabs, lastTab }: WorkspaceState,
  connectionId: string,
): string | undefined {
  const open = tabs.some(
    (tab) => tab.connectionId === connectionId && tab.tableName === lastTab?.tableName,
  );
  return open && lastTab?.connectionId === connectionId ? lastTab.tableName : undefined;
}

/** Shows another connection, with the last of the tabs that it had open. */
export function showConnection(connectionId: string): void {
  if (getState().connectionId === connectionId) return;
  const activeTable = tabsOf(getState(), connectionId).at(-1);
  setState({ connectionId, activeTable });
}

/** Shows a table of the present connection, in a tab of its own. */
export function openTable(tableName: string): void {
  const { connectionId, tabs } = getState();
  if (connectionId === undefined) return;
  const open = tabsOf(getState(), connectionId).includes(tableName);
  setState({
    activeTable: tableName,
    ...(open ? {} : { tabs: [...tabs, { connectionId, tableName }] }),
  });
}

/** Asks once more for the table that is shown: others may have written to it since. */
export function showTableAgain(): void {
  setState(({ visits }) => ({ visits: visits + 1 }));
}

/** Closes a tab; the neighbour at its right, else at its left, is shown instead. */
export function closeTable(tableName: string, of = getState().connectionId): void {
  const { tabs, activeTable, connectionId } = getState();
  const names = tabsOf(getState(), of);
  const index = names.indexOf(tableName);
  if (index === -1) return;
  const left = tabs.filter((tab) => tab.connectionId !== of || tab.tableName !== tableName);
  const shown = of === connectionId && activeTable === tableName;
  setState({
    tabs: left,
    ...(shown ? { activeTable: names[index + 1] ?? names[index - 1] } : {}),
  });
}

/** Takes the tab of a table away that is gone; what was shown in it is followed by the welcome. */
export function forgetTable(connectionId: string, tableName: string): void {
  const { activeTable, tabs, connectionId: present } = getState();
  const shown = present === connectionId && activeTable === tableName;
  setState({
    tabs: tabs.filter((tab) => tab.connectionId !== connectionId || tab.tableName !== tableName),
    activeTable: shown ? undefined : activeTable,
  });
}

/** Forgets a connection that was removed. */
export function forgetConnection(connectionId: string, next: string): void {
  setState({ tabs: getState().tabs.filter((tab) => tab.connectionId !== connectionId) });
  if (getState().connectionId === connectionId) showConnection(next);
}

export const openDialog = (dialog: ShellDialog) => setState({ dialog });
export const closeDialog = () => setState({ dialog: undefined });
export const foldSidebar = (sidebarFolded: boolean) => setState({ sidebarFolded });
export const setColourScheme = (colourScheme: ColourScheme) => setState({ colourScheme });
export const showOperations = (operationsOpened: boolean) => setState({ operationsOpened });
