import type { Connection } from '../../contract/connections.ts';
import { ConnectionNotReady } from '../features/connections/connection-not-ready.tsx';
import { PartiqlView } from '../features/partiql/partiql-view.tsx';
import { TableView } from '../features/tables/table-view.tsx';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { TableTabs } from './table-tabs.tsx';
import { Welcome } from './welcome.tsx';
import {
  closeTable,
  forgetConnection,
  openDialog,
  partiqlTab,
  showConnection,
  useWorkspace,
} from './workspace.ts';
import classes from './main-area.module.css';

/** The open tables as tabs, and the view of the one that is shown. */
export function MainArea({ connection }: { connection: Connection | undefined }) {
  const activeTable = useWorkspace((state) => state.activeTable);
  return (
    <main className={classes.area}>
      {connection !== undefined && <TableTabs connectionId={connection.id} />}
      {activeTable === undefined && <h1 className="visually-hidden">Sortkey</h1>}
      <div className={classes.view}>
        {connection === undefined ? null : !connection.ready ? (
          <ConnectionNotReady
            connection={connection}
            onRemoved={forgetConnection}
            onShow={showConnection}
          />
        ) : activeTable === undefined ? (
          <Welcome connection={connection} onCreate={() => openDialog('create-table')} />
        ) : activeTable === partiqlTab ? (
          <ErrorBoundary key={`${connection.id} ${activeTable}`}>
            <PartiqlView connection={connection} />
          </ErrorBoundary>
        ) : (
          <ErrorBoundary key={`${connection.id} ${activeTable}`}>
            <TableView
              connection={connection}
              tableName={activeTable}
              onClose={() => closeTable(activeTable)}
            />
          </ErrorBoundary>
        )}
      </div>
    </main>
  );
}
