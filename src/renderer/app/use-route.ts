import { useEffect } from 'react';
import { hashOfTable, tableOfHash } from './route.ts';
import { openTable, useWorkspace } from './workspace.ts';

/** Keeps the address and the table that is shown the same, whichever changed. */
export function useRoute(): void {
  const connectionId = useWorkspace((state) => state.connectionId);
  const activeTable = useWorkspace((state) => state.activeTable);

  useEffect(() => {
    const follow = () => {
      const tableName = tableOfHash(location.hash);
      if (tableName !== undefined) openTable(tableName);
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);

  useEffect(() => {
    // Before there is a connection, the address is what to open first.
    if (connectionId === undefined) return;
    if (activeTable === undefined) {
      if (tableOfHash(location.hash) !== undefined)
        history.replaceState(null, '', location.pathname + location.search);
    } else if (tableOfHash(location.hash) !== activeTable) {
      location.hash = hashOfTable(activeTable);
    }
  }, [connectionId, activeTable]);
}
