import type { Settings } from '../../contract/app.ts';
import { notifyError } from '../ui/notify.ts';
import { useWorkspace } from './workspace.ts';

type WriteSettings = (settings: Partial<Settings>) => Promise<unknown>;

/** Writes what must survive a restart whenever it changes. Answers how to stop. */
export function keepWorkspace(writeSettings: WriteSettings): () => void {
  return useWorkspace.subscribe((state, before) => {
    const changed: Partial<Settings> = {};
    if (state.connectionId !== before.connectionId && state.connectionId !== undefined)
      changed.connectionId = state.connectionId;
    if (state.sidebarFolded !== before.sidebarFolded) changed.sidebarFolded = state.sidebarFolded;
    if (Object.keys(changed).length === 0) return;
    writeSettings(changed).catch((error: unknown) =>
      notifyError('The settings are not kept', error),
    );
  });
}
