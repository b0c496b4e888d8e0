import type { Settings } from '../../contract/app.ts';
import { notifyError } from '../ui/notify.ts';
import { useWorkspace } from './workspace.ts';
import type { WorkspaceState } from './workspace.ts';

const mostTabs = 200;

type WriteSettings = (settings: Partial<Settings>) => Promise<unknown>;

/** Begins where the last session ended. */
export function restoreWorkspace(settings: Settings): void {
  const { colourScheme, sidebarFolded, tabs = [], operationsOpened = true } = settings;
  const lastConnectionId = settings.connectionId;
  const lastTab = settings.activeTab;
  useWorkspace.setState({
    colourScheme,
    sidebarFolded,
    tabs,
    operationsOpened,
    lastConnectionId,
    lastTab,
  });
}

/** Writes what must survive a restart whenever it changes. Answers how to stop. */
export function keepWorkspace(writeSettings: WriteSettings): () => void {
  return useWorkspace.subscribe((state, before) => {
    const changed = changedSettings(state, before);
    if (Object.keys(changed).length === 0) return;
    writeSettings(changed).catch((error: unknown) =>
      notifyError('The settings are not kept', error),
    );
  });
}

/** The settings that differ between two states. */
export function changedSettings(state: WorkspaceState, before: WorkspaceState): Partial<Settings> {
  const { connectionId, activeTable, colourScheme, sidebarFolded, operationsOpened } = state;
  // The first connection of a session is shown by itself: only a switch is the user's wish.
  const switched = before.connectionId !== undefined && connectionId !== before.connectionId;
  const shown = connectionId !== before.connectionId || activeTable !== before.activeTable;
  return {
    ...(connectionId !== undefined && activeTable !== undefined && shown
      ? { activeTab: { connectionId, tableName: activeTable } }
      : {}),
    ...(connectionId !== undefined && switched ? { connectionId } : {}),
    ...(colourScheme === before.colourScheme ? {} : { colourScheme }),
    ...(sidebarFolded === before.sidebarFolded ? {} : { sidebarFolded }),
    ...(operationsOpened === before.operationsOpened ? {} : { operationsOpened }),
    ...(state.tabs === before.tabs ? {} : { tabs: state.tabs.slice(-mostTabs) }),
  };
}
