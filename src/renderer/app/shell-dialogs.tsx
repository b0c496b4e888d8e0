import type { Connection } from '../../contract/connections.ts';
import { AddConnectionDialog } from '../features/connections/add-connection-dialog.tsx';
import { LibraryDrawer } from '../features/library/library-drawer.tsx';
import { SandboxDialog } from '../features/sandbox/sandbox-dialog.tsx';
import { SettingsDialog } from '../features/settings/settings-dialog.tsx';
import { CreateTableDialog } from '../features/tables/create-table-dialog.tsx';
import { CommandPalette } from './command-palette.tsx';
import { useOfferedCommands } from './command-registry.ts';
import { useRestoreRequest } from './use-restore-request.ts';
import { closeDialog, openDialog, openTable, showConnection, useWorkspace } from './workspace.ts';

/** The dialogs that belong to no view. One at a time is open. */
export function ShellDialogs({ connection }: { connection: Connection | undefined }) {
  const dialog = useWorkspace((state) => state.dialog);
  const restoreRequest = useRestoreRequest();
  const shortcuts = useOfferedCommands().flatMap(({ title, keys }) =>
    keys === undefined ? [] : [{ title, keys }],
  );
  return (
    <>
      {connection !== undefined && (
        <CreateTableDialog
          connection={connection}
          opened={dialog === 'create-table'}
          onClose={closeDialog}
          onCreated={openTable}
        />
      )}
      <AddConnectionDialog
        opened={dialog === 'add-connection'}
        onClose={closeDialog}
        onAdded={({ id }) => showConnection(id)}
      />
      <SandboxDialog opened={dialog === 'sandbox'} onClose={closeDialog} />
      {(dialog === 'history' || dialog === 'favourites') && (
        <LibraryDrawer
          tab={dialog}
          onTab={openDialog}
          onClose={closeDialog}
          onRestore={restoreRequest}
        />
      )}
      <SettingsDialog opened={dialog === 'settings'} onClose={closeDialog} shortcuts={shortcuts} />
      <CommandPalette connection={connection} opened={dialog === 'palette'} onClose={closeDialog} />
    </>
  );
}
