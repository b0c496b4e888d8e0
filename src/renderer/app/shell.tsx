import type { ConnectedClient } from '../client/connect-client.ts';
import { useConnection } from '../features/connections/use-connections.ts';
import { useWatchSandbox } from '../features/sandbox/use-sandbox.ts';
import { LinkNotice } from './link-notice.tsx';
import { MainArea } from './main-area.tsx';
import { ShellDialogs } from './shell-dialogs.tsx';
import { Sidebar } from './sidebar.tsx';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { useFirstConnection } from './use-first-connection.ts';
import { useRoute } from './use-route.ts';
import { useShellCommands } from './use-shell-commands.ts';
import { useWorkspace } from './workspace.ts';
import classes from './shell.module.css';

type ShellProps = {
  readonly onLinkChange: ConnectedClient['onLinkChange'];
};

/** The window: a bar, the tables, what is open, and the status; dialogs float above. */
export function Shell({ onLinkChange }: ShellProps) {
  const connection = useConnection(useWorkspace((state) => state.connectionId));
  const folded = useWorkspace((state) => state.sidebarFolded);
  useFirstConnection();
  useRoute();
  useWatchSandbox();
  useShellCommands();

  return (
    <div className={classes.shell}>
      <div className={classes.edge} data-colour={connection?.colour} />
      <TopBar connection={connection} />
      <LinkNotice onLinkChange={onLinkChange} />
      <div className={classes.body} data-folded={folded}>
        {!folded && <Sidebar connection={connection} />}
        <MainArea connection={connection} />
      </div>
      <StatusBar connection={connection} />
      <ShellDialogs connection={connection} />
    </div>
  );
}
